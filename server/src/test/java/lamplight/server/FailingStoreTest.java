package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk that is full for a while. */
class FailingStoreTest {
  private final MemoryStore store = new MemoryStore();
  private final Host host;
  private final Peer bea;

  FailingStoreTest() throws Exception {
    host = new Host(Host.WORLDS, false, store);
    bea = new Peer(host.sync());
    bea.say("CREATE:yard:Bea").hear("END\n");
  }

  @AfterEach
  void close() throws Exception {
    store.full(false);
    bea.close();
    host.close();
  }

  @Test
  void what_cannot_be_saved_is_refused_and_did_not_happen_and_play_goes_on_when_there_is_room()
      throws Exception {
    bea.say("CMD#1:take the bucket").hear("OK#1\n");
    store.full(true);
    assertThat(bea.say("CMD#2:drop the bucket").hear("ERROR#2"))
        .as("of what was not saved nothing is shown")
        .doesNotContain("You drop", "DELTA");
    assertThat(bea.say("CMD#3:drop the bucket").hear("ERROR#3:not_saved:")).doesNotContain("OK#3");
    bea.say("CMD#4:inventory").hear("OK#4\n");
    store.full(false);
    for (int n = 5;
        !bea.say("CMD#" + n + ":drop the bucket").hear("#" + n).contains("OK#" + n);
        n++) {
      bea.say("PING:x").hear("PONG:x");
    }
    assertThat(host.reports()).anyMatch(line -> line.contains("nothing can be saved"));
  }

  @Test
  void nobody_gets_a_seat_that_cannot_be_saved() throws Exception {
    store.full(true);
    try (Peer cat = new Peer(host.sync())) {
      cat.say("CREATE:yard:Cat").hear("not_saved");
    }
  }

  @Test
  void looking_around_costs_no_commit() throws Exception {
    int before = store.commits();
    for (int n = 1; n <= 5; n++) {
      bea.say("CMD#" + n + ":look").hear("OK#" + n + "\n");
    }
    assertThat(store.commits() - before).isLessThanOrEqualTo(2);
  }
}

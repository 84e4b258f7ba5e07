package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.session.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    host.awaitLog("games are saved again");
    bea.say("CMD#5:drop the bucket").hear("OK#5\n");
    assertThat(host.reports()).anyMatch(line -> line.contains("nothing can be saved"));
  }

  @Test
  void lines_are_numbered_on_behind_what_was_read_and_could_not_be_saved() throws Exception {
    StringBuilder heard = new StringBuilder(bea.say("CMD#1:take the bucket").hear("OK#1\n"));
    store.full(true);
    heard.append(bea.say("CMD#2:look", "CMD#3:inventory").hear("OK#3\n")); // waits to be written
    heard.append(bea.say("CMD#4:drop the bucket").hear("ERROR#4"));
    heard.append(bea.say("CMD#5:look").hear("OK#5\n"));
    store.full(false);
    host.awaitLog("games are saved again");
    heard.append(bea.say("CMD#6:drop the bucket").hear("OK#6\n"));
    List<Long> numbers =
        Pattern.compile("TEXT#(\\d+):")
            .matcher(heard)
            .results()
            .map(found -> Long.parseLong(found.group(1)))
            .toList();
    assertThat(numbers)
        .hasSizeGreaterThan(10)
        .isEqualTo(
            LongStream.range(0, numbers.size()).map(n -> numbers.get(0) + n).boxed().toList());
  }

  @Test
  void nobody_gets_a_seat_that_cannot_be_saved() throws Exception {
    store.full(true);
    try (Peer cat = new Peer(host.sync())) {
      cat.say("CREATE:yard:Cat").hear("not_saved");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void players_read_how_to_come_back_when_the_server_stops_and_nothing_can_be_saved(boolean known)
      throws Exception {
    try (Peer dan = new Peer(host.telnet())) {
      dan.say("Dan", "new yard").hear("resume ");
      store.full(true);
      if (known) {
        dan.say("take the bucket").hear("could not save");
      }
      host.close();
      assertThat(dan.hearTheEnd())
          .containsSubsequence("To come back to your seat: resume ", "The server stops now.");
    }
    assertThat(host.reports()).noneMatch(line -> line.contains("in time"));
  }

  @Test
  void an_order_that_cannot_be_saved_is_refused_at_once() throws Exception {
    SessionId game = host.gateway().sessions().get(0).id();
    PlayerId player = new PlayerId("bea");
    store.full(true);
    for (int n = 0; n < 2; n++) { // as the first that finds it out, and when it is known
      assertThat(
              host.gateway()
                  .orders()
                  .change(game, (session, now) -> session.kick(player, "Go.", now)))
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableThat()
          .withMessageContaining("nothing can be saved just now");
    }
    assertThat(host.gateway().orders().create("yard", Optional.empty()))
        .failsWithin(Duration.ofSeconds(5));
    assertThat(host.gateway().orders().order(game, (session, now) -> session.say("Full!", now)))
        .succeedsWithin(Duration.ofSeconds(5))
        .isEqualTo(true);
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

package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lamplight.engine.session.SessionId;
import lamplight.server.store.JdbcStore;
import lamplight.server.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What players find when the server was killed: another one goes on with what its store has. */
class RecoveryTest {
  @TempDir Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final MemoryStore memory = new MemoryStore();

  /** Of servers that say so; it goes by itself no further. */
  private final AtomicLong millis = new AtomicLong(1_000_000);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private <T extends AutoCloseable> T closing(T one) {
    open.add(0, one);
    return one;
  }

  /** A server that goes on with a store; the one before it is dead to everybody. */
  private Host host(Store store) throws Exception {
    return closing(new Host(Host.WORLDS, false, store));
  }

  private Peer peer(int port) throws Exception {
    return closing(new Peer(port));
  }

  /** What stands behind {@code SESSION:}: code, player and token. */
  private static String[] seat(Peer peer) throws Exception {
    peer.hear("SESSION:");
    return peer.hear("\n").strip().split(":");
  }

  @Test
  void after_a_crash_everybody_is_away_until_they_return_and_nobody_reads_of_it() throws Exception {
    Host first = host(memory);
    Peer ann = peer(first.sync()).say("CREATE:yard:Ann");
    String[] annSeat = seat(ann);
    Peer bea = peer(first.sync()).say("JOIN:" + annSeat[0] + ":Bea");
    String[] beaSeat = seat(bea);
    ann.hear("PRESENCE:bea:here");
    ann.say("CMD#1:take bucket").hear("OK#1\n");

    Host second = host(memory);
    Peer back = peer(second.sync()).say("RESUME:" + annSeat[0] + ":" + annSeat[2]);
    assertThat(back.hear("\nEND\n")).contains("PRESENCE:ann:here", "PRESENCE:bea:away");
    Peer other = peer(second.sync()).say("RESUME:" + beaSeat[0] + ":" + beaSeat[2]);
    other.hear("PRESENCE:bea:here");
    assertThat(back.hear("PRESENCE:bea:here")).doesNotContain("Bea", "PLAYER_LOST");
    assertThat(back.say("CMD#2:inventory").hear("OK#2\n"))
        .contains("bucket")
        .doesNotContain("returns", "is back");
  }

  @ParameterizedTest
  @CsvSource({"passes, true", "stands, false"})
  void seconds_pass_while_the_server_is_down_if_the_world_says_so(String downtime, boolean rings)
      throws Exception {
    Path world = folder.resolve("clock");
    Files.createDirectories(world.resolve("rooms"));
    Files.writeString(
        world.resolve("world.yaml"),
        """
        title: The Clock
        start: tower
        downtime: %s
        timers:
          bell: {seconds: 60, running: true, at: {0: [{say: {all: The bell rings.}}]}}
        """
            .formatted(downtime));
    Files.writeString(
        world.resolve("rooms").resolve("tower.yaml"),
        "tower: {name: The Tower, description: High.}\n");
    Host first = closing(new Host(world, false, memory, millis::get));
    String[] seat = seat(peer(first.sync()).say("CREATE:clock:Ann"));
    millis.addAndGet(TimeUnit.SECONDS.toMillis(90));
    Host second = closing(new Host(world, false, memory, millis::get));
    Peer back = peer(second.sync()).say("RESUME:" + seat[0] + ":" + seat[2] + ":::0");
    String told = back.say("CMD#1:inventory").hear("OK#1\n");
    assertThat(told.contains("The bell rings.")).as(told).isEqualTo(rings);
  }

  @Test
  void a_game_whose_journal_is_damaged_is_set_aside_and_all_others_go_on() throws Exception {
    Files.createDirectories(folder.resolve("run"));
    Host first = host(closing(JdbcStore.in(folder, false)));
    String[] ann = seat(peer(first.sync()).say("CREATE:yard:Ann", "CMD#1:take bucket"));
    String[] bea = seat(peer(first.sync()).say("CREATE:yard:Bea", "CMD#1:take bucket"));
    first.close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sessions.db"));
        Statement sql = connection.createStatement()) {
      sql.executeUpdate("DELETE FROM snapshots WHERE session = '" + ann[0] + "'");
      assertThat(
              sql.executeUpdate(
                  "UPDATE records SET body = replace(body, 'Ann', 'Eve') WHERE sequence = 2 AND session = '"
                      + ann[0]
                      + "'"))
          .isOne();
    }
    Host second = host(closing(JdbcStore.in(folder, false)));
    Peer locked = peer(second.sync()).say("RESUME:" + ann[0] + ":" + ann[2]);
    locked.hear("The game " + ann[0] + " cannot be read; whoever runs this server has been told.");
    second.awaitLog(ann[0] + " is set aside, because it cannot be read: record 2");
    assertThat(
            second
                .gateway()
                .orders()
                .order(new SessionId(ann[0]), (session, now) -> session.say("Hello?", now)))
        .as("nobody hears what is said there")
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("cannot be read");
    Peer back = peer(second.sync()).say("RESUME:" + bea[0] + ":" + bea[2]);
    assertThat(back.hear("\nEND\n")).contains("ITEM:bucket:bea");
    locked.say("CREATE:yard:Ann").hear("SESSION:"); // who met the damage can play on
  }

  @Test
  void play_goes_on_when_a_full_disk_has_room_again_and_no_answer_was_a_lie() throws Exception {
    Files.createDirectories(folder.resolve("run"));
    String small = "jdbc:sqlite:" + folder.resolve("sessions.db") + "?max_page_count=60";
    Host host = host(closing(JdbcStore.at(small, false)));
    Peer ann = peer(host.sync());
    String[] seat = seat(ann.say("CREATE:yard:Ann"));
    fill(true);
    int n = 1;
    boolean held = false;
    for (boolean room = false; !room || n < 40; n++) {
      String answer = say(ann, n, verb(held));
      held ^= answer.contains("\nOK#" + n + "\n");
      if (answer.contains("\nERROR#" + n + ":not_saved:") && !room) {
        assertThat(say(ann, ++n, "inventory")).contains("OK#" + n + "\n");
        fill(false);
        room = true;
      }
      Thread.sleep(110); // ten commands a second are taken
    }
    host.awaitLog("games are saved again");
    Host next = host(closing(JdbcStore.at(small, false)));
    Peer back = peer(next.sync()).say("RESUME:" + seat[0] + ":" + seat[2]);
    assertThat(back.hear("\nEND\n").contains("ITEM:bucket:ann")).isEqualTo(held);
  }

  /** What a command came to, up to the answer of what was said behind it. */
  private static String say(Peer peer, int number, String command) throws Exception {
    return peer.say("CMD#" + number + ":" + command, "PING:p" + number)
        .hear("PONG:p" + number + "\n");
  }

  private static String verb(boolean held) {
    return (held ? "drop" : "take") + " bucket";
  }

  /** Another program takes what room there is, or gives it back. */
  private void fill(boolean full) throws Exception {
    String small = "jdbc:sqlite:" + folder.resolve("sessions.db") + "?max_page_count=60";
    try (Connection connection = DriverManager.getConnection(small);
        Statement sql = connection.createStatement()) {
      sql.executeUpdate("PRAGMA busy_timeout = 5000");
      String filler = "snapshots WHERE session = 'filler'";
      if (!full) {
        sql.executeUpdate("DELETE FROM " + filler);
        return;
      }
      for (int n = 0; n < 100; n++) {
        sql.executeUpdate("INSERT INTO snapshots VALUES ('filler', " + n + ", zeroblob(4000))");
      }
    } catch (java.sql.SQLException e) {
      assertThat(e.getMessage()).contains("FULL");
    }
  }
}

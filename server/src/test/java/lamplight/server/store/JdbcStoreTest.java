package lamplight.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Known.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {
  private static final SessionId OTTER = new SessionId("otter-42");

  @TempDir Path folder;

  private final List<String> reports = new ArrayList<>();

  @BeforeEach
  void aDataFolder() throws Exception {
    Files.createDirectories(folder.resolve("run"));
  }

  private JdbcStore open() throws StoreException {
    return JdbcStore.in(folder, false);
  }

  private static JournalRecord record(long sequence) {
    Entries after = new Entries();
    after.put(entry(sequence));
    return new JournalRecord(
        sequence,
        sequence,
        List.of(),
        List.of(entry(sequence)),
        List.of(),
        List.of(),
        List.of(),
        after.hash());
  }

  private static Entry entry(long sequence) {
    return Entry.of("STAGE", "-", "version=" + sequence);
  }

  private static Write write(long sequence) {
    return new Write(
        OTTER, Optional.of(record(sequence)), Optional.empty(), Optional.empty(), false);
  }

  private static Write withSnapshot(long sequence) {
    return new Write(
        OTTER,
        Optional.of(record(sequence)),
        Optional.empty(),
        Optional.of(record(sequence)),
        false);
  }

  private static List<Long> sequences(Store store) throws Exception {
    return store.records(OTTER, 0, Integer.MAX_VALUE).stream()
        .map(JournalRecord::sequence)
        .toList();
  }

  /** As an operator, or a disk that forgets. */
  private void sql(String statement) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sessions.db"));
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }

  @Test
  void what_a_full_disk_refuses_is_not_half_written_and_is_written_when_there_is_room()
      throws Exception {
    String small = "jdbc:sqlite:" + folder.resolve("sessions.db") + "?max_page_count=40";
    try (JdbcStore store = JdbcStore.at(small, false)) {
      store.probe(); // takes 16 pages for a moment, which are free afterwards
      long refused = fill(store);
      for (int n = 0; n < 3; n++) {
        assertThatThrownBy(() -> store.write(List.of(write(refused))))
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.isConflict()).isFalse());
        assertThat(store.load(OTTER, reports::add).sequence()).isEqualTo(refused - 1);
      }
    }
    try (JdbcStore roomy = open()) {
      roomy.write(List.of(write(sequences(roomy).size() + 1L)));
    }
  }

  @Test
  void what_nobody_waits_for_is_written_in_its_order_and_seen_by_others() throws Exception {
    try (JdbcStore store = open();
        JdbcStore other = open()) {
      store.note(List.of(write(1), write(2)));
      assertThat(sequences(other)).containsExactly(1L, 2L);
      store.write(List.of(write(3)));
      store.note(List.of(write(4)));
      assertThatThrownBy(() -> other.note(List.of(write(4))))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isConflict()).isTrue());
      other.write(List.of(write(5)));
      assertThat(sequences(store)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
  }

  /** Writes until the disk is full; gives the number that was refused. */
  private static long fill(JdbcStore store) {
    for (long sequence = 1; sequence < 10_000; sequence++) {
      try {
        store.write(List.of(write(sequence)));
      } catch (StoreException e) {
        return sequence;
      }
    }
    throw new AssertionError("the disk is never full");
  }

  @Test
  void a_library_that_a_killed_server_left_is_removed() throws Exception {
    Path left = folder.resolve("run").resolve("sqlite-3-0-libsqlitejdbc.so");
    Files.createFile(left);
    open().close();
    assertThat(left).doesNotExist();
  }

  @Test
  void what_was_written_is_there_in_the_next_life() throws Exception {
    try (JdbcStore store = open()) {
      store.write(List.of(write(1), write(2)));
    }
    try (JdbcStore store = open()) {
      Recovery recovery = store.load(OTTER, reports::add);
      assertThat(recovery.sequence()).isEqualTo(2);
      assertThat(recovery.entries().all()).containsExactly(entry(2));
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("sessions.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void sessions_are_listed_as_their_newest_summaries_say() throws Exception {
    SessionSummary summary =
        new SessionSummary(
            OTTER,
            new WorldId("mill"),
            "The Mill; or: \\",
            true,
            Optional.of(new PlayerId("bea")),
            List.of(
                new SessionSummary.SeatSummary(
                    new PlayerId("bea"), "Béa", Presence.Where.AWAY, LinkKind.TELNET)),
            4,
            17);
    Output.Summary output = new Output.Summary(summary, Set.of("copper-otter-lantern"));
    try (JdbcStore store = open()) {
      store.write(
          List.of(
              new Write(OTTER, Optional.empty(), Optional.of(output), Optional.empty(), false)));
      assertThat(store.list()).containsExactly(output);
      store.write(List.of(Write.delete(OTTER)));
      assertThat(store.list()).isEmpty();
    }
  }

  @Test
  void two_owners_of_a_session_cannot_both_write_and_all_of_a_commit_is_there_or_nothing()
      throws Exception {
    try (JdbcStore store = open();
        JdbcStore other = open()) {
      store.write(List.of(write(1)));
      assertThatThrownBy(() -> other.write(List.of(write(2), write(1))))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isConflict()).isTrue());
      assertThat(sequences(store)).containsExactly(1L);
      other.write(List.of(write(2)));
    }
  }

  @Test
  void a_last_record_that_is_not_as_it_was_written_is_dropped_and_reported() throws Exception {
    try (JdbcStore store = open()) {
      store.write(List.of(write(1), write(2), write(3)));
    }
    sql("UPDATE records SET body = substr(body, 1, length(body) - 3) WHERE sequence = 3");
    try (JdbcStore store = open()) {
      assertThat(store.load(OTTER, reports::add).sequence()).isEqualTo(2);
      assertThat(reports).singleElement().asString().contains("otter-42", "number 3", "dropped");
      store.write(List.of(write(3)));
      assertThat(store.load(OTTER, reports::add).sequence()).isEqualTo(3);
    }
  }

  @Test
  void a_session_whose_earlier_record_is_damaged_or_gone_cannot_be_had() throws Exception {
    try (JdbcStore store = open()) {
      store.write(List.of(write(1), write(2), write(3)));
      sql("UPDATE records SET body = replace(body, 'version=2', 'version=9') WHERE sequence = 2");
      assertThatThrownBy(() -> store.load(OTTER, reports::add))
          .isInstanceOf(Recovery.Damaged.class)
          .hasMessageContaining("record 2");
      sql("DELETE FROM records WHERE sequence = 2");
      assertThatThrownBy(() -> store.load(OTTER, reports::add))
          .isInstanceOf(Recovery.Damaged.class)
          .hasMessage("record 3 follows record 1");
    }
  }

  @Test
  void of_old_records_and_snapshots_so_many_are_kept_that_one_snapshot_may_be_damaged()
      throws Exception {
    try (JdbcStore store = open()) {
      store.write(List.of(write(1), withSnapshot(2), write(3), withSnapshot(4), write(5)));
      store.write(List.of(withSnapshot(6), write(7)));
      assertThat(sequences(store)).containsExactly(5L, 6L, 7L);
      assertThat(store.load(OTTER, reports::add).sequence()).isEqualTo(7);
      sql("UPDATE snapshots SET body = x'00' WHERE sequence = 6");
      assertThat(store.load(OTTER, reports::add).sequence()).isEqualTo(7);
      assertThat(reports).singleElement().asString().contains("snapshot of otter-42");
    }
  }

  @Test
  void transcripts_are_kept_if_asked_for() throws Exception {
    try (JdbcStore store = JdbcStore.in(folder, true)) {
      store.write(List.of(write(1), withSnapshot(2), withSnapshot(3), withSnapshot(4)));
      assertThat(sequences(store)).containsExactly(1L, 2L, 3L, 4L);
    }
  }

  @Test
  void what_a_newer_lamplight_has_made_is_left_alone() throws Exception {
    open().close();
    sql(
        "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success FROM flyway_schema_history"
            + " WHERE version = '1'");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a newer Lamplight")
        .hasMessageContaining("version 99, this one knows " + Schema.NEWEST);
  }

  @Test
  void what_an_older_lamplight_has_made_is_read_on() throws Exception {
    try (JdbcStore store = open()) {
      store.write(List.of(write(1), write(2)));
    }
    sql("DELETE FROM flyway_schema_history WHERE version <> '1'");
    try (JdbcStore store = open()) {
      assertThat(store.load(OTTER, reports::add).sequence()).isEqualTo(2);
      assertThat(reports).isEmpty();
    }
  }

  @Test
  void an_unknown_kind_of_store_is_refused() {
    assertThatThrownBy(() -> JdbcStore.at("jdbc:oracle:thin:@x", false))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("jdbc:sqlite: or jdbc:postgresql:");
  }

  @Test
  void a_probe_leaves_nothing() throws Exception {
    try (JdbcStore store = open()) {
      store.probe();
      store.probe();
      assertThat(store.list()).isEmpty();
    }
  }
}

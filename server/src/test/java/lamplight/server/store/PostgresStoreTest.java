package lamplight.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.sync.Entry;
import org.junit.jupiter.api.Test;

/**
 * The same store in a PostgreSQL: {@code LAMPLIGHT_TEST_POSTGRES} is the JDBC address of an empty
 * database; without it there is nothing to test with.
 */
class PostgresStoreTest {
  private static final SessionId OTTER = new SessionId("otter-" + System.nanoTime());

  private static final String ADDRESS =
      Optional.ofNullable(System.getenv("LAMPLIGHT_TEST_POSTGRES")).orElse("");

  private static JdbcStore open() throws StoreException {
    assumeTrue(
        !ADDRESS.isEmpty(), "PostgreSQL is not tested: LAMPLIGHT_TEST_POSTGRES names no database");
    return JdbcStore.at(ADDRESS, false);
  }

  private static Write write(long sequence, boolean snapshot) {
    Entry entry = Entry.of("STAGE", "-", "version=" + sequence);
    Entries after = new Entries();
    after.put(entry);
    JournalRecord record =
        new JournalRecord(
            sequence,
            sequence,
            List.of(),
            List.of(entry),
            List.of(),
            List.of(),
            List.of(),
            after.hash());
    return new Write(
        OTTER,
        Optional.of(record),
        Optional.empty(),
        Optional.of(record).filter(one -> snapshot),
        false);
  }

  @Test
  void what_was_written_is_there_and_two_owners_cannot_both_write() throws Exception {
    try (JdbcStore store = open();
        JdbcStore other = open()) {
      store.write(List.of(write(1, false), write(2, true), write(3, true)));
      assertThatThrownBy(() -> other.write(List.of(write(4, false), write(3, false))))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isConflict()).isTrue());
      other.write(List.of(write(4, false)));
      assertThat(store.load(OTTER, report -> {}).sequence()).isEqualTo(4);
      assertThat(store.records(OTTER, 0, Integer.MAX_VALUE))
          .extracting(JournalRecord::sequence)
          .containsExactly(3L, 4L);
      store.write(List.of(Write.delete(OTTER)));
      assertThat(other.load(OTTER, report -> {}).sequence()).isZero();
      store.probe();
    }
  }

  @Test
  void it_goes_on_when_its_connection_was_lost() throws Exception {
    try (JdbcStore store = open()) {
      store.note(List.of(write(1, false)));
      cutAllConnections();
      assertThatThrownBy(() -> store.write(List.of(write(2, false))))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isConflict()).isFalse());
      store.probe();
      store.write(List.of(write(2, false)));
      assertThat(store.load(OTTER, report -> {}).sequence()).isEqualTo(2);
      store.write(List.of(Write.delete(OTTER)));
    }
  }

  /** As when the server of databases is started anew. */
  private static void cutAllConnections() throws SQLException {
    try (Connection connection = DriverManager.getConnection(ADDRESS);
        Statement sql = connection.createStatement()) {
      sql.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
  }
}

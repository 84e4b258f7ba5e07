package lamplight.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

  private static JdbcStore open() throws StoreException {
    String address = Optional.ofNullable(System.getenv("LAMPLIGHT_TEST_POSTGRES")).orElse("");
    assumeTrue(
        !address.isEmpty(), "PostgreSQL is not tested: LAMPLIGHT_TEST_POSTGRES names no database");
    return JdbcStore.at(address, false);
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
      assertThat(store.records(OTTER)).extracting(JournalRecord::sequence).containsExactly(3L, 4L);
      store.write(List.of(Write.delete(OTTER)));
      assertThat(other.load(OTTER, report -> {}).sequence()).isZero();
      store.probe();
    }
  }
}

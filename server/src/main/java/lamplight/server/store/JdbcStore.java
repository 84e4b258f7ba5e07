package lamplight.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;

/**
 * A database by JDBC: SQLite in a file, or PostgreSQL.
 *
 * <p>Of a session there are the newest two snapshots and the records after the older one, so that a
 * snapshot that is damaged costs nothing; all records, if transcripts are kept.
 *
 * <p>Methods may be called in any thread; what they do goes one after another.
 */
public final class JdbcStore implements Store {
  /** What a snapshot may be when it is inflated; a larger one is not read. */
  private static final int SNAPSHOT_BYTES = 64 << 20;

  private static final int PROBE_BYTES = 64 << 10;

  private final Database database;
  private final boolean keepAll;

  private JdbcStore(Database database, boolean keepAll) {
    this.database = database;
    this.keepAll = keepAll;
  }

  /**
   * Opens the store in a folder.
   *
   * @param keepAll whether old records are kept, for transcripts
   * @throws StoreException if it cannot be used, or a newer Lamplight has made it
   */
  public static JdbcStore in(Path folder, boolean keepAll) throws StoreException {
    Path file = folder.resolve("sessions.db");
    Path run = folder.resolve("run");
    System.setProperty("org.sqlite.tmpdir", run.toString());
    try {
      dropOldLibraries(run);
      if (!Files.exists(file)) { // only its owner reads it: rejoin words open seats
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException e) {
      throw new StoreException("the store " + file + " cannot be made: " + e.getMessage());
    }
    return at("jdbc:sqlite:" + file, keepAll);
  }

  /** The driver unpacks its library at each start, and one that is killed leaves it there. */
  private static void dropOldLibraries(Path run) throws IOException {
    if (Files.isDirectory(run)) {
      try (DirectoryStream<Path> libraries = Files.newDirectoryStream(run, "sqlite-*sqlitejdbc*")) {
        for (Path library : libraries) {
          Files.deleteIfExists(library);
        }
      }
    }
  }

  /**
   * Opens the store at a JDBC address.
   *
   * @throws StoreException if it cannot be used, or a newer Lamplight has made it
   */
  public static JdbcStore at(String url, boolean keepAll) throws StoreException {
    return new JdbcStore(Database.at(url), keepAll);
  }

  @Override
  public void write(List<Write> writes) throws StoreException {
    write(Dialect.Care.SYNCED, writes);
  }

  @Override
  public void note(List<Write> writes) throws StoreException {
    write(Dialect.Care.WRITTEN, writes);
  }

  private void write(Dialect.Care care, List<Write> writes) throws StoreException {
    database.transaction(
        care,
        on -> {
          writeRecords(on, writes);
          writeSummaries(on, writes);
          for (Write write : writes) {
            if (write.snapshot().isPresent()) {
              writeSnapshot(on, write.session(), write.snapshot().get());
            }
            if (write.delete()) {
              delete(on, write.session());
            }
          }
          return true;
        });
  }

  private static void writeRecords(Connection on, List<Write> writes) throws SQLException {
    try (PreparedStatement insert =
        on.prepareStatement("INSERT INTO records (session, sequence, body) VALUES (?, ?, ?)")) {
      for (Write write : writes) {
        if (write.record().isPresent()) {
          JournalRecord record = write.record().get();
          insert.setString(1, write.session().code());
          insert.setLong(2, record.sequence());
          insert.setString(3, record.write());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void writeSummaries(Connection on, List<Write> writes) throws SQLException {
    Map<SessionId, Output.Summary> newest = new LinkedHashMap<>();
    writes.forEach(
        write -> write.summary().ifPresent(summary -> newest.put(write.session(), summary)));
    if (newest.isEmpty()) {
      return;
    }
    try (PreparedStatement put =
        on.prepareStatement(
            "INSERT INTO sessions (code, summary) VALUES (?, ?)"
                + " ON CONFLICT (code) DO UPDATE SET summary = excluded.summary")) {
      for (Map.Entry<SessionId, Output.Summary> summary : newest.entrySet()) {
        put.setString(1, summary.getKey().code());
        put.setString(2, Summaries.write(summary.getValue()));
        put.addBatch();
      }
      put.executeBatch();
    }
  }

  private void writeSnapshot(Connection on, SessionId session, JournalRecord snapshot)
      throws SQLException {
    try (PreparedStatement insert =
        on.prepareStatement(
            "INSERT INTO snapshots (session, sequence, body) VALUES (?, ?, ?)"
                + " ON CONFLICT (session, sequence) DO NOTHING")) {
      insert.setString(1, session.code());
      insert.setLong(2, snapshot.sequence());
      insert.setBytes(3, deflated(snapshot.write()));
      insert.executeUpdate();
    }
    Optional<Long> oldest = secondNewestSnapshot(on, session);
    if (oldest.isPresent()) {
      update(on, "DELETE FROM snapshots WHERE session = ? AND sequence < ?", session, oldest.get());
      if (!keepAll) {
        update(
            on, "DELETE FROM records WHERE session = ? AND sequence <= ?", session, oldest.get());
      }
    }
  }

  private static Optional<Long> secondNewestSnapshot(Connection on, SessionId session)
      throws SQLException {
    try (PreparedStatement select =
        on.prepareStatement(
            "SELECT sequence FROM snapshots WHERE session = ? ORDER BY sequence DESC LIMIT 1 OFFSET 1")) {
      select.setString(1, session.code());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
      }
    }
  }

  private static void update(Connection on, String sql, SessionId session, long sequence)
      throws SQLException {
    try (PreparedStatement statement = on.prepareStatement(sql)) {
      statement.setString(1, session.code());
      statement.setLong(2, sequence);
      statement.executeUpdate();
    }
  }

  private static void delete(Connection on, SessionId session) throws SQLException {
    update(on, "DELETE FROM records WHERE session = ? AND sequence >= ?", session, 0);
    update(on, "DELETE FROM snapshots WHERE session = ? AND sequence >= ?", session, 0);
    try (PreparedStatement statement = on.prepareStatement("DELETE FROM sessions WHERE code = ?")) {
      statement.setString(1, session.code());
      statement.executeUpdate();
    }
  }

  @Override
  public List<Output.Summary> list() throws StoreException {
    return database.transaction(
        on -> {
          List<Output.Summary> summaries = new ArrayList<>();
          try (Statement select = on.createStatement();
              ResultSet rows =
                  select.executeQuery("SELECT code, summary FROM sessions ORDER BY code")) {
            while (rows.next()) {
              summaries.add(Summaries.read(new SessionId(rows.getString(1)), rows.getString(2)));
            }
          }
          return summaries;
        });
  }

  /** A row of the journal. */
  private record Row(long sequence, String body) {}

  private static final String ROWS =
      "SELECT sequence, body FROM records WHERE session = ? AND sequence > ? ORDER BY sequence";

  private static final String NEWEST_ROW = ROWS + " DESC";

  private List<Row> rows(SessionId session, long after, int most) throws StoreException {
    return database.transaction(on -> rows(on, ROWS, session, after, most));
  }

  private static List<Row> rows(Connection on, String sql, SessionId session, long after, int most)
      throws SQLException {
    List<Row> found = new ArrayList<>();
    try (PreparedStatement select = on.prepareStatement(sql + " LIMIT ?")) {
      select.setString(1, session.code());
      select.setLong(2, after);
      select.setInt(3, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(new Row(rows.getLong(1), rows.getString(2)));
        }
      }
    }
    return found;
  }

  /** The snapshots that can be read, newest first. */
  private List<JournalRecord> snapshots(SessionId session, Consumer<String> report)
      throws StoreException {
    List<byte[]> bodies =
        database.transaction(
            on -> {
              List<byte[]> found = new ArrayList<>();
              try (PreparedStatement select =
                  on.prepareStatement(
                      "SELECT body FROM snapshots WHERE session = ? ORDER BY sequence DESC")) {
                select.setString(1, session.code());
                try (ResultSet rows = select.executeQuery()) {
                  while (rows.next()) {
                    found.add(rows.getBytes(1));
                  }
                }
              }
              return found;
            });
    List<JournalRecord> snapshots = new ArrayList<>();
    for (byte[] body : bodies) {
      try {
        snapshots.add(JournalRecord.read(inflated(body)));
      } catch (IOException | IllegalArgumentException e) {
        report.accept(
            "a snapshot of "
                + session
                + " cannot be read, an older one is taken: "
                + e.getMessage());
      }
    }
    return snapshots;
  }

  @Override
  public Recovery load(SessionId session, Consumer<String> report)
      throws StoreException, Recovery.Damaged {
    Recovery recovery = new Recovery();
    Optional<JournalRecord> snapshot = snapshots(session, report).stream().findFirst();
    if (snapshot.isPresent()) {
      recovery.begin(snapshot.get());
    }
    List<Row> rows = rows(session, recovery.sequence(), Integer.MAX_VALUE);
    for (int n = 0; n < rows.size(); n++) {
      Optional<JournalRecord> record = read(rows.get(n));
      if (record.isPresent()) {
        recovery.add(record.get());
      } else if (n == rows.size() - 1) {
        drop(session, rows.get(n), report);
      } else {
        throw new Recovery.Damaged(
            "record " + rows.get(n).sequence() + " is not as it was written");
      }
    }
    return recovery;
  }

  private static Optional<JournalRecord> read(Row row) {
    try {
      return Optional.of(JournalRecord.read(row.body()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void drop(SessionId session, Row last, Consumer<String> report) throws StoreException {
    report.accept(
        "the last record of "
            + session
            + ", number "
            + last.sequence()
            + ", is not as it was written; it is dropped, and the game goes on before it");
    database.transaction(
        on -> {
          update(
              on,
              "DELETE FROM records WHERE session = ? AND sequence = ?",
              session,
              last.sequence());
          return true;
        });
  }

  @Override
  public List<JournalRecord> records(SessionId session, long after, int most)
      throws StoreException {
    long last = after;
    while (true) {
      List<Row> rows = rows(session, last, most);
      List<JournalRecord> records = rows.stream().flatMap(row -> read(row).stream()).toList();
      if (rows.isEmpty() || !records.isEmpty()) {
        return records;
      }
      last = rows.get(rows.size() - 1).sequence();
    }
  }

  @Override
  public Optional<JournalRecord> beginning(SessionId session) throws StoreException {
    Optional<JournalRecord> first = records(session, 0, 1).stream().findFirst();
    if (first.filter(record -> record.sequence() == 1).isPresent()) {
      return first;
    }
    List<JournalRecord> snapshots = snapshots(session, report -> {});
    return snapshots.isEmpty()
        ? Optional.empty()
        : Optional.of(snapshots.get(snapshots.size() - 1));
  }

  @Override
  public Optional<JournalRecord> newest(SessionId session) throws StoreException {
    return database.transaction(on -> rows(on, NEWEST_ROW, session, 0, 1)).stream()
        .flatMap(row -> read(row).stream())
        .findFirst();
  }

  @Override
  public void probe() throws StoreException {
    database.transaction(
        on -> {
          try (PreparedStatement insert =
              on.prepareStatement(
                  "INSERT INTO snapshots (session, sequence, body) VALUES ('', 0, ?)")) {
            insert.setBytes(1, new byte[PROBE_BYTES]);
            insert.executeUpdate();
          }
          return true;
        });
    database.transaction(
        on -> {
          update(
              on, "DELETE FROM snapshots WHERE session = ? AND sequence = ?", new SessionId(""), 0);
          return true;
        });
  }

  @Override
  public void close() {
    database.close();
  }

  private static byte[] deflated(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static String inflated(byte[] bytes) throws IOException {
    try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      byte[] text = inflater.readNBytes(SNAPSHOT_BYTES + 1);
      if (text.length > SNAPSHOT_BYTES) {
        throw new IOException("it has more than " + SNAPSHOT_BYTES + " bytes");
      }
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}

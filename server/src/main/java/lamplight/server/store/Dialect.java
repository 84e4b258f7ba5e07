package lamplight.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What databases do not have in common. */
enum Dialect {
  /** Durable by a write-ahead log that is synced at every commit. */
  SQLITE(
      "jdbc:sqlite:",
      "BLOB",
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000",
      "PRAGMA synchronous = FULL",
      "PRAGMA synchronous = NORMAL"),
  POSTGRESQL(
      "jdbc:postgresql:",
      "BYTEA",
      "SET synchronous_commit = on",
      "SET synchronous_commit = on",
      "SET synchronous_commit = off");

  /** What a commit is to outlive. */
  enum Care {
    /** The machine. */
    SYNCED,
    /** This process; the machine, once something after it is synced. */
    WRITTEN
  }

  /** SQLSTATE class of a broken constraint. */
  private static final String CONSTRAINT = "23";

  private final String prefix;
  private final String bytes;
  private final String first;
  private final String synced;
  private final String written;

  Dialect(String prefix, String bytes, String first, String synced, String written) {
    this.prefix = prefix;
    this.bytes = bytes;
    this.first = first;
    this.synced = synced;
    this.written = written;
  }

  /** What tells a connection, between two transactions, what later ones are to outlive. */
  String sql(Care care) {
    return care == Care.SYNCED ? synced : written;
  }

  static Dialect of(String url) throws StoreException {
    return Stream.of(values())
        .filter(dialect -> url.startsWith(dialect.prefix))
        .findFirst()
        .orElseThrow(
            () ->
                new StoreException(
                    "--store "
                        + url
                        + " is no store that is known; it begins with "
                        + Stream.of(values())
                            .map(dialect -> dialect.prefix)
                            .collect(Collectors.joining(" or "))));
  }

  /** The type of a column of bytes. */
  String bytes() {
    return bytes;
  }

  void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : first.split("; ", -1)) {
        statement.execute(sql);
      }
    }
  }

  /** Whether a row with that key was there already. */
  boolean isConflict(SQLException e) {
    String state = e.getSQLState();
    return (state != null && state.startsWith(CONSTRAINT))
        || String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT).contains("SQLITE_CONSTRAINT");
  }
}

package lamplight.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, as the SQL files beside this class make them step by step. */
final class Schema {
  /** Number of the newest file. */
  static final int NEWEST = 2;

  private static final String FILES = "classpath:lamplight/server/store";
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Schema() {}

  /**
   * Makes or changes the tables if need be. Flyway takes long to start, so that it is asked only if
   * there is something to do.
   */
  static void bringUpToDate(Connection connection, String url, Dialect dialect)
      throws StoreException {
    OptionalInt version = version(connection);
    if (version.isPresent() && version.getAsInt() > NEWEST) {
      throw new StoreException(
          "the store "
              + url
              + " was made by a newer Lamplight (its tables are version "
              + version.getAsInt()
              + ", this one knows "
              + NEWEST
              + "); start that one, or choose another --data or --store");
    } else if (version.isEmpty() || version.getAsInt() < NEWEST) {
      migrate(url, dialect);
    }
  }

  private static void migrate(String url, Dialect dialect) throws StoreException {
    FLYWAY.setLevel(Level.WARNING);
    try {
      Flyway.configure()
          .dataSource(url, null, null)
          .locations(FILES)
          .placeholders(Map.of("bytes", dialect.bytes()))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "the tables of the store " + url + " could not be made: " + e.getMessage());
    }
  }

  /** The version of the tables; empty if there are none. */
  private static OptionalInt version(Connection connection) {
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                    + " ORDER BY installed_rank DESC LIMIT 1")) {
      return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
    } catch (SQLException e) {
      return OptionalInt.empty(); // there is no such table
    }
  }
}

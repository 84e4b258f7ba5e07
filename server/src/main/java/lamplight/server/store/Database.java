package lamplight.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The one connection to a database: what is done with it goes one after another, each time in a
 * transaction. One that is lost, as when a server of databases was started anew, is made again for
 * the next.
 */
final class Database implements AutoCloseable {
  /** How long a server of databases may take to say that it is there. */
  private static final int VALID_SECONDS = 2;

  private final String url;
  private final Dialect dialect;
  private Optional<Connection> connection = Optional.empty();

  /** What the connection was last told of when a commit is done. */
  private Dialect.Care care = Dialect.Care.SYNCED;

  private Database(String url, Dialect dialect) {
    this.url = url;
    this.dialect = dialect;
  }

  /** Something to do in one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Opens a database, and brings its tables up to date.
   *
   * @throws StoreException if it cannot be used, or a newer Lamplight has made it
   */
  static Database at(String url) throws StoreException {
    Database database = new Database(url, Dialect.of(url));
    try {
      Connection fresh = database.connect();
      Schema.bringUpToDate(fresh, url, database.dialect);
      database.use(fresh);
    } catch (SQLException e) {
      throw new StoreException("the store " + url + " cannot be used: " + e.getMessage());
    }
    return database;
  }

  /** Does something that is durable when this returns. */
  <T> T transaction(Work<T> work) throws StoreException {
    return transaction(Dialect.Care.SYNCED, work);
  }

  synchronized <T> T transaction(Dialect.Care how, Work<T> work) throws StoreException {
    try {
      Connection on = connected();
      beCareful(on, how);
      try {
        T done = work.in(on);
        on.commit();
        return done;
      } catch (SQLException e) {
        rollBack(on, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(String.valueOf(e.getMessage()), dialect.isConflict(e), e);
    }
  }

  private Connection connected() throws SQLException {
    return connection.isPresent() ? connection.get() : use(connect());
  }

  private Connection connect() throws SQLException {
    Connection fresh = DriverManager.getConnection(url);
    dialect.prepare(fresh);
    return fresh;
  }

  private Connection use(Connection fresh) throws SQLException {
    fresh.setAutoCommit(false);
    care = Dialect.Care.SYNCED;
    connection = Optional.of(fresh);
    return fresh;
  }

  /** Between two transactions, where alone that can be said. */
  private void beCareful(Connection on, Dialect.Care how) throws SQLException {
    if (how != care) {
      try (Statement statement = on.createStatement()) {
        on.setAutoCommit(true);
        statement.execute(dialect.sql(how));
        on.setAutoCommit(false);
        care = how;
      } catch (SQLException e) {
        drop(on, e);
        throw e;
      }
    }
  }

  private void rollBack(Connection on, SQLException because) {
    try {
      on.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
      begin(on, because);
    }
    try {
      if (!on.isValid(VALID_SECONDS)) {
        drop(on, because);
      }
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /** The next transaction makes another connection. */
  private void drop(Connection on, SQLException because) {
    connection = Optional.empty();
    try {
      on.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Begins a transaction by hand: SQLite rolls back by itself when the disk is full, and the
   * driver, whose own rollback then fails, begins none, so that each statement would be a
   * transaction.
   */
  private static void begin(Connection on, SQLException because) {
    try (Statement statement = on.createStatement()) {
      statement.execute("BEGIN");
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the store could not be closed", e);
    }
  }
}

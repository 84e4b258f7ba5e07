package lamplight.server.runtime;

import java.util.concurrent.Executor;

/** The way back to one client; every method returns at once and may be called in any thread. */
public interface Outlet {
  /** Writes what one moment had for this client. */
  void deliver(Batch batch);

  /** Closes the connection once all batches before are flushed, or after a few seconds. */
  void close();

  /** Closes the connection at once. */
  void cut();

  /** The thread that brings the client's messages, which can do something behind them. */
  Executor thread();

  /** Whether to go on reading from the client; off while too many of its messages wait. */
  void reading(boolean on);
}

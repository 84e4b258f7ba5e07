package lamplight.tui.link;

import java.nio.ByteBuffer;

/**
 * Carries bytes to a server and back. Its calls return at once; what happens is told to the
 * listener, from whatever thread.
 */
public interface Wire {
  /** Leads nowhere. */
  Wire NONE =
      new Wire() {
        @Override
        public void open(Listener listener) {
          // It never opens.
        }

        @Override
        public void send(ByteBuffer bytes) {
          // Nobody hears.
        }

        @Override
        public void close() {
          // There is nothing to close.
        }
      };

  /** Begins to connect. */
  void open(Listener listener);

  /** Writes bytes; does nothing if the connection has ended. */
  void send(ByteBuffer bytes);

  /** Ends the connection; its listener hears nothing more of it. */
  void close();

  /** What becomes of one connection: opened once, then bytes, then lost; or lost only. */
  interface Listener {
    void opened();

    /** The receiver may keep the bytes. */
    void received(ByteBuffer bytes);

    /** The server is met first and shows a certificate that nobody vouches for: its SHA-256. */
    void warned(String certificate);

    /** A sentence for people: why. */
    void lost(String reason);
  }
}

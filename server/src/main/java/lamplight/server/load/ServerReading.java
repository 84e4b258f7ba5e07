package lamplight.server.load;

import java.util.OptionalLong;

/**
 * What a server's process takes, at one moment.
 *
 * @param cpuMicros time that it has computed
 * @param resident bytes of the machine's memory
 */
public record ServerReading(long cpuMicros, long resident) {

  /** Where readings come from; it may take a moment. */
  public interface Meter {
    /**
     * How the server stands now.
     *
     * @param session a game that this server must have, so that it is not another one
     */
    ServerReading read(String session) throws MeterException;

    /** Bytes that its heap holds once garbage is collected; empty if that cannot be had. */
    OptionalLong held();
  }

  /** The server could not be read, in words. */
  public static final class MeterException extends Exception {
    private static final long serialVersionUID = 1L;

    public MeterException(String words) {
      super(words);
    }
  }
}

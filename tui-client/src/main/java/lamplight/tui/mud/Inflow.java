package lamplight.tui.mud;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lamplight.engine.wire.Limits;

/**
 * The bytes of a connection as telnet sees them: compressed from one byte on (MCCP2, an RFC 1950
 * stream) and plain again behind the stream's end. A stream may be cut anywhere.
 */
final class Inflow implements AutoCloseable {
  /** Takes the bytes one by one; it may call {@link Inflow#compressed} at any of them. */
  interface Sink {
    void receive(byte octet);

    /**
     * The stream is damaged, or inflates to absurdly much; the rest of what came with it is lost.
     */
    void damaged();
  }

  private final Sink sink;
  private final byte[] buffer = new byte[4 * 1024];
  private Inflater inflater = new Inflater();
  private boolean compressed;

  /** What may still come out of the bytes that are being received. */
  private int room;

  Inflow(Sink sink) {
    this.sink = sink;
  }

  /** The next byte begins a compressed stream. */
  void compressed() {
    compressed = true;
  }

  void receive(byte[] bytes) {
    int at = 0;
    room = Limits.INFLATED_BYTES;
    while (at < bytes.length) {
      if (compressed) {
        at = inflate(bytes, at);
      } else {
        sink.receive(bytes[at++]);
      }
    }
  }

  /** Gives the place behind what belongs to the stream. */
  private int inflate(byte[] bytes, int from) {
    inflater.setInput(bytes, from, bytes.length - from);
    try {
      int count;
      do {
        count = inflater.inflate(buffer, 0, Math.min(buffer.length, room));
        room -= count;
        for (int i = 0; i < count; i++) {
          sink.receive(buffer[i]);
        }
      } while (count > 0 && !inflater.finished());
      if (inflater.finished()) {
        int rest = inflater.getRemaining();
        plain();
        return bytes.length - rest;
      }
      if (inflater.needsDictionary() || room == 0) {
        plain();
        sink.damaged();
      }
    } catch (DataFormatException e) {
      plain();
      sink.damaged();
    }
    return bytes.length;
  }

  private void plain() {
    compressed = false;
    inflater.end();
    inflater = new Inflater();
  }

  @Override
  public void close() {
    inflater.end();
  }
}

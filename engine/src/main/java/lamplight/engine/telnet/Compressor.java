package lamplight.engine.telnet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * Makes RFC 1950 streams for MCCP2, any number of them, in one thread.
 *
 * <p>A deflater holds a quarter of a megabyte, which is too much for each connection. But a stream
 * is only blocks, a flush ends with a whole byte, and what a block refers back to can be given to a
 * fresh deflater as its dictionary. So all streams share one, and a stream keeps its last few
 * kilobytes and the checksum.
 */
public final class Compressor implements AutoCloseable {
  /** What a stream remembers of itself, in bytes; a room's description is well within. */
  static final int HISTORY = 4 * 1024;

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] buffer = new byte[4 * 1024];

  /** A new stream. */
  public Stream stream() {
    return new Stream(this);
  }

  /** Frees the deflater. */
  @Override
  public void close() {
    deflater.end();
  }

  private void deflate(byte[] history, byte[] data, ByteArrayOutputStream out) {
    deflater.reset();
    if (history.length > 0) {
      deflater.setDictionary(history);
    }
    deflater.setInput(data);
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      out.write(buffer, 0, count);
    } while (count == buffer.length);
  }

  /** One stream, from its header to its checksum. */
  public static final class Stream {
    /** Deflate with a 32 KiB window at the usual level: RFC 1950's two bytes. */
    private static final byte[] HEADER = {0x78, (byte) 0x9C};

    /** A last block with nothing in it. */
    private static final byte[] LAST_BLOCK = {0x03, 0x00};

    private final Compressor compressor;
    private final Adler32 checksum = new Adler32();
    private byte[] history = {};
    private boolean begun;

    private Stream(Compressor compressor) {
      this.compressor = compressor;
    }

    /** The stream's next bytes, from which a receiver gets all of {@code data} at once. */
    public byte[] compress(byte[] data) {
      if (data.length == 0) {
        return data;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 + data.length / 2);
      begin(out);
      checksum.update(data);
      compressor.deflate(history, data, out);
      remember(data);
      return out.toByteArray();
    }

    /** The stream's end. */
    public byte[] finish() {
      ByteArrayOutputStream out = new ByteArrayOutputStream(8);
      begin(out);
      out.writeBytes(LAST_BLOCK);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write((int) (checksum.getValue() >> shift));
      }
      return out.toByteArray();
    }

    private void begin(ByteArrayOutputStream out) {
      if (!begun) {
        begun = true;
        out.writeBytes(HEADER);
      }
    }

    private void remember(byte[] data) {
      byte[] all = Arrays.copyOf(history, history.length + data.length);
      System.arraycopy(data, 0, all, history.length, data.length);
      history =
          all.length > HISTORY ? Arrays.copyOfRange(all, all.length - HISTORY, all.length) : all;
    }
  }
}

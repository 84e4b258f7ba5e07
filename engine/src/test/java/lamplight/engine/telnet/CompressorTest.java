package lamplight.engine.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of one compressor, read by the JDK's own inflater. */
class CompressorTest {
  /** One stream and who reads it. */
  private static final class Pair {
    final Compressor.Stream stream;
    final Inflater inflater = new Inflater();

    Pair(Compressor compressor) {
      stream = compressor.stream();
    }

    byte[] carry(byte[] data) throws DataFormatException {
      return inflate(stream.compress(data));
    }

    byte[] inflate(byte[] bytes) throws DataFormatException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1000];
      inflater.setInput(bytes);
      for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsFlushedArrivesWholeInEachOfManyStreams(long seed) throws DataFormatException {
    Random random = new Random(seed);
    try (Compressor compressor = new Compressor()) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        pairs.add(new Pair(compressor));
      }
      for (int round = 0; round < 200; round++) {
        byte[] data = new byte[random.nextInt(10) == 0 ? 20_000 : random.nextInt(300)];
        for (int i = 0; i < data.length; i++) {
          data[i] = (byte) random.nextInt(round % 7 == 0 ? 256 : 4);
        }
        Pair pair = pairs.get(random.nextInt(pairs.size()));
        assertThat(pair.carry(data)).as("seed " + seed + ", round " + round).isEqualTo(data);
      }
      for (Pair pair : pairs) {
        assertThat(pair.inflate(pair.stream.finish())).isEmpty();
        assertThat(pair.inflater.finished()).as("the checksum is right").isTrue();
      }
    }
  }

  @Test
  void aStreamThatEndsBeforeItBeganIsWhole() throws DataFormatException {
    try (Compressor compressor = new Compressor()) {
      Pair pair = new Pair(compressor);
      assertThat(pair.inflate(pair.stream.finish())).isEmpty();
      assertThat(pair.inflater.finished()).isTrue();
    }
  }

  @Test
  void whatWasSaidShortlyBeforeIsNotSaidAgainInFull() {
    byte[] room =
        "The yard of the mill. The great wheel stands still, and the race beside it is dry."
            .getBytes(StandardCharsets.UTF_8);
    try (Compressor compressor = new Compressor()) {
      Compressor.Stream stream = compressor.stream();
      stream.compress(room);
      assertThat(stream.compress(room).length).isLessThan(room.length / 4);
    }
  }
}

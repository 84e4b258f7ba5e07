package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lamplight.engine.wire.MessagesTest.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server makes of lines that are not as they should be. */
class ServerEndTest {

  private static final String PING = "PING:still here\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          look                    | ERROR:malformed:a message is TYPE or TYPE:field:field, such as CMD:look
          cmd:look                | ERROR:malformed:a message is TYPE or TYPE:field:field, such as CMD:look
          CMD#x:look              | ERROR:malformed:a message is TYPE or TYPE:field:field, such as CMD:look
          DANCE                   | ERROR:unknown_message:DANCE is no message; a command is sent as CMD:look
          DANCE#4:x               | ERROR#4:unknown_message:DANCE is no message; a command is sent as CMD:look
          JOIN:otter-42           | ERROR:malformed:JOIN needs <player>: JOIN:<session>:<player>[:<password>]
          JOIN#9                  | ERROR#9:malformed:JOIN needs <session>: JOIN:<session>:<player>[:<password>]
          ACK:x:1ef11ed7          | ERROR:malformed:ACK: <version> is a number, not x
          ACK:1234567890123456789:0 | ERROR:malformed:ACK: <version> is a number, not 1234567890123456789
          ACK:1:green             | ERROR:malformed:ACK: a hash is eight hex digits
          HELLO:99999999999:nc    | ERROR:malformed:HELLO: <protocol> is too large
          CREATE:mill:100%        | ERROR:malformed:CREATE: % is followed by two hex digits; write %25 for a percent sign
          CREATE:mill:%ff         | ERROR:malformed:CREATE: the percent-encoded bytes are not UTF-8
          """)
  void aBadLineIsAnsweredAndSurvived(String line, String answer) {
    assertThat(answers(bytes(line + "\n" + PING))).containsExactly(answer, PING.strip());
  }

  @Test
  void controlCharactersHaveToBeEncodedButATabIsABlank() {
    assertThat(answers(bytes("CMD:say \u001b[2J\nCMD:take\tlamp\n" + PING)))
        .containsExactly(
            "ERROR:malformed:control characters are percent-encoded, such as %0A for a line feed",
            "CMD:take lamp", PING.strip());
  }

  @Test
  void invalidUtf8IsAnsweredAndSurvived() {
    ByteBuffer telnet =
        ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xFB, 1, '\n', 'B', 'Y', 'E', '\n'});
    assertThat(answers(telnet)).containsExactly("ERROR:bad_encoding:a line is UTF-8", "BYE");
  }

  @Test
  void aStreamIsWholeWhenTheLastWordIsSaid() throws DataFormatException {
    try (ServerEnd end = new ServerEnd()) {
      assertThat(end.last()).as("of lines").isEmpty();
      end.write(new ServerMessage.Welcome(Protocol.VERSION, "test", Set.of(Capability.DEFLATE)));
      byte[] words = end.write(new ServerMessage.Bye(Farewell.BYE, "Come back soon."));
      Inflater inflater = new Inflater();
      byte[] plain = new byte[100];
      inflater.setInput(words);
      int length = inflater.inflate(plain);
      assertThat(new String(plain, 0, length, UTF_8)).isEqualTo("BYE:bye:Come back soon.\n");
      assertThat(inflater.finished()).isFalse();
      inflater.setInput(end.last());
      assertThat(inflater.inflate(plain)).isZero();
      assertThat(inflater.finished()).isTrue();
      inflater.end();
    }
  }

  @Test
  void crLfEndsALineAndAnEmptyLineIsNothing() {
    assertThat(answers(bytes("LIST\r\n\r\n\nBYE\r\n"))).containsExactly("LIST", "BYE");
  }

  @ParameterizedTest
  @ValueSource(ints = {4097, 5000, 1_000_000})
  void aLineThatIsTooLongIsAnsweredOnceAndSkipped(int length) {
    assertThat(answers(bytes("CMD:" + "x".repeat(length - 4) + "\n" + PING)))
        .containsExactly("ERROR:line_too_long:a line has at most 4096 bytes", PING.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aLineOfExactlyTheLimitIsRead(String end) {
    String line = "CMD:" + "é".repeat(2046);
    assertThat(answers(bytes(line + end))).containsExactly(line);
  }

  @Test
  void aTooLongLineIsAnsweredBeforeItsEndComes() {
    assertThat(answers(bytes("x".repeat(4097)))).hasSize(1);
  }

  @Test
  void tooMuchLiveDataIsRefused() {
    assertThat(answers(bytes("LIVE:stroke:" + "x".repeat(1025) + "\n")))
        .containsExactly("ERROR:too_large:LIVE carries at most 1024 bytes of data");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void segmentsMayEndAnywhere(long seed) {
    String stream =
        MessagesTest.fromClient().stream()
            .map(sample -> sample.lines() + "\r\n")
            .collect(Collectors.joining("x".repeat(9000) + "\n"));
    byte[] all = bytes(stream).array();
    List<String> whole = answers(ByteBuffer.wrap(all));

    Random random = new Random(seed);
    ServerEnd end = new ServerEnd();
    List<String> cut = new ArrayList<>();
    for (int from = 0; from < all.length; ) {
      int length = Math.min(all.length - from, 1 + random.nextInt(300));
      cut.addAll(shown(end.read(ByteBuffer.wrap(all, from, length))));
      from += length;
    }
    assertThat(cut).as("seed %s", seed).isEqualTo(whole).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void noBytesBreakTheReader(long seed) {
    Random random = new Random(seed);
    ServerEnd end = new ServerEnd();
    for (int round = 0; round < 2000; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      for (int i = 0; i < noise.length; i++) {
        noise[i] =
            (byte)
                (random.nextInt(4) == 0 ? "CMD#:%\n".charAt(random.nextInt(7)) : random.nextInt());
      }
      end.read(ByteBuffer.wrap(noise));
    }
    end.read(bytes("\n"));
    assertThat(shown(end.read(bytes(PING)))).containsExactly(PING.strip());
  }

  private static List<String> answers(ByteBuffer bytes) {
    return shown(new ServerEnd().read(bytes));
  }

  private static List<String> shown(List<Inbound<ClientMessage>> read) {
    List<String> lines = new ArrayList<>();
    for (Inbound<ClientMessage> inbound : read) {
      lines.add(
          inbound instanceof Inbound.Good<ClientMessage> good
              ? new ClientEnd().write(good.message()).strip()
              : new String(
                      new ServerEnd().write(((Inbound.Bad<ClientMessage>) inbound).answer()), UTF_8)
                  .strip());
    }
    return lines;
  }
}

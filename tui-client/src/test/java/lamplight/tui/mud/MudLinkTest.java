package lamplight.tui.mud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import lamplight.engine.wire.Limits;
import lamplight.tui.link.Act;
import lamplight.tui.link.News;
import lamplight.tui.text.Row;
import lamplight.tui.text.Tint;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Play on other servers, byte by byte. */
class MudLinkTest {
  private static final Abilities ABILITIES =
      new Abilities("xterm-256color", Tint.Depth.INDEXED, false);

  private final List<String> told = new ArrayList<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final MudLink link =
      new MudLink(
          "mud.example:4000",
          Words.ENGLISH,
          ABILITIES,
          new Macros(Map.of("k", "kill %1"), Map.of("* arrives.", "wave")));

  static Stream<Arguments> negotiations() {
    return Stream.of(
        arguments("nothing of its own", "", ""),
        arguments("refuses what it does not know, once", "FFFB5B FFFB5B FFFD2D", "FFFE5B FFFC2D"),
        arguments("prompt marks", "FFFB19", "FFFD19"),
        arguments("the size, when asked", "FFFD1F", "FFFB1F FFFA1F00500018FFF0"),
        arguments(
            "its name, its terminal, what it can; then the last again",
            "FFFD18 FFFA1801FFF0 FFFA1801FFF0 FFFA1801FFF0 FFFA1801FFF0",
            "FFFB18 FFFA1800"
                + hex("LAMPLIGHT")
                + "FFF0 FFFA1800"
                + hex("XTERM-256COLOR")
                + "FFF0 FFFA1800"
                + hex("MTTS 13")
                + "FFF0 FFFA1800"
                + hex("MTTS 13")
                + "FFF0"),
        arguments(
            "the charset, as the one who is asked",
            "FFFB2A FFFA2A01" + hex(";US-ASCII;UTF-8") + "FFF0",
            "FFFD2A FFFA2A02" + hex("UTF-8") + "FFF0"),
        arguments(
            "no charset that it has not",
            "FFFB2A FFFA2A01" + hex(";BIG5") + "FFF0",
            "FFFD2A FFFA2A03FFF0"),
        arguments(
            "GMCP",
            "FFFBC9",
            "FFFDC9 FFFAC9"
                + hex("Core.Hello {\"client\":\"Lamplight\",\"version\":\"1\"}")
                + "FFF0 FFFAC9"
                + hex(GmcpReplica.SUPPORTS)
                + "FFF0"),
        arguments("a timing mark each time", "FFFD06 FFFD06", "FFFB06 FFFB06"),
        arguments("are you there", "FFF6", hex("[yes]\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("negotiations")
  void optionsAreAgreed(String what, String received, String answered) {
    open();
    for (byte octet : bytes(received)) {
      act(link.received(ByteBuffer.wrap(new byte[] {octet}), 0));
    }
    assertThat(HexFormat.of().withUpperCase().formatHex(sent.toByteArray()))
        .isEqualTo(answered.replace(" ", ""));
  }

  @Test
  void linesAndPromptsAreShownAndCommandsSent() {
    open();
    receive("Welcome!\r\nName: ÿù".getBytes(StandardCharsets.ISO_8859_1));
    act(link.command("Ann"));
    receive("Name: ÿù".getBytes(StandardCharsets.ISO_8859_1));
    receive("A rat arrives.\n".getBytes(StandardCharsets.ISO_8859_1));
    act(link.command("k rat"));
    assertThat(told).containsExactly("seated", "Welcome!", "Name: ", "Name: ", "A rat arrives.");
    assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("Ann\r\nwave\r\nkill rat\r\n");
  }

  @Test
  void aLineThatStaysUnfinishedIsAPrompt() {
    open();
    receive("Your choice? ".getBytes(StandardCharsets.UTF_8));
    assertThat(told).containsExactly("seated");
    assertThat(link.wake()).isEqualTo(MudLink.PROMPT_AFTER);
    act(link.tick(MudLink.PROMPT_AFTER));
    assertThat(told).containsExactly("seated", "Your choice? ");
  }

  @Test
  void passwordsAreHiddenAndStandForNothingElse() {
    open();
    receive(bytes("FFFB01" + hex("Password: ")));
    act(link.command("k rat"));
    receive(bytes("FFFC01" + hex("\r\nHello.\r\n")));
    assertThat(told)
        .containsExactly("seated", "hidden true", "hidden false", "Password: ", "Hello.");
    assertThat(sent.toString(StandardCharsets.ISO_8859_1)).isEqualTo("ÿý\u0001k rat\r\nÿþ\u0001");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void compressionBeginsAndEndsAtAnyByte(int piece) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes("FFFB56" + hex("plain\r\n") + "FFFA56FFF0"));
    all.writeBytes(deflated("small ÿÿ and large\r\n".repeat(20)));
    all.writeBytes(bytes("FFFC56" + hex("plain again\r\n")));
    open();
    byte[] bytes = all.toByteArray();
    for (int at = 0; at < bytes.length; at += piece) {
      receive(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
    }
    assertThat(told)
        .hasSize(23)
        .startsWith("seated", "plain", "small ÿ and large")
        .endsWith("plain again");
  }

  /** Sixteen KiB that a server sends can inflate to sixteen MiB. */
  @Test
  void aStreamThatInflatesToAbsurdlyMuchIsGivenUp() {
    open();
    receive(bytes("FFFB56FFFA56FFF0"));
    receive(deflated("ha\r\n".repeat(3 * Limits.INFLATED_BYTES / 4)));
    assertThat(told)
        .hasSizeBetween(Limits.INFLATED_BYTES / 4, Limits.INFLATED_BYTES / 4 + 10)
        .anyMatch(line -> line.contains("compress"));
  }

  @Test
  void anOldServerIsWrittenToAsItWrites() {
    open();
    act(link.command("ü"));
    receive(bytes("4772FC DF65 0D0A"));
    act(link.command("üÿ☃"));
    receive(bytes("C3BC 0D0A"));
    act(link.command("ü"));
    assertThat(told).containsExactly("seated", "Grüße", "ü");
    assertThat(HexFormat.of().withUpperCase().formatHex(sent.toByteArray()))
        .isEqualTo("C3BC0D0A" + "FCFFFF3F0D0A" + "C3BC0D0A");
  }

  @Test
  void aBrokenStreamIsGivenUp() {
    open();
    receive(bytes("FFFB56FFFA56FFF0"));
    receive(hexBytes("this is not compressed"));
    receive(hexBytes("but this can be read\r\n"));
    assertThat(told).anyMatch(line -> line.contains("compress")).endsWith("but this can be read");
    assertThat(HexFormat.of().withUpperCase().formatHex(sent.toByteArray()))
        .isEqualTo("FFFD56FFFE56");
  }

  @Test
  void anEndedConnectionIsMadeAgainAtEnter() {
    open();
    act(link.lost("the server closed the connection", 0));
    sent.reset();
    List<Act> again = link.command("");
    assertThat(again).hasAtLeastOneElementOfType(Act.Open.class);
  }

  private void open() {
    act(link.tick(0));
    act(link.opened(0));
  }

  private void receive(byte[] bytes) {
    act(link.received(ByteBuffer.wrap(bytes), 0));
  }

  private void act(List<Act> acts) {
    for (Act act : acts) {
      if (act instanceof Act.Send send) {
        sent.writeBytes(Arrays.copyOf(send.bytes().array(), send.bytes().limit()));
      } else if (act instanceof Act.Tell tell) {
        words(tell.news());
      }
    }
  }

  private void words(News news) {
    if (news instanceof News.Printed printed) {
      told.add(new Row(printed.line()).plain());
    } else if (news instanceof News.Hidden hidden) {
      told.add("hidden " + hidden.on());
    } else if (news instanceof News.Seated) {
      told.add("seated");
    } else if (news instanceof News.Told line) {
      told.add(line.line().plain());
    }
  }

  private static byte[] deflated(String words) {
    Deflater deflater = new Deflater();
    deflater.setInput(words.getBytes(StandardCharsets.ISO_8859_1));
    deflater.finish();
    byte[] buffer = new byte[64 * 1024];
    int count = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, count);
  }

  private static String hex(String words) {
    return HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hexBytes(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}

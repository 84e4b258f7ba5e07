package lamplight.tui.mud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of foreign servers to lines: what is shown, in which colours, and what never is. */
class AnsiTest {
  private static final String E = "\u001b";

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("ends of lines", "a\r\nb\nc\n\rd\n", "a|b|c|d"),
        arguments("an empty line", "a\r\n\r\nb\r\n", "a||b"),
        arguments("a tab", "a\tb\n", "a       b"),
        arguments("a backspace", "ab\bc\n", "ac"),
        arguments("letters", "é漢🐉\n", "é漢🐉"),
        arguments("a bell and other controls", "a\u0007b\u0001c\u007f\n", "abc"),
        arguments("cursor movement", "a" + E + "[2J" + E + "[1;1Hb" + E + "[?25l\n", "ab"),
        arguments("a window's name", "a" + E + "]0;mine\u0007b\n", "ab"),
        arguments("the clipboard", "a" + E + "]52;c;aGk=" + E + "\\b\n", "ab"),
        arguments("a link", E + "]8;;http://x" + E + "\\look" + E + "]8;;" + E + "\\\n", "look"),
        arguments("a device string", "a" + E + "P1$r0m" + E + "\\b\n", "ab"),
        arguments("a string without an end", "a" + E + "]0;never\nb\n", "ab"),
        arguments("a character set", "a" + E + "(Bb\n", "ab"),
        arguments("a sequence cut by a line's end", "a" + E + "[3\nb\n", "a|b"),
        arguments("an escape in a sequence", "a" + E + "[3" + E + "[1mb\n", "ab"),
        arguments("C1 controls", "a\u009b2Jb\n", "a2Jb"),
        arguments("marks of direction", "a\u202eb\u200bc\n", "abc"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void textIsShownAndNothingElseHasAnEffect(String what, String sent, String shown) {
    assertThat(lines(sent.getBytes(StandardCharsets.UTF_8)))
        .extracting(line -> new Row(line).plain())
        .isEqualTo(List.of(shown.split("\\|", -1)));
  }

  static Stream<Arguments> colours() {
    return Stream.of(
        arguments("plain", "a", "a:"),
        arguments("one of 8", E + "[31mred" + E + "[0m.", "red:red .:"),
        arguments("bright", E + "[1;92mgo" + E + "[22m!", "go:bright_green,bold !:bright_green"),
        arguments("of 256, among the first 16", E + "[38;5;9ma", "a:bright_red"),
        arguments("of 256", E + "[38;5;208ma", "a:yellow,#ff8700"),
        arguments("exact", E + "[38;2;1;2;3ma", "a:black,#010203"),
        arguments("exact, with colons", E + "[38:2:1:2:3ma", "a:black,#010203"),
        arguments("a background", E + "[41;48;5;9;32ma", "a:green"),
        arguments("marks", E + "[3;4;7ma" + E + "[23;24;27mb", "a:italic,reverse,underline b:"),
        arguments("the usual colour again", E + "[31ma" + E + "[39mb", "a:red b:"),
        arguments("no numbers", E + "[31ma" + E + "[mb", "a:red b:"),
        arguments("nonsense", E + "[;999999;38;5ma", "a:"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("colours")
  void coloursAndMarksStay(String what, String sent, String looks) {
    List<List<Run>> lines = lines((sent + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(lines.get(0).stream().map(AnsiTest::look).collect(Collectors.joining(" ")))
        .isEqualTo(looks);
  }

  private static String look(Run run) {
    List<String> words = new ArrayList<>();
    run.ink()
        .own()
        .ifPresent(
            tint -> {
              tint.basic().ifPresent(basic -> words.add(basic.name().toLowerCase(Locale.ROOT)));
              tint.exact().ifPresent(rgb -> words.add("#%06x".formatted(rgb)));
              tint.marks().stream()
                  .map(mark -> mark.name().toLowerCase(Locale.ROOT))
                  .sorted()
                  .forEach(words::add);
            });
    assertThat(run.ink().own().isPresent() || run.ink().equals(Ink.PROSE)).isTrue();
    return run.words() + ":" + String.join(",", words);
  }

  @Test
  void bytesThatAreNoUtf8AreLettersOfOldServers() {
    byte[] bytes = {
      'c',
      'a',
      'f',
      (byte) 0xE9,
      ' ',
      (byte) 0xC3,
      (byte) 0xA9,
      ' ',
      (byte) 0x93,
      'x',
      (byte) 0xFF,
      (byte) 0xED,
      (byte) 0xA0,
      (byte) 0x80,
      '\n'
    };
    assertThat(lines(bytes))
        .extracting(line -> new Row(line).plain())
        .containsExactly("café é “xÿí €");
  }

  @Test
  void aLineWithoutAnEndIsBroken() {
    byte[] bytes = "x".repeat(3 * Ansi.MAX_LINE).getBytes(StandardCharsets.UTF_8);
    assertThat(lines(bytes)).hasSize(3);
  }

  private static List<List<Run>> lines(byte[] bytes) {
    List<List<Run>> lines = new ArrayList<>();
    Letters letters = new Letters(new Ansi(lines::add)::accept);
    for (byte octet : bytes) {
      letters.accept(octet);
    }
    return lines;
  }
}

package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "NONE|'Bea waves.'",
        "SIXTEEN|ESC '[32mBea' ESC '[0m waves.'",
        "MANY|ESC '[38;5;114mBea' ESC '[0m waves.'",
        "TRUE|ESC '[38;2;135;215;135mBea' ESC '[0m waves.'"
      })
  void wordsAreColouredAsFarAsTheClientCan(String row) {
    String colours = row.substring(0, row.indexOf('|'));
    Ink ink = new Ink(Ink.Colours.valueOf(colours), false, false);
    Line line = new Line(List.of(new Span(Span.Kind.PLAYER, "bea", "Bea"), Span.plain(" waves.")));
    assertThat(Script.words(ink.row(TextKind.EVENT, line).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(row.substring(row.indexOf('|') + 1));
  }

  @Test
  void linksSendACommandAndAreClosed() {
    Ink ink = new Ink(Ink.Colours.NONE, false, true);
    Line line = new Line(List.of(new Span(Span.Kind.ITEM, "lamp", "brass lamp")));
    assertThat(ink.row(TextKind.ROOM, line))
        .isEqualTo("\u001b]8;;send:examine%20brass%20lamp\u001b\\brass lamp\u001b]8;;\u001b\\");
  }

  @Test
  void aLinkOnAnExitGoesThereHoweverItIsWritten() {
    Ink ink = new Ink(Ink.Colours.NONE, false, true);
    Line line = new Line(List.of(new Span(Span.Kind.EXIT, "north", "(n)")));
    assertThat(ink.row(TextKind.ROOM, line))
        .isEqualTo("\u001b]8;;send:go%20north\u001b\\(n)\u001b]8;;\u001b\\");
  }

  @Test
  void aLinkKeepsItsWholeCommandWhateverTheNameIs() {
    Ink ink = new Ink(Ink.Colours.NONE, false, true);
    Line line = new Line(List.of(new Span(Span.Kind.ITEM, "riddle", "“Who? 100%; é&b”")));
    assertThat(ink.row(TextKind.ROOM, line))
        .startsWith(
            "\u001b]8;;send:examine%20%E2%80%9CWho%3F%20100%25%3B%20%C3%A9%26b%E2%80%9D\u001b\\“");
  }
}

package lamplight.server.transport.telnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import org.junit.jupiter.api.Test;

class TypesetterTest {
  private static final Ink PLAIN = new Ink(Ink.Colours.NONE, false, false);
  private static final Ink ASCII = new Ink(Ink.Colours.NONE, true, false);
  private static final Ink COLOURED = new Ink(Ink.Colours.SIXTEEN, false, false);

  private final Typesetter typesetter = new Typesetter();

  private static Line words() {
    return new Line(
        List.of(new Span(Span.Kind.PLAYER, "bea", "Béa"), Span.plain(" says: Good evening.")));
  }

  private byte[] set(int width, Ink ink) {
    return typesetter.set(TextKind.SPEECH, words(), width, ink);
  }

  @Test
  void whatReadsTheSameIsSetOnce() {
    assertThat(set(80, PLAIN)).isSameAs(set(80, PLAIN));
  }

  @Test
  void eachKindOfTerminalIsGivenItsOwn() {
    assertThat(set(80, PLAIN)).asString(UTF_8).isEqualTo("Béa says: Good evening.\r\n");
    assertThat(set(80, ASCII)).asString(UTF_8).isEqualTo("Bea says: Good evening.\r\n");
    assertThat(set(14, PLAIN)).asString(UTF_8).isEqualTo("Béa says: Good\r\nevening.\r\n");
    assertThat(set(80, COLOURED))
        .asString(UTF_8)
        .isEqualTo("\u001b[32mBéa\u001b[0m says: Good evening.\r\n");
  }

  @Test
  void aLineOfAnyLengthIsSet() {
    String words = "word ".repeat(10_000).strip();
    byte[] once = typesetter.set(TextKind.RESULT, Line.of(words), 100_000, PLAIN);
    assertThat(once).asString(UTF_8).isEqualTo(words + "\r\n");
    assertThat(typesetter.set(TextKind.RESULT, Line.of(words), 100_000, PLAIN)).isEqualTo(once);
  }
}

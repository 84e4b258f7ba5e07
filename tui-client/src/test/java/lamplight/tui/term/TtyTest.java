package lamplight.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lamplight.engine.prose.TextKind;
import lamplight.tui.state.Key;
import lamplight.tui.state.Model;
import lamplight.tui.state.Size;
import lamplight.tui.state.Worlds;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import lamplight.tui.view.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes that a terminal gets. */
class TtyTest {
  private static final Size SIZE = new Size(120, 40);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Painter painter;
  private Tty tty;
  private Model model = Worlds.playing(SIZE);

  @BeforeEach
  void start() throws IOException {
    tty = new Tty(out, SIZE);
    painter = new Painter(tty, new Looks(Theme.DARK, Tint.Depth.INDEXED));
    painter.start();
    paint();
  }

  /** What came out for the model since the last call. */
  private String paint() throws IOException {
    painter.paint(View.frame(model));
    String bytes = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return bytes;
  }

  @Test
  void nothingNewSendsNothing() throws IOException {
    assertThat(paint()).isEmpty();
  }

  @Test
  void aTypedKeySendsLittle() throws IOException {
    model = Worlds.after(model, Worlds.typed("x"));
    String bytes = paint();
    assertThat(bytes).contains("x");
    assertThat(bytes.length()).isLessThan(200);
  }

  @Test
  void emojiAccentsAndWideCharactersGoOutWhole() throws IOException {
    model = Worlds.after(model, Worlds.told(TextKind.RESULT, "é 茶 🍵 ✨ א end"));
    String bytes = paint();
    assertThat(bytes).contains("é").contains("茶").contains("🍵").contains("✨").contains("א");
    assertThat(bytes.replace("[?25h", "")).doesNotContain("?").doesNotContain("\0");
  }

  @Test
  void nothingThatIsNotShownGetsThroughTheLastGate() throws IOException {
    out.reset();
    tty.putString("\u001b[2J");
    tty.putCharacter('\u0007');
    tty.flush();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("??");
  }

  @Test
  void theEndTakesBackWhatTheStartAskedFor() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Painter other =
        new Painter(new Tty(all, SIZE), new Looks(Theme.named("mono"), Tint.Depth.NONE));
    other.start();
    String start = all.toString(StandardCharsets.UTF_8);
    all.reset();
    other.stop();
    String end = all.toString(StandardCharsets.UTF_8);
    for (String mode : new String[] {"1049", "2004", "1000", "1006"}) {
      assertThat(start).contains("\u001b[?" + mode + "h");
      assertThat(end).contains("\u001b[?" + mode + "l");
    }
    assertThat(end).contains("\u001b[?25h");
  }

  @Test
  void anotherSizeIsDrawnWhole() throws IOException {
    model = Worlds.after(model, new Key.Special(Key.Name.F1));
    paint();
    Size small = new Size(60, 20);
    tty.resize(small);
    model = Worlds.playing(small);
    assertThat(paint()).contains("Exits").contains("Mill Yard");
  }

  @Test
  void withoutColoursNoColourIsSent() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Painter mono = new Painter(new Tty(all, SIZE), new Looks(Theme.named("mono"), Tint.Depth.NONE));
    mono.start();
    mono.paint(View.frame(model));
    assertThat(all.toString(StandardCharsets.UTF_8))
        .doesNotContainPattern("\u001b\\[(3[0-7]|4[0-7]|9[0-7]|[34]8;[0-9;]+)m");
  }

  /**
   * A screen that is full of prose, and one more line of it. Terminals move whole rows, so what
   * stands beside the story costs something where there is room for it.
   */
  @ParameterizedTest
  @CsvSource({"60,20,256", "80,24,1400", "120,40,2100", "140,45,2500"})
  void aNewLineOfStoryMovesTheOthers(int columns, int rows, int most) throws IOException {
    Size size = new Size(columns, rows);
    tty.resize(size);
    model = Worlds.playing(size);
    for (int i = 0; i < 100; i++) {
      model = Worlds.after(model, Worlds.told(TextKind.RESULT, line(i)));
    }
    paint();
    model = Worlds.after(model, Worlds.told(TextKind.RESULT, "The last line of all is short."));
    String bytes = paint();
    assertThat(bytes).contains("short.").hasSizeLessThan(most);
  }

  private static String line(int number) {
    return "Line %d tells of %s, and of nothing else at all."
        .formatted(number, "x".repeat(number % 17));
  }
}

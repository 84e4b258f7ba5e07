package lamplight.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lamplight.engine.prose.TextKind;
import lamplight.tui.link.News;
import lamplight.tui.state.Key;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Size;
import lamplight.tui.state.Update;
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
    start(SIZE);
    paint();
  }

  private void start(Size size) throws IOException {
    tty = new Tty(out, size);
    painter = new Painter(tty, new Looks(Theme.DARK, Tint.Depth.INDEXED));
    painter.start();
    out.reset();
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
   * A screen that is full of prose, and one more line of it. A terminal with margins at the sides
   * moves the prose alone; others have the map above the story where there is room, and move whole
   * rows where little stands beside it.
   */
  @ParameterizedTest
  @CsvSource({
    "60,20,false,128",
    "80,24,false,1250",
    "80,30,false,500",
    "120,40,false,500",
    "159,60,false,500",
    "300,100,false,1600",
    "80,24,true,100",
    "120,40,true,100",
    "140,45,true,100",
    "300,100,true,100"
  })
  void aNewLineOfStoryMovesTheOthers(int columns, int rows, boolean margins, int most)
      throws IOException {
    painter.heard(new Answers(margins, false));
    full(new Size(columns, rows), margins);
    model = Worlds.after(model, Worlds.told(TextKind.RESULT, "The last line of all is short."));
    String bytes = paint();
    assertThat(bytes).contains("short.");
    assertThat(bytes.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(most);
  }

  @Test
  void aTypedKeySendsLittleWhereverItIsTyped() throws IOException {
    full(SIZE, true);
    for (Key key : Worlds.typed("take the lamp")) {
      model = Worlds.after(model, key);
      assertThat(paint().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100);
    }
  }

  private void full(Size size, boolean margins) throws IOException {
    tty.resize(size);
    model = Update.step(Worlds.playing(size), new Message.Margins(margins)).model();
    for (int i = 0; i < 100; i++) {
      model = Worlds.after(model, Worlds.told(TextKind.RESULT, line(i)));
    }
    paint();
  }

  private static String line(int number) {
    return "Line %d tells of %s, and of nothing else at all."
        .formatted(number, "x".repeat(number % 17));
  }

  /** Whatever happens in whatever order: the terminal shows what a fresh one would show. */
  @ParameterizedTest
  @CsvSource({"1,false,false", "2,true,false", "3,false,true", "4,true,true", "5,true,true"})
  void theTerminalShowsTheFrame(long seed, boolean margins, boolean repeats) throws IOException {
    Random random = new Random(seed);
    Size size = new Size(60 + random.nextInt(80), 20 + random.nextInt(30));
    start(size);
    model = Update.step(Worlds.playing(size), new Message.Margins(margins)).model();
    painter.heard(new Answers(margins, repeats));
    Glass glass = new Glass(size);
    for (int i = 0; i < 60; i++) {
      glass.take(paint());
      assertThat(difference(glass.rows(), fresh(size))).as("seed %d, step %d", seed, i).isEmpty();
      model = EVENTS.get(random.nextInt(EVENTS.size())).apply(model);
    }
  }

  /** The first row that is another. */
  private static String difference(List<String> shown, List<String> wanted) {
    return IntStream.range(0, wanted.size())
        .filter(row -> !shown.get(row).equals(wanted.get(row)))
        .mapToObj(row -> "row %d:%n%s%nand not%n%s".formatted(row, shown.get(row), wanted.get(row)))
        .findFirst()
        .orElse("");
  }

  /** What a terminal shows that was drawn on once. */
  private List<String> fresh(Size size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Painter once = new Painter(new Tty(bytes, size), new Looks(Theme.DARK, Tint.Depth.INDEXED));
    once.start();
    bytes.reset();
    once.paint(View.frame(model));
    Glass glass = new Glass(size);
    glass.take(bytes.toString(StandardCharsets.UTF_8));
    return glass.rows();
  }

  private static final List<UnaryOperator<Model>> EVENTS =
      List.of(
          model ->
              Worlds.after(model, Worlds.told(TextKind.RESULT, line(model.story().rows().size()))),
          model ->
              Worlds.after(
                  model,
                  Worlds.told(
                      TextKind.SPEECH,
                      "茶 🍵 says: Bo, look at the wall over there, and at the other one, before the"
                          + " light goes, and tell us of it.")),
          model -> Worlds.after(model, Worlds.BLANK),
          model -> Worlds.after(model, Worlds.typed("ta")),
          model -> Worlds.after(model, Key.named("Enter")),
          model -> Worlds.after(model, Key.named("Tab")),
          model -> Worlds.after(model, Key.named("PgUp")),
          model -> Worlds.after(model, Key.named("Ctrl-End")),
          model -> Worlds.after(model, Key.named("F1")),
          model -> Worlds.after(model, Key.named("F3")),
          model -> Worlds.after(model, Key.named("Ctrl-P")),
          model -> Worlds.after(model, Key.named("Esc")),
          model -> Worlds.after(model, new News.Changed(Worlds.replica("PLAYER:bo:yard:12:3"))));
}

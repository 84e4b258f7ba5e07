package lamplight.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.TextKind;
import lamplight.tui.link.News;
import lamplight.tui.link.Standing;
import lamplight.tui.state.Key;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Settings;
import lamplight.tui.state.Size;
import lamplight.tui.state.Update;
import lamplight.tui.state.Worlds;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import lamplight.tui.text.Words;
import lamplight.tui.view.Frame;
import lamplight.tui.view.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Screens as text, as Lanterna's virtual terminal shows them. After a wanted change: {@code mvn
 * test -pl tui-client -am -Dtest=ScreensTest -Dlamplight.screens=write}, then look at what the
 * change did to them.
 */
class ScreensTest {
  private static final Path FOLDER = Path.of("src/test/resources/screens");

  private static final Settings ASCII =
      Worlds.settings(Words.ENGLISH, false, true, Settings.Bell.OFF, true);

  private static final Settings GERMAN =
      Worlds.settings(Words.of("de"), false, false, Settings.Bell.OFF, true);

  static Stream<Arguments> screens() {
    return Stream.of(
        screen("game", 80, 24, Worlds::playing),
        screen("game", 140, 45, Worlds::playing),
        screen("game", 200, 50, Worlds::playing),
        screen("game", 60, 20, Worlds::playing),
        screen("map-over-story", 120, 40, ScreensTest::withoutMargins),
        screen("map-over-story", 80, 30, ScreensTest::withoutMargins),
        screen("elsewhere", 80, 24, ScreensTest::elsewhere),
        screen("slow-line", 80, 24, ScreensTest::slowLine),
        screen("too-small", 59, 19, Worlds::playing),
        screen(
            "map",
            80,
            24,
            size -> Worlds.after(Worlds.playing(size), new Key.Special(Key.Name.F2))),
        screen(
            "map-above",
            80,
            24,
            size ->
                Worlds.after(
                    Worlds.playing(size), new Key.Special(Key.Name.UP, true, false, false))),
        screen(
            "help",
            80,
            24,
            size -> Worlds.after(Worlds.playing(size), new Key.Special(Key.Name.F1))),
        screen("game-ascii", 80, 24, size -> Worlds.playing(ASCII, size)),
        screen("game-german", 140, 45, size -> Worlds.playing(GERMAN, size)),
        screen("palette", 80, 24, size -> after(size, "Ctrl-P")),
        screen("palette-asked", 60, 20, size -> after(size, "Ctrl-P", "t", "a", "l", "Down")),
        screen("history", 80, 24, size -> after(size, "x", "Enter", "y", "Enter", "Ctrl-R")),
        screen("search", 80, 24, size -> after(size, "Ctrl-F", "w", "a", "l", "l")),
        screen("search-nothing", 60, 20, size -> after(size, "Ctrl-F", "q", "q")),
        screen("chat", 140, 45, size -> after(size, "F3")),
        screen("likely", 80, 24, size -> after(size, "e", "x", "a")),
        screen("pasted", 60, 20, ScreensTest::pasted),
        screen("help-scrolled", 80, 24, size -> after(size, "F1", "PgDn")),
        screen("completing", 80, 24, ScreensTest::completing),
        screen("reading-back", 60, 20, ScreensTest::readingBack),
        screen("more", 80, 24, size -> more(Worlds.playing(size))),
        screen("more-german", 80, 24, size -> more(Worlds.playing(GERMAN, size))),
        screen("line-lost", 80, 24, ScreensTest::lineLost),
        screen("focus", 80, 24, size -> after(size, "F6", "Tab")),
        screen("focus", 140, 45, size -> after(size, "F6", "Tab")),
        screen("focus-asked", 80, 24, size -> after(size, "F6", "Shift-Tab", "Enter")),
        screen("read-up-to", 60, 20, ScreensTest::readUpTo),
        screen("typing", 80, 24, ScreensTest::typing),
        screen("typing", 140, 45, ScreensTest::typing),
        screen("typing", 60, 20, ScreensTest::typing),
        screen("apart", 80, 24, ScreensTest::apart),
        screen("apart", 140, 45, ScreensTest::apart),
        screen("leaving", 60, 20, size -> Worlds.after(Worlds.playing(size), new Key.Ctrl('c'))),
        screen(
            "naming",
            80,
            24,
            size -> Worlds.after(Worlds.starting(size), new News.Ready("server"))),
        screen("choosing", 80, 24, ScreensTest::choosing),
        screen("choosing", 60, 20, ScreensTest::choosing),
        screen("password", 80, 24, ScreensTest::password),
        screen("map-near", 140, 45, size -> after(size, "F2", "Alt-+", "Alt-+", "Alt-Right")),
        screen("map-far", 140, 45, size -> after(size, "Alt--", "Alt--")),
        screen(
            "story-narrow", 100, 30, size -> after(size, "Shift-Left", "Shift-Left", "Shift-Down")),
        screen("end", 80, 24, ScreensTest::ended),
        screen("end", 60, 20, ScreensTest::ended));
  }

  private static Arguments screen(String name, int columns, int rows, Function<Size, Model> model) {
    return Arguments.of(
        "%s-%dx%d".formatted(name, columns, rows), model.apply(new Size(columns, rows)));
  }

  /** Keys by their names; a single letter is typed. */
  private static Model after(Size size, String... keys) {
    Key[] pressed =
        Stream.of(keys)
            .map(key -> key.length() == 1 ? new Key.Typed(key) : Key.named(key))
            .toArray(Key[]::new);
    return Worlds.after(Worlds.playing(size), pressed);
  }

  private static Model elsewhere(Size size) {
    return Worlds.after(
        Worlds.starting(size),
        new News.Seated("mud.example.org:4000", "", "", false),
        new News.Weather(new Standing(Standing.State.ONLINE, -1, 0, 0, 0, Standing.Form.TELNET)),
        Worlds.told(TextKind.RESULT, "By what name do you wish to be known?"));
  }

  private static Model slowLine(Size size) {
    Standing standing = new Standing(Standing.State.ONLINE, 900, 0, 0, 2, Standing.Form.TEXT);
    return Worlds.after(Worlds.playing(size), new News.Weather(standing));
  }

  private static Model withoutMargins(Size size) {
    return Update.step(Worlds.playing(size), new Message.Margins(false)).model();
  }

  private static Model pasted(Size size) {
    return Worlds.after(Worlds.playing(size), new Key.Pasted("look\nnorth\n\nlook\n"));
  }

  private static Model completing(Size size) {
    return Worlds.after(
        Worlds.after(Worlds.playing(size), Worlds.typed("examine ")),
        new Key.Special(Key.Name.TAB));
  }

  private static Model readingBack(Size size) {
    Model model = Worlds.playing(size);
    for (int i = 1; i <= 9; i++) {
      model =
          Worlds.after(model, Worlds.told(TextKind.RESULT, "The wheel turns a " + i + "th time."));
    }
    Model back = Worlds.after(model, new Key.Wheel(-1, 5, 5));
    return Worlds.after(
        back, Worlds.told(TextKind.EVENT, "Bo comes in from the east."), Worlds.BLANK);
  }

  private static Model readUpTo(Size size) {
    return Worlds.after(readingBack(size), Key.named("Ctrl-End"));
  }

  /** An answer that does not fit. */
  private static Model more(Model playing) {
    Model model = Worlds.enter(playing, "help").model();
    for (int i = 1; i <= 30; i++) {
      model = Worlds.after(model, Worlds.told(TextKind.RESULT, "Word " + i + " of the game."));
    }
    return model;
  }

  private static Model lineLost(Size size) {
    Standing standing =
        new Standing(Standing.State.WAITING, -1, 3_200, 2, 1, Standing.Form.COMPACT);
    return Worlds.after(Worlds.playing(size), new News.Weather(standing));
  }

  private static Model typing(Size size) {
    return Worlds.after(Worlds.playing(size), new News.Typing("bo"));
  }

  /** A world where one knows only of those whom one sees, and Bo is not seen. */
  private static Model apart(Size size) {
    return Worlds.after(
        Worlds.playing(size), new News.Changed(Worlds.without(Worlds.replica(), "PLAYER", "bo")));
  }

  private static Model choosing(Size size) {
    Model named =
        Worlds.after(
            Worlds.after(Worlds.starting(size), new News.Ready("server")), Worlds.typed("Ana"));
    return Worlds.after(Worlds.after(named, new Key.Special(Key.Name.ENTER)), Worlds.listing());
  }

  private static Model ended(Size size) {
    return Worlds.after(
        Worlds.playing(size),
        new News.Changed(
            Worlds.replica(
                "ENDING:bread:won:Master of the Wheel:A Feast with Bread",
                "TALLY:ana:6:31:22:2:0",
                "TALLY:bo:4:17:9:1:1",
                "TALLY:cleo:3:8:5:1:0",
                "ACHIEVED:cat:-:Friend of the cat",
                "ACHIEVED:wet.bo:bo:Went in with both boots")));
  }

  private static Model password(Size size) {
    Model entering = Worlds.after(choosing(size), new Key.Special(Key.Name.ENTER));
    News.Refused refused =
        new News.Refused(OptionalLong.empty(), Refusal.WRONG_PASSWORD, "That is not the password.");
    return Worlds.after(Worlds.after(entering, refused), Worlds.typed("sword"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void aScreenLooksAsItDid(String name, Model model) throws IOException {
    String shown = shown(model);
    Path file = FOLDER.resolve(name + ".txt");
    if (System.getProperty("lamplight.screens", "").equals("write")) {
      Files.writeString(file, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static String shown(Model model) throws IOException {
    TerminalSize size = new TerminalSize(model.size().columns(), model.size().rows());
    DefaultVirtualTerminal terminal = new DefaultVirtualTerminal(size);
    Painter painter = new Painter(terminal, new Looks(Theme.DARK, Tint.Depth.INDEXED));
    painter.start();
    painter.paint(View.frame(model));
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < size.getRows(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < size.getColumns(); column++) {
        TextCharacter cell = terminal.getCharacter(column, row);
        line.append(cell.getCharacterString());
        column += cell.isDoubleWidth() ? 1 : 0;
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Where a word stands on a screen, a click means it. */
  @ParameterizedTest
  @CsvSource({"brass lamp,Words[words=brass lamp]", "B─,Room[id=pond]", "west,Words[words=west]"})
  void whatIsDrawnCanBeClicked(String words, String meant) {
    Frame frame = View.frame(Worlds.playing(new Size(140, 45)));
    List<String> lines = frame.text().lines().toList();
    for (int row = 0; row < lines.size(); row++) {
      int column = lines.get(row).lastIndexOf(words);
      if (column >= 0) {
        assertThat(frame.target(new Frame.Spot(column, row)).map(Object::toString)).contains(meant);
        return;
      }
    }
    throw new AssertionError(words + " is not on the screen");
  }
}

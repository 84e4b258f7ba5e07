package lamplight.engine.play;

import static lamplight.engine.play.Playthrough.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lamplight.engine.model.State;
import lamplight.engine.prose.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a session goes on after an edit of its world: the cases of renewals.txt. */
class RenewalTest {

  /** A case of the table. */
  private record Case(String name, List<String> lines) {
    @Override
    public String toString() {
      return name;
    }

    private List<String> behind(String mark, List<String> lines) {
      return lines.stream()
          .filter(line -> line.startsWith(mark + " "))
          .map(line -> line.substring(mark.length() + 1))
          .toList();
    }

    /** The lines before the first that says something of the edit. */
    private int edit() {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("~")) {
          return i;
        }
      }
      throw new AssertionError(name + " edits nothing");
    }

    List<String> typedBefore() {
      return behind(">", lines.subList(0, edit()));
    }

    List<String> edits() {
      return behind("~", lines);
    }

    List<String> told() {
      return behind("<", lines);
    }

    /** What is typed and read after the edit, or why there is none. */
    String after() {
      return String.join(
          "\n",
          lines.subList(edit(), lines.size()).stream()
              .filter(line -> !line.startsWith("~") && !line.startsWith("<"))
              .toList());
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String line : resource("renewals.txt").lines().toList()) {
      if (line.startsWith("== ")) {
        cases.add(new Case(line.substring(3), new ArrayList<>()));
      } else if (!cases.isEmpty() && !line.isBlank()) {
        cases.get(cases.size() - 1).lines().add(line);
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_session_goes_on(Case row) {
    String yaml = resource("shed.yaml");
    Game old = new Game(Playthrough.story("shed", yaml));
    State state = old.step(old.start(1), new Input.Join(id("Ann"), "Ann")).state();
    if (!row.name().contains("role")) {
      state = old.step(state, new Input.Command(id("Ann"), "west")).state();
    }
    for (String line : row.typedBefore()) {
      state = old.step(state, new Input.Command(id("Ann"), line)).state();
    }

    Game edited = new Game(Playthrough.story("shed", edited(yaml, row.edits())));
    Step renewed = edited.takeOver(old.world(), state, false);

    if (renewed.answer() instanceof Answer.Refused kept) {
      assertThat("! " + kept.text()).isEqualTo(row.after());
      assertThat(renewed.state()).isSameAs(state);
      return;
    }
    assertThat(read(renewed, true)).isEqualTo(String.join("\n", row.told()));
    assertThat(state.with(renewed.changes()))
        .as("the changes say it all")
        .isEqualTo(renewed.state());
    assertThat(edited.takeOver(edited.world(), renewed.state(), false).state())
        .as("a second time there is nothing to mend")
        .isEqualTo(renewed.state());
    assertThat(played(edited, renewed.state(), row.after())).isEqualTo(row.after());
  }

  /** The commands of a text, each with what is read now. */
  private static String played(Game game, State from, String text) {
    State state = from;
    List<String> out = new ArrayList<>();
    for (String line : text.lines().filter(line -> line.startsWith("> ")).toList()) {
      Step step = game.step(state, new Input.Command(id("Ann"), line.substring(2)));
      state = step.state();
      out.add(line);
      read(step, false).lines().forEach(out::add);
      if (step.answer() instanceof Answer.Refused refused) {
        out.add("! " + refused.text());
      }
    }
    return String.join("\n", out);
  }

  private static String read(Step step, boolean names) {
    List<String> lines = new ArrayList<>();
    for (Told told : step.told()) {
      for (Line line : told.paragraph()) {
        if (!line.isEmpty()) {
          lines.add((names ? told.to() + ": " : "") + line.plain());
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String edited(String yaml, List<String> edits) {
    String edited = yaml;
    for (String edit : edits) {
      String[] sides = (edit + " ").split(" => ?", 2);
      String now = sides[1].stripTrailing().replace("\\n", "\n");
      assertThat(edited).as("the file has " + sides[0]).contains(sides[0]);
      if (now.equals("#")) {
        edited =
            String.join("\n", edited.lines().filter(line -> !line.contains(sides[0])).toList());
      } else {
        edited = edited.replace(sides[0], now);
      }
    }
    return edited;
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(RenewalTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

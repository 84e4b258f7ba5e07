package lamplight.engine.play;

import static lamplight.engine.play.Playthrough.id;
import static lamplight.engine.play.Playthrough.inCottage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The debug verbs, and what is noted of commands. */
class WorkbenchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          goto garden         | ann: The Garden / ann: Bean poles. / ann: You can see a straw hat, a left stone and a right stone here. / ann: Exits: south (closed).
          goto moon           | ! There is no room "moon".
          fetch iron_key      | ann: thing iron_key (world.yaml:*): carried by ann, portable / ann: Aha, the iron key.
          fetch moon          | ! There is no thing "moon".
          show box            | ann: thing box (world.yaml:*): on table, closed, portable
          show cook           | ann: person cook (world.yaml:*): in kitchen, fixed
          show ann            | ann: player ann: in kitchen, health 100, energy 100
          show secret_number  | ann: variable secret_number (world.yaml:*): not set; starts as 4
          show timers         | ann: timer candle (world.yaml:*): runs, 3 of 3 turns left / ann: timer kettle (world.yaml:*): stands, 5 of 5 seconds left
          show moon           | ! There is no room, thing, person, variable or player "moon".
          set bell_rung true  | ann: variable bell_rung (world.yaml:*): true; starts as false
          set bell_rung 2     | ! "2" is no value of bell_rung; it is true or false.
          set secret_number 12 | ! "12" is no value of secret_number; it is from 0 to 9.
          set moon 1          | ! There is no variable "moon".
          dance               | ! There is no #dance; #help lists what there is.
          """)
  void answer(String line, String read) {
    Step step = inCottage("Ann").take(new Input.Debug(id("Ann"), "#" + line));
    assertThat(withoutPlaces(Playthrough.read(step, ""))).isEqualTo(read.replace(" / ", "\n"));
  }

  @Test
  void helpNamesEveryVerb() {
    Step step = inCottage("Ann").take(new Input.Debug(id("Ann"), "#help"));
    assertThat(step.told().toString())
        .contains("#trace", "#why", "#goto", "#fetch", "#show", "#set");
    assertThat(step.changes()).isEmpty();
  }

  @Test
  void namesTheLineAndColumnOfARule() {
    Playthrough play = Playthrough.inWorld("rules:\n  stay: {on: wait, do: [{refuse: No.}]}\n");
    Notes notes = new Notes(play.game().story().sources());
    Step step = play.game().step(play.state(), new Input.Command(id("Ann"), "wait"), notes);
    assertThat(notes.reasons(step.answer()).get(0))
        .startsWith("Rule stay (world.yaml:5:3) refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          red, blue | ann: variable seals (world.yaml:*): red, blue; starts as none
          none      | ann: variable seals (world.yaml:*): none; starts as none
          pink      | ! "pink" is no value of seals; it is none, or some of red, green, blue.
          """)
  void setsAreSetByTheirMembers(String members, String read) {
    Playthrough play =
        Playthrough.inWorld("variables: {seals: {type: set, of: [red, green, blue]}}\n");
    Step step = play.take(new Input.Debug(id("Ann"), "#set seals " + members));
    assertThat(withoutPlaces(Playthrough.read(step, ""))).isEqualTo(read);
  }

  @Test
  void debugVerbsTakeNoTurn() {
    Playthrough play = inCottage("Ann");
    play.take(new Input.Debug(id("Ann"), "#goto garden"));
    assertThat(play.state().turn()).isZero();
  }

  @Test
  void withoutTheModeTheMarkMeansNothing() {
    for (String word :
        List.of("goto garden", "trace on", "why", "fetch key", "set bell_rung true")) {
      Playthrough play = inCottage("Ann");
      Step plain = play.game().step(play.state(), new Input.Command(id("Ann"), word));
      Step marked = play.game().step(play.state(), new Input.Command(id("Ann"), "#" + word));
      assertThat(marked.answer()).as(word).isEqualTo(plain.answer());
      assertThat(marked.changes()).as(word).isEqualTo(plain.changes());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pull bell   | Nothing was refused.
          north       | The standard action refused it (door_locked, text open.locked).
          frobnicate  | It was not understood, or is over: unknown_word. No rule was asked.
          drop hat    | Rule no_hat_indoors (world.yaml:*) refused it (not_possible). / Its condition: {at: kitchen} holds.
          """)
  void saysWhyACommandWasRefused(String line, String reasons) {
    Playthrough play = inCottage("Ann");
    play.take(new Input.Debug(id("Ann"), "#fetch hat"));
    Notes notes = new Notes(play.game().story().sources());
    Step step = play.game().step(play.state(), new Input.Command(id("Ann"), line), notes);
    assertThat(withoutPlaces(String.join(" / ", notes.reasons(step.answer())))).isEqualTo(reasons);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kitchen | pull bell   | rule ring (world.yaml:*): do /   act: {You} {ring} the bell, and {shake} {your} head. /   set: {bell_rung: true} /   score: bell
          kitchen | drop hat    | rule no_hat_indoors (world.yaml:*): do /   set: {bell_rung: true} /   refuse: Not on the floor. Cook would mind. / refused: not_possible
          garden  | drop hat    | rule no_hat_indoors (world.yaml:*) passed over: {at: kitchen} does not hold
          kitchen | take key    | rule key_found (world.yaml:*) passed over: it has fired once
          kitchen | north       | refused: door_locked
          kitchen | look        | ''
          """)
  void tracesWhatACommandDid(String room, String line, String trace) {
    Playthrough play = inCottage("Ann");
    play.take(new Input.Debug(id("Ann"), "#fetch hat"));
    play.take(new Input.Debug(id("Ann"), "#fetch iron_key"));
    play.types("Ann", "put key on table");
    play.take(new Input.Debug(id("Ann"), "#goto " + room));
    Notes notes = new Notes(play.game().story().sources());
    play.game().step(play.state(), new Input.Command(id("Ann"), line), notes);
    assertThat(withoutPlaces(String.join(" / ", notes.lines()))).isEqualTo(trace);
  }

  /** Where the tests' world has something is not what is tested here. */
  private static String withoutPlaces(String text) {
    return text.replaceAll("world\\.yaml:\\d+:\\d+", "world.yaml:*");
  }
}

package lamplight.engine.session;

import java.util.List;
import java.util.Locale;
import lamplight.engine.model.Refusal;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Input;
import lamplight.engine.play.Notes;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Observer;

/**
 * What a host types who writes the world: commands are looked at while they are carried out, so
 * that {@code #trace} and {@code #why} can tell of them; the other debug verbs are inputs of the
 * game, for they change it or look into it.
 */
final class Authoring {
  private boolean tracing;
  private List<String> why = List.of("You have typed no command yet.");

  Answer carryOut(Table table, Seat seat, String line, long now) {
    String words = line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return switch (words) {
      case "#trace on", "#trace off" -> trace(seat, words.endsWith("on"));
      case "#trace" ->
          new Answer.Refused(Refusal.NOT_UNDERSTOOD, "Write #trace on, or #trace off.");
      case "#why" -> say(seat, why);
      default ->
          words.startsWith("#")
              ? table.step(new Input.Debug(seat.player, line), Observer.NOBODY, now)
              : observed(table, seat, line, now);
    };
  }

  private Answer trace(Seat seat, boolean on) {
    tracing = on;
    return say(seat, List.of(on ? "Commands are traced." : "Commands are traced no more."));
  }

  private Answer observed(Table table, Seat seat, String line, long now) {
    Notes notes = new Notes(table.stage.sources());
    Answer answer = table.step(new Input.Command(seat.player, line), notes, now);
    why = notes.reasons(answer);
    if (tracing && !notes.lines().isEmpty()) {
      say(seat, notes.lines());
    }
    return answer;
  }

  private static Answer say(Seat seat, List<String> lines) {
    seat.text.add(TextKind.SYSTEM, lines.stream().map(Line::of).toList());
    return Answer.DONE;
  }
}

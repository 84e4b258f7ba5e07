package lamplight.engine.play;

import java.util.Optional;
import lamplight.engine.model.Messages;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.ThingId;
import lamplight.engine.parse.Lexicon;
import lamplight.engine.parse.Verb;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Phase;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.rules.Rulebook.Verdict;

/**
 * Performs commands: rules in place of the action, rules that check it, the action itself, its
 * report or the rules' in place of it, and what rules do besides; then whatever all that sets off.
 */
final class Performer {
  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final Messages messages;
  private final Actions actions;

  Performer(Rulebook rulebook, Lexicon lexicon, Messages messages) {
    this.rulebook = rulebook;
    this.lexicon = lexicon;
    this.messages = messages;
    this.actions = new Actions();
  }

  Rulebook rulebook() {
    return rulebook;
  }

  Messages messages() {
    return messages;
  }

  /**
   * Performs a command on behalf of a player. If it is refused, the draft says why, and whoever
   * called rolls it back.
   */
  void perform(Draft draft, PlayerId actor, Command command) {
    draft.as(Cause.of(actor, command), () -> inPhases(draft, actor, command));
  }

  private void inPhases(Draft draft, PlayerId actor, Command command) {
    if (isInReach(draft, actor, command)
        && rulebook.run(Phase.INSTEAD, command, draft) != Verdict.DONE
        && !draft.isRefused()) {
      rulebook.run(Phase.CHECK, command, draft);
      if (!draft.isRefused()) {
        act(draft, actor, command);
      }
    }
    rulebook.settle(draft);
  }

  /** Whether the actor can come to what the command touches; refuses if not. */
  private boolean isInReach(Draft draft, PlayerId actor, Command command) {
    if (!lexicon.verb(command.action()).map(Verb::touches).orElse(true)) {
      return true;
    }
    Performance performance = new Performance(this, draft, actor);
    return lets(performance, command.noun()) && lets(performance, command.second());
  }

  private static boolean lets(Performance performance, Optional<Referent> noun) {
    return !(noun.orElse(null) instanceof ThingId thing) || performance.lets(thing);
  }

  private void act(Draft draft, PlayerId actor, Command command) {
    Performance performance = new Performance(this, draft, actor);
    boolean asWritten =
        lexicon
            .verb(command.action())
            .filter(verb -> !verb.otherwise().isEmpty())
            .map(
                verb -> {
                  performance.tell(
                      Audience.ACTOR, TextKind.RESULT, new Event.Content.Written(verb.otherwise()));
                  return true;
                })
            .orElse(false);
    if (!asWritten) {
      actions.of(command.action()).perform(performance, command);
    }
    if (draft.isRefused()) {
      return;
    }
    if (rulebook.run(Phase.REPORT, command, draft) != Verdict.DONE) {
      performance.report().forEach(draft::tell);
    }
    rulebook.run(Phase.DO, command, draft);
  }
}

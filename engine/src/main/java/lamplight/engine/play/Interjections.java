package lamplight.engine.play;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Asked;
import lamplight.engine.model.Change;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Mind;
import lamplight.engine.model.PlayerId;
import lamplight.engine.parse.Lexicon;
import lamplight.engine.parse.Parse;
import lamplight.engine.parse.Parser;
import lamplight.engine.prose.Line;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Occurrence;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.rules.Rulebook.Verdict;
import lamplight.engine.text.Narrator;

/**
 * What rules make of a line before the parser reads it, and of one that it could not read: answers
 * to what they have asked, words that are no command, words that nothing knows.
 */
final class Interjections {
  /** What a player has done who typed words that rules took. */
  private static final ActionId WORDS = new ActionId("typed");

  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final Messages messages;
  private final Parser parser;
  private final Clockwork clockwork;
  private final Narrator narrator;

  Interjections(Story story, Parser parser, Clockwork clockwork, Narrator narrator) {
    this.rulebook = story.rulebook();
    this.lexicon = story.lexicon();
    this.messages = story.messages();
    this.parser = parser;
    this.clockwork = clockwork;
    this.narrator = narrator;
  }

  /**
   * The answer to a line that rules take in place of the parser.
   *
   * @return empty: the line is for the parser
   */
  Optional<Answer> before(Draft draft, PlayerId player, String line) {
    if (draft.state().ended().isPresent()) {
      return Optional.empty();
    }
    Optional<Asked> asked =
        draft.state().player(player).asked().filter(of -> of.action().isEmpty());
    if (asked.isPresent()) {
      draft.change(new Change.Asked(player, Optional.empty()));
      Optional<Boolean> reply = reply(line);
      if (reply.isPresent()) {
        return Optional.of(decide(draft, player, asked.get(), reply.get()));
      }
    }
    return rulebook.hears(Hook.TYPED)
        ? said(draft, player, Hook.TYPED, lexicon.plain(line), line, true)
        : Optional.empty();
  }

  /**
   * What the parser goes by: with a question of its own where a rule asked for a noun, which is
   * over then.
   */
  Mind mind(Draft draft, PlayerId player) {
    Mind mind = draft.state().player(player).mind();
    Optional<Asked> asked = draft.state().player(player).asked();
    if (asked.isEmpty()) {
      return mind;
    }
    draft.change(new Change.Asked(player, Optional.empty()));
    return asked
        .get()
        .action()
        .map(action -> parser.asking(mind, action, asked.get().noun()))
        .orElse(mind);
  }

  /**
   * The answer of rules to a line with a word that nothing knows.
   *
   * @return empty: rules have none
   */
  Optional<Answer> instead(Draft draft, PlayerId player, String line, Parse.Failed failed) {
    Optional<String> word = failed.mind().misread().map(Mind.Misread::word);
    return word.isEmpty() || draft.state().ended().isPresent()
        ? Optional.empty()
        : said(draft, player, Hook.UNKNOWN, word.get(), line, false);
  }

  /** The answer of rules to a line that begins with a word that this world does not know. */
  Optional<Answer> unknown(Draft draft, PlayerId player, String line) {
    String word = lexicon.plain(line).split(" ", 2)[0];
    return draft.state().ended().isPresent()
        ? Optional.empty()
        : said(draft, player, Hook.UNKNOWN, word, line, false);
  }

  /** Yes or no, if a line says so. */
  private Optional<Boolean> reply(String line) {
    String words = lexicon.plain(line);
    if (List.of(messages.plain("answer.yes").split(", *", -1)).contains(words)) {
      return Optional.of(true);
    }
    return List.of(messages.plain("answer.no").split(", *", -1)).contains(words)
        ? Optional.of(false)
        : Optional.empty();
  }

  private Answer decide(Draft draft, PlayerId player, Asked asked, boolean yes) {
    Optional<Effect.Ask> question = rulebook.question(asked.name());
    Cause cause = new Cause(Optional.of(player), asked.noun(), asked.second(), "");
    Draft.Mark mark = draft.mark();
    draft.takeTurnTaken();
    draft.as(
        cause,
        () -> {
          question.ifPresent(of -> Effect.applyAll(yes ? of.yes() : of.no(), draft));
          rulebook.happen(Occurrence.of(Hook.ANSWERED, player, asked.name()), draft);
          rulebook.settle(draft);
        });
    return over(draft, player, mark, false);
  }

  private Optional<Answer> said(
      Draft draft, PlayerId player, Hook hook, String words, String line, boolean turn) {
    Draft.Mark mark = draft.mark();
    draft.takeTurnTaken();
    Verdict[] verdict = {Verdict.SILENT};
    draft.as(
        Cause.of(player).withWords(line),
        () -> {
          verdict[0] = rulebook.happen(Occurrence.of(hook, player, words), draft);
          rulebook.settle(draft);
        });
    return verdict[0] == Verdict.DONE || draft.isRefused()
        ? Optional.of(over(draft, player, mark, turn))
        : Optional.empty();
  }

  /** What came of it; a turn passes, if it takes one. */
  private Answer over(Draft draft, PlayerId player, Draft.Mark mark, boolean turn) {
    Optional<Draft.Refused> refused = draft.takeRefusal();
    if (refused.isPresent()) {
      draft.rollBack(mark);
      return reason(draft, refused.get(), player, narrator);
    }
    if (draft.takeTurnTaken().orElse(turn)) {
      clockwork.led(draft, player);
      clockwork.acted(draft, player, WORDS);
    }
    return Answer.DONE;
  }

  /** Why a player's command was refused, in words. */
  static Answer.Refused reason(
      Draft draft, Draft.Refused refused, PlayerId player, Narrator narrator) {
    String words =
        narrator.heardBy(draft.observer()).words(refused.event(), player).stream()
            .map(Line::plain)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    return new Answer.Refused(refused.code(), words);
  }
}

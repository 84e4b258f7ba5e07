package lamplight.engine.play;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Deed;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Mind;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.parse.Lexicon;
import lamplight.engine.parse.Parse;
import lamplight.engine.parse.Parser;
import lamplight.engine.parse.Phrase;
import lamplight.engine.parse.Verb;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.text.Narrator;

/** Carries out what a player typed, command by command, up to the first that is refused. */
final class Dialogue {
  /** Words of other worlds: rules about words that this one does not know come before them. */
  private static final ActionId MAGIC = new ActionId("magic");

  /** Done to a draft when a command is over: players see what came of it, and some may die. */
  private final Function<Draft, Set<PlayerId>> aftermath;

  private final Parser parser;
  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final Messages messages;
  private final Performer performer;
  private final Clockwork clockwork;
  private final Interjections interjections;
  private final Narrator narrator;

  Dialogue(
      Story story,
      Performer performer,
      Clockwork clockwork,
      Narrator narrator,
      Function<Draft, Set<PlayerId>> aftermath) {
    this.aftermath = aftermath;
    this.parser = new Parser(story.world(), story.lexicon(), story.messages());
    this.rulebook = story.rulebook();
    this.lexicon = story.lexicon();
    this.messages = story.messages();
    this.performer = performer;
    this.clockwork = clockwork;
    this.interjections = new Interjections(story, parser, clockwork, narrator);
    this.narrator = narrator;
  }

  /** The answer to a line; what was done is on the draft. Whoever dies of it does no more. */
  Answer answer(Draft draft, PlayerId player, String line) {
    if (line.isBlank()) {
      return new Answer.Refused(Refusal.INCOMPLETE, messages.plain("nothing_typed"));
    }
    boolean done = false;
    for (String sentence : parser.sentences(line)) {
      Outcome outcome = sentence(draft, player, sentence);
      done |= outcome.done();
      if (outcome.refused().isPresent()) {
        Answer.Refused refused = outcome.refused().get();
        return done ? stopped(draft, player, refused) : refused;
      }
      if (outcome.disturbed() || outcome.over()) {
        return Answer.DONE;
      }
    }
    return Answer.DONE;
  }

  /** What came before was done, so the line as a whole was not refused. */
  private static Answer stopped(Draft draft, PlayerId player, Answer.Refused refused) {
    tell(draft, player, List.of(Line.of(refused.text())));
    return new Answer.Stopped(refused.code(), refused.text());
  }

  private Outcome sentence(Draft draft, PlayerId player, String sentence) {
    Optional<Answer> taken = interjections.before(draft, player, sentence);
    if (taken.isPresent()) {
      return interjected(draft, player, taken.get());
    }
    Mind mind = interjections.mind(draft, player);
    Parse parse = parser.parse(draft.state(), player, sentence, mind);
    remember(draft, player, parse.mind());
    if (parse instanceof Parse.Failed failed) {
      return interjected(
          draft,
          player,
          interjections
              .instead(draft, player, sentence, failed)
              .orElse(new Answer.Refused(failed.code(), failed.text())));
    }
    if (parse instanceof Parse.Asked asked) {
      return Outcome.refused(asked.code(), asked.text());
    }
    Phrase phrase = ((Parse.Understood) parse).phrase();
    Optional<Answer> silly =
        phrase.action().equals(MAGIC)
            ? interjections.unknown(draft, player, sentence)
            : Optional.empty();
    if (silly.isPresent()) {
      return interjected(draft, player, silly.get());
    }
    return new Course(this, messages, draft, player).follow(phrase);
  }

  @SuppressWarnings("ReferenceEquality") // a mind that is as it was is the same object
  private static void remember(Draft draft, PlayerId player, Mind mind) {
    if (mind != draft.state().player(player).mind()) {
      draft.change(new Change.Minded(player, mind));
    }
  }

  private Outcome interjected(Draft draft, PlayerId player, Answer answer) {
    return answer instanceof Answer.Refused refused
        ? Outcome.refused(refused)
        : new Outcome(true, Optional.empty(), false, aftermath.apply(draft).contains(player));
  }

  /** Carries out one command, with the turn that it drives. */
  Outcome carryOut(Draft draft, PlayerId player, Phrase phrase) {
    Optional<Verb> verb = lexicon.verb(phrase.action());
    boolean free = verb.map(Verb::free).orElse(false);
    boolean speech = verb.map(Verb::speech).orElse(false);
    if (draft.state().ended().isPresent() && !free && !speech) {
      return Outcome.refused(Refusal.GAME_OVER, messages.plain("game_over"));
    }
    Optional<RoleId> role = verb.flatMap(Verb::role);
    if (role.isPresent() && !draft.state().player(player).role().equals(role)) {
      String title = draft.world().role(role.get()).title();
      return Outcome.refused(Refusal.NOT_POSSIBLE, messages.plain("verb.role", "role", title));
    }
    draft.takeTurnTaken();
    State before = draft.state();
    Draft.Mark mark = draft.mark();
    draft.begin();
    if (!phrase.assumed().isEmpty()) {
      tell(draft, player, phrase.assumed().stream().map(Line::of).toList());
    }
    Optional<Answer.Refused> refused = each(draft, player, phrase);
    if (refused.isPresent()) {
      draft.rollBack(mark);
      return Outcome.refused(withAside(phrase, refused.get()));
    }
    remember(draft, player, phrase, before);
    boolean disturbed = Course.disturbed(draft, player, mark.events());
    boolean takesTurn = draft.takeTurnTaken().orElse(!free);
    Set<PlayerId> died = Set.of();
    if (takesTurn) {
      State done = draft.state();
      clockwork.led(draft, player);
      int told = draft.events().size();
      clockwork.acted(draft, player, phrase.action());
      died = aftermath.apply(draft);
      disturbed |= Course.told(draft, player, told);
      if (!speech) {
        Undoing.remember(draft, player, before, done);
      }
    } else if (draft.hasChanged()) {
      died = aftermath.apply(draft);
    }
    return new Outcome(true, Optional.empty(), disturbed, died.contains(player));
  }

  /** What was taken for granted belongs before the reason: "(the wheelhouse door) It is locked." */
  private static Answer.Refused withAside(Phrase phrase, Answer.Refused reason) {
    List<String> words = new ArrayList<>(phrase.assumed());
    words.add(reason.text());
    return new Answer.Refused(reason.code(), String.join(" ", words));
  }

  private void remember(Draft draft, PlayerId player, Phrase phrase, State before) {
    if (rulebook.remembers(phrase.action())) {
      Deed deed = new Deed(player, phrase.action(), phrase.noun(), before.turn(), before.millis());
      draft.change(new Change.Done(deed));
    }
  }

  /** Does it to each of the nouns; it is refused if every one of them is. */
  private Optional<Answer.Refused> each(Draft draft, PlayerId player, Phrase phrase) {
    List<Optional<Referent>> nouns = nouns(draft, phrase);
    List<Failure> failures = new ArrayList<>();
    for (Optional<Referent> noun : nouns) {
      Command command =
          new Command(phrase.action(), noun, phrase.second(), phrase.direction(), phrase.words());
      Draft.Mark mark = draft.mark();
      if (nouns.size() > 1 && isFree(phrase)) {
        heading(draft, player, noun);
      }
      Optional<Answer.Refused> refused = attempt(draft, player, command, phrase);
      if (refused.isPresent()) {
        draft.rollBack(mark);
        String name = phrase.several() && noun.isPresent() ? name(draft, noun.get()) : "";
        Failure failure = new Failure(name, refused.get());
        failures.add(failure);
        if (phrase.several()) {
          tell(draft, player, List.of(Line.of(failure.text())));
        }
      }
    }
    return failures.size() < nouns.size() ? Optional.empty() : Optional.of(Failure.all(failures));
  }

  /** A noun with which it cannot be done, and why; the name is empty if it need not be said. */
  private record Failure(String name, Answer.Refused reason) {
    boolean saysName() {
      return reason.text().contains(name);
    }

    String text() {
      return saysName() ? reason.text() : name + ": " + reason.text();
    }

    /** One answer for all of them, in which no reason is said twice. */
    static Answer.Refused all(List<Failure> failures) {
      Map<String, List<String>> names = new LinkedHashMap<>();
      for (Failure failure : failures) {
        names
            .computeIfAbsent(failure.reason().text(), reason -> new ArrayList<>())
            .add(failure.name());
      }
      boolean plain = failures.stream().allMatch(Failure::saysName);
      String reasons =
          names.entrySet().stream()
              .map(why -> (plain ? "" : String.join(", ", why.getValue()) + ": ") + why.getKey())
              .collect(Collectors.joining(" "));
      return new Answer.Refused(failures.get(0).reason().code(), reasons);
    }
  }

  /** One for each noun, or one for none; of things that are alike it is enough to look at one. */
  private List<Optional<Referent>> nouns(Draft draft, Phrase phrase) {
    if (phrase.nouns().size() < 2) {
      return List.of(phrase.noun());
    }
    Set<Referent> known = new HashSet<>();
    return phrase.nouns().stream()
        .filter(noun -> !isFree(phrase) || known.add(alike(draft, noun)))
        .map(Optional::of)
        .toList();
  }

  private static Referent alike(Draft draft, Referent noun) {
    return noun instanceof ThingId thing ? draft.world().thing(thing).alike() : noun;
  }

  /** What is only looked at does not say which of several it is; so its name goes before. */
  private static void heading(Draft draft, PlayerId player, Optional<Referent> noun) {
    noun.ifPresent(referent -> tell(draft, player, List.of(Line.of(name(draft, referent) + ":"))));
  }

  private boolean isFree(Phrase phrase) {
    return lexicon.verb(phrase.action()).map(Verb::free).orElse(false);
  }

  private Optional<Answer.Refused> attempt(
      Draft draft, PlayerId player, Command command, Phrase phrase) {
    Draft.Mark mark = draft.mark();
    if (takenFirst(draft, player, command, phrase)) {
      performer.perform(draft, player, command);
    }
    Optional<Draft.Refused> refused = draft.takeRefusal();
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    draft.rollBack(mark);
    return Optional.of(Interjections.reason(draft, refused.get(), player, narrator));
  }

  /**
   * Takes what the command wants in the actor's hands, if it can be taken at all: if not, it is for
   * the rules and the action to say so. Whether the command can go on.
   */
  private boolean takenFirst(Draft draft, PlayerId player, Command command, Phrase phrase) {
    for (Referent wanted : phrase.inHand()) {
      boolean concerned =
          command.noun().equals(Optional.of(wanted))
              || command.second().equals(Optional.of(wanted));
      if (concerned
          && wanted instanceof ThingId thing
          && draft.state().thing(thing).portable()
          && !draft.sight().carries(player, thing)) {
        draft.as(
            Cause.of(player, command),
            () ->
                new Performance(performer, draft, player)
                    .first("first.take", Command.of("take", thing)));
      }
    }
    return !draft.isRefused();
  }

  private static String name(Draft draft, Referent noun) {
    return noun instanceof ThingId thing
        ? draft.world().thing(thing).name()
        : draft.state().player((PlayerId) noun).name();
  }

  static void tell(Draft draft, PlayerId player, List<Line> lines) {
    draft.as(
        Cause.of(player),
        () -> draft.tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Ready(lines)));
  }
}

package lamplight.engine.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Article;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.World;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;

/**
 * One action being performed by a player: short words for what actions ask and do, and what is to
 * be told once the action is done.
 *
 * <p>What is said with {@link #tell} waits for the rules, which may report in its place.
 */
final class Performance {
  private final Performer performer;
  private final Draft draft;
  private final PlayerId actor;
  private final List<Event> report = new ArrayList<>();

  Performance(Performer performer, Draft draft, PlayerId actor) {
    this.performer = performer;
    this.draft = draft;
    this.actor = actor;
  }

  Performer performer() {
    return performer;
  }

  Draft draft() {
    return draft;
  }

  PlayerId actor() {
    return actor;
  }

  World world() {
    return draft.world();
  }

  State state() {
    return draft.state();
  }

  Sight sight() {
    return draft.sight();
  }

  PlayerState player() {
    return draft.state().player(actor);
  }

  Thing thing(ThingId id) {
    return world().thing(id);
  }

  ThingState stands(ThingId id) {
    return state().thing(id);
  }

  void change(Change change) {
    draft.change(change);
  }

  /** Whether the action was refused, by itself or by a step that it implied. */
  boolean isRefused() {
    return draft.isRefused();
  }

  /** Everybody who sees it reads a standard message, each in their own person. */
  void act(String message) {
    tell(Audience.PRESENT, TextKind.RESULT, new Event.Content.Message(message));
  }

  /**
   * Everybody who sees it reads a standard message about something else than the command's second
   * noun.
   */
  void actOn(Referent second, String message) {
    draft.as(draft.cause().withSecond(second), () -> act(message));
  }

  /** The actor reads a standard message. */
  void say(String message) {
    tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Message(message));
  }

  /** The actor reads a standard message about something else than the command's second noun. */
  void sayOf(Referent second, String message) {
    draft.as(draft.cause().withSecond(second), () -> say(message));
  }

  /** The actor reads what the author wrote, or a standard message if the author wrote nothing. */
  void say(Text text, String otherwise) {
    if (text.isEmpty()) {
      say(otherwise);
    } else {
      tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Written(text));
    }
  }

  void tell(Audience to, TextKind kind, Event.Content content) {
    report.add(draft.event(kind, content, to, draft.facts()));
  }

  /** A thing's name with its article. */
  String theName(ThingId id) {
    String name = thing(id).name();
    return thing(id).article() == Article.NONE
        ? name
        : performer.messages().plain("parser.the", "name", name);
  }

  /** Whether the world or the program has a text of that key. */
  boolean hasMessage(String key) {
    return performer.messages().has(key);
  }

  /** The actor reads a standard message with its slots filled. */
  void say(String message, String slot, String value) {
    String words = performer.messages().plain(message, slot, value);
    tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Ready(List.of(Line.of(words))));
  }

  void refuse(Refusal code, String message) {
    draft.refuse(code, message);
  }

  /** Refuses with what the author wrote, or a standard message if the author wrote nothing. */
  void refuse(Refusal code, Text text, String otherwise) {
    if (text.isEmpty()) {
      refuse(code, otherwise);
    } else {
      draft.refuse(code, text);
    }
  }

  /** Refuses with a message about something else than the command's second noun. */
  void refuse(Refusal code, String message, Referent second) {
    draft.as(draft.cause().withSecond(second), () -> draft.refuse(code, message));
  }

  /**
   * Does something that the command implies, and says so in brackets first. Whether it succeeded.
   */
  boolean first(String message, Command implied) {
    draft.as(
        Cause.of(actor, implied),
        () -> draft.tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Message(message)));
    performer.perform(draft, actor, implied);
    return !draft.isRefused();
  }

  /** Does another action with the same nouns in place of this one, with all that its rules say. */
  void instead(String action, Command command) {
    performer.perform(draft, actor, command.as(action));
  }

  /**
   * Makes sure that the actor has a thing in the hands, taking it first if need be; no hand holds a
   * liquid. Whether the actor has.
   */
  boolean inHand(ThingId thing) {
    if (thing(thing).liquid().isPresent()) {
      refuse(Refusal.NOT_POSSIBLE, "liquid.loose");
      return false;
    }
    return sight().carries(actor, thing)
        ? takenOff(thing)
        : first("first.take", Command.of("take", thing));
  }

  /** Makes sure that the actor does not wear a thing that is to be put away. */
  boolean takenOff(ThingId thing) {
    boolean worn = stands(thing).place().equals(new Place.HeldBy(actor, true));
    return !worn || first("first.take_off", Command.of("take_off", thing));
  }

  /** Makes sure that the actor can touch a thing; refuses if not. */
  boolean inReach(ThingId thing) {
    if (sight().reaches(actor, thing)) {
      return true;
    }
    if (!lets(thing)) {
      return false;
    }
    Optional<PlayerId> holder = sight().holder(thing);
    if (holder.isPresent() && !holder.get().equals(actor)) {
      refuse(Refusal.NOT_HERE, "held_by_other", holder.get());
    } else {
      refuse(Refusal.OUT_OF_REACH, "out_of_reach");
    }
    return false;
  }

  /** Whether the author lets the actor's hands come to a thing; refuses if not. */
  boolean lets(ThingId thing) {
    Optional<Thing> beyond = sight().beyond(actor, thing);
    beyond.ifPresent(
        keeps ->
            draft.as(
                draft.cause().withNoun(thing),
                () -> refuse(Refusal.OUT_OF_REACH, keeps.reach().refuse(), "out_of_reach")));
    return beyond.isEmpty();
  }

  /** Tells what waits, so that it is read before what comes next. */
  void tellNow() {
    report.forEach(draft::tell);
    report.clear();
  }

  /** What is to be told now that the action is done. */
  List<Event> report() {
    return List.copyOf(report);
  }
}

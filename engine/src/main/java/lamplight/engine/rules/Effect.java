package lamplight.engine.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.model.Achieved;
import lamplight.engine.model.Achievement;
import lamplight.engine.model.AchievementId;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Asked;
import lamplight.engine.model.Change;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Ending;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Hint;
import lamplight.engine.model.HintId;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Score;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.Subject;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingSet;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.TimerState;
import lamplight.engine.model.Truth;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.prose.TextKind;

/** Something that a rule does, from the closed list of the author's guide (section Effects). */
public sealed interface Effect {
  void apply(Draft draft);

  /** The conditions that it asks. */
  default List<Condition> conditions() {
    return List.of();
  }

  /** The effects that it is made of. */
  default List<Effect> parts() {
    return List.of();
  }

  /** The texts that it says. */
  default List<Text> texts() {
    return List.of();
  }

  /** Applies effects in order, up to one that refuses. */
  static void applyAll(List<Effect> effects, Draft draft) {
    for (Effect effect : effects) {
      if (draft.isRefused()) {
        return;
      }
      draft.observer().effectApplied(effect);
      effect.apply(draft);
    }
  }

  /** An audience reads a text. */
  record Say(Audience to, Text text) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.tell(to, text);
    }

    @Override
    public List<Text> texts() {
      return List.of(text);
    }
  }

  /** The command ends here and is undone. */
  record Refuse(Refusal code, Text text) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.refuse(code, text);
    }

    @Override
    public List<Text> texts() {
      return List.of(text);
    }
  }

  /** A variable takes a value. */
  record SetTo(VariableId variable, int value) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.change(new Change.Set(draft.facts().key(variable), value));
    }
  }

  /** A value comes into a set, or leaves it. */
  record Include(VariableId set, int member, boolean in) implements Effect {
    @Override
    public void apply(Draft draft) {
      int without = draft.facts().value(set) & ~(1 << member);
      int value = in ? without | (1 << member) : without;
      draft.change(new Change.Set(draft.facts().key(set), value));
    }
  }

  /** A variable counts up or down within its bounds. */
  record Count(VariableId variable, int by) implements Effect {
    @Override
    public void apply(Draft draft) {
      Variable counted = draft.world().variable(variable);
      int value = counted.clamp((long) draft.facts().value(variable) + by);
      draft.change(new Change.Set(draft.facts().key(variable), value));
    }
  }

  /** A thing stands otherwise from now on, if it can. */
  record Make(Subject thing, Makes makes) implements Effect {
    @Override
    public void apply(Draft draft) {
      thing
          .in(draft.facts())
          .filter(id -> makes.suits(draft.world().thing(id)))
          .ifPresent(id -> draft.change(makes.change(id)));
    }
  }

  /** A thing is in one of its own states from now on, if it has such a state. */
  record Become(Subject thing, String state) implements Effect {
    @Override
    public void apply(Draft draft) {
      thing
          .in(draft.facts())
          .filter(id -> draft.world().thing(id).states().containsKey(state))
          .ifPresent(id -> draft.change(new Change.Became(id, state)));
    }
  }

  /** A thing or person goes to a place. */
  record Move(Subject thing, Destination to) implements Effect {
    @Override
    public void apply(Draft draft) {
      Optional<ThingId> moved = thing.in(draft.facts());
      to.place(draft)
          .ifPresent(place -> moved.ifPresent(id -> draft.change(new Change.Placed(id, place))));
    }
  }

  /** A vessel is full of a liquid from now on, or empty. */
  record Fill(Subject vessel, Optional<ThingId> liquid) implements Effect {
    @Override
    public void apply(Draft draft) {
      vessel
          .in(draft.facts())
          .ifPresent(id -> draft.world().thing(id).vessel().ifPresent(of -> change(draft, id, of)));
    }

    /** A vessel that is not made for the liquid stays as it is. */
    private void change(Draft draft, ThingId id, Thing.Vessel of) {
      Optional<ThingId> next = liquid.map(of.contents()::get);
      if (liquid.isEmpty() || next.isPresent()) {
        draft
            .sight()
            .liquidIn(id)
            .ifPresent(content -> draft.change(new Change.Placed(content, Place.NOWHERE)));
        next.ifPresent(content -> draft.change(new Change.Placed(content, new Place.In(id))));
      }
    }
  }

  /** Effects once for each of some things, which is the command's noun meanwhile. */
  record Every(ThingSet set, List<Effect> effects) implements Effect {
    public Every {
      effects = List.copyOf(effects);
    }

    @Override
    public void apply(Draft draft) {
      for (ThingId thing : set.now(draft.facts())) {
        draft.as(draft.cause().withNoun(thing), () -> applyAll(effects, draft));
      }
    }

    @Override
    public List<Effect> parts() {
      return effects;
    }
  }

  /**
   * The first of some people or things alike that is nowhere comes to a place; if none is, none.
   */
  record Spawn(List<ThingId> alike, Destination to) implements Effect {
    public Spawn {
      alike = List.copyOf(alike);
    }

    @Override
    public void apply(Draft draft) {
      alike.stream()
          .filter(one -> draft.state().place(one).equals(Place.NOWHERE))
          .findFirst()
          .ifPresent(
              one ->
                  to.place(draft).ifPresent(place -> draft.change(new Change.Placed(one, place))));
    }
  }

  /**
   * A person takes things to its lair.
   *
   * @param things of which it takes those that are there, in the world's order
   */
  record Steal(ThingId by, RoomId lair, List<ThingId> things, From from) implements Effect {
    public Steal {
      things = List.copyOf(things);
    }

    @Override
    public void apply(Draft draft) {
      for (ThingId thing : things) {
        if (from.has(draft.facts(), thing)) {
          draft.change(new Change.Placed(thing, new Place.InRoom(lair)));
        }
      }
    }
  }

  /** Two things change places, unless one of them is within the other. */
  record Swap(Subject one, Subject other) implements Effect {
    @Override
    public void apply(Draft draft) {
      Optional<ThingId> first = one.in(draft.facts());
      Optional<ThingId> second = other.in(draft.facts());
      if (first.isPresent()
          && second.isPresent()
          && !draft.sight().isWithin(first.get(), second.get())
          && !draft.sight().isWithin(second.get(), first.get())) {
        Place place = draft.state().place(first.get());
        draft.change(new Change.Placed(first.get(), draft.state().place(second.get())));
        draft.change(new Change.Placed(second.get(), place));
      }
    }
  }

  /** In a rule about leaving: the way leads to another room. */
  record Redirect(RoomId to) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.redirect(to);
    }
  }

  /** Effects once for each of some players, as the actor, in the order of their ids. */
  record As(Audience who, List<Effect> effects) implements Effect {
    public As {
      effects = List.copyOf(effects);
    }

    @Override
    public void apply(Draft draft) {
      for (PlayerId player : who.listeners(draft.facts()).stream().sorted().toList()) {
        draft.as(draft.cause().by(player), () -> applyAll(effects, draft));
      }
    }

    @Override
    public List<Effect> parts() {
      return effects;
    }
  }

  /** The actor does a command; see {@link Draft#perform}. */
  record Perform(
      ActionId action, Optional<Subject> noun, Optional<Subject> second, Optional<Direction> way)
      implements Effect {
    @Override
    public void apply(Draft draft) {
      Facts facts = draft.facts();
      Optional<Referent> first = noun.flatMap(of -> of.referent(facts));
      Optional<Referent> other = second.flatMap(of -> of.referent(facts));
      if (first.isPresent() == noun.isPresent() && other.isPresent() == second.isPresent()) {
        draft.perform(new Command(action, first, other, way, ""));
      }
    }
  }

  /** The command takes a turn, or not. */
  record TakesTurn(boolean takes) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.takeTurn(takes);
    }
  }

  /** The actor reads the next tier of a hint, due or not. */
  record Advise(HintId hint) implements Effect {
    @Override
    public void apply(Draft draft) {
      List<Hint> hints = draft.world().hints();
      for (int i = 0; i < hints.size(); i++) {
        if (hints.get(i).id().equals(hint)) {
          int read = draft.state().hints().getOrDefault(i, 0);
          int tier = hints.get(i).next(read);
          if (tier == read) {
            draft.change(new Change.Hinted(i, read + 1));
          }
          Text text = hints.get(i).tiers().get(tier);
          draft.tell(Audience.ACTOR, TextKind.HINT, new Event.Content.Written(text));
        }
      }
    }
  }

  /**
   * Players go to a room, and see it.
   *
   * @param to empty: back where each came from, if anywhere
   */
  record Go(Audience who, Optional<RoomId> to) implements Effect {
    @Override
    public void apply(Draft draft) {
      for (PlayerId player : who.listeners(draft.facts()).stream().sorted().toList()) {
        to.or(() -> draft.state().player(player).previous())
            .ifPresent(room -> draft.as(Cause.of(player), () -> go(draft, player, room)));
      }
    }

    private static void go(Draft draft, PlayerId player, RoomId room) {
      draft
          .state()
          .player(player)
          .perch()
          .ifPresent(spot -> draft.change(new Change.Perched(player, spot, false)));
      draft.change(new Change.Moved(player, room));
      draft.arrive(player);
    }
  }

  /** The actor looks around. */
  record Describe() implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.tell(Audience.ACTOR, TextKind.ROOM, new Event.Content.Surroundings(false));
    }
  }

  /**
   * The actor is asked something; the next command answers with yes or no, or drops the question.
   *
   * @param name unique in the world
   */
  record Ask(String name, Text text, List<Effect> yes, List<Effect> no) implements Effect {
    public Ask {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    @Override
    public void apply(Draft draft) {
      ask(draft, text, name, Optional.empty());
    }

    @Override
    public List<Effect> parts() {
      return Stream.concat(yes.stream(), no.stream()).toList();
    }

    @Override
    public List<Text> texts() {
      return List.of(text);
    }
  }

  /**
   * The actor is asked for the noun that an action lacks; the next command names it, or drops it.
   */
  record AskWhat(Text text, ActionId action) implements Effect {
    @Override
    public void apply(Draft draft) {
      ask(draft, text, "", Optional.of(action));
    }

    @Override
    public List<Text> texts() {
      return List.of(text);
    }
  }

  private static void ask(Draft draft, Text text, String name, Optional<ActionId> action) {
    Facts facts = draft.facts();
    if (facts.player().isPresent()) {
      draft.tell(Audience.ACTOR, text);
      Asked asked = new Asked(name, action, facts.noun(), facts.second());
      draft.change(new Change.Asked(facts.player().get().id(), Optional.of(asked)));
    }
  }

  /** A timer is wound up and runs, or stops. */
  record Run(TimerId timer, boolean start) implements Effect {
    @Override
    public void apply(Draft draft) {
      Timer wound = draft.world().timer(timer);
      TimerState state = draft.state().timers().get(timer);
      int remaining = start || state == null ? wound.length() : state.remaining();
      draft.change(new Change.Timed(timer, new TimerState(start, remaining)));
    }
  }

  /** The party is given points, once. */
  record Give(ScoreId score) implements Effect {
    @Override
    public void apply(Draft draft) {
      if (!draft.state().scored().contains(score)) {
        Score given = draft.world().score(score);
        draft.change(new Change.Scored(score));
        draft.announce("SCORED", score.value());
        draft.tell(Audience.ALL, TextKind.SYSTEM, new Event.Content.Scored(given));
      }
    }
  }

  /** Something is achieved, once; the whole party hears of it. */
  record Achieve(AchievementId achievement) implements Effect {
    @Override
    public void apply(Draft draft) {
      Achievement of = draft.world().achievement(achievement);
      Achieved.by(of, draft.cause().actor())
          .filter(what -> !draft.state().achieved().contains(what))
          .ifPresent(
              what -> {
                draft.change(new Change.Unlocked(what));
                draft.announce("ACHIEVED", achievement.value());
                draft.tell(Audience.ALL, TextKind.SYSTEM, new Event.Content.Unlocked(of));
                draft.tell(of.perPlayer() ? Audience.ACTOR : Audience.ALL, of.text());
              });
    }
  }

  /** A person follows the actor from room to room from now on, or nobody any more. */
  record Follow(ThingId person, boolean actor) implements Effect {
    @Override
    public void apply(Draft draft) {
      Optional<PlayerId> leader = actor ? draft.cause().actor() : Optional.empty();
      draft.change(new Change.Followed(person, leader));
    }
  }

  /** A hidden thing is there for some players from now on, or for all and for good. */
  record Reveal(Audience to, Subject thing) implements Effect {
    @Override
    public void apply(Draft draft) {
      Optional<ThingId> what = thing.in(draft.facts());
      if (to.equals(Audience.ALL)) {
        what.ifPresent(id -> draft.change(new Change.Hidden(id, false)));
      } else {
        to.listeners(draft.facts()).stream()
            .sorted()
            .forEach(player -> what.ifPresent(id -> draft.change(new Change.Revealed(player, id))));
      }
    }
  }

  /** The actor's health or energy goes up or down, from 0 to 100. */
  record Feel(Vital vital, int by) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft
          .facts()
          .player()
          .filter(player -> by > 0 || canBeHurt(player))
          .ifPresent(player -> draft.change(vital.change(player, by)));
    }
  }

  /**
   * Players have no health left; what comes of it follows at the end of the command. Who is away
   * and could not help it is spared.
   *
   * @param text read by each and those who see it
   */
  record Kill(Audience who, Text text) implements Effect {
    @Override
    public void apply(Draft draft) {
      for (PlayerId player : who.listeners(draft.facts()).stream().sorted().toList()) {
        PlayerState state = draft.state().player(player);
        if (canBeHurt(state) && state.health() > 0) {
          draft.as(
              draft.cause().by(player),
              () -> {
                draft.tell(Audience.PRESENT, text);
                draft.change(new Change.Health(player, 0));
              });
        }
      }
    }

    @Override
    public List<Text> texts() {
      return List.of(text);
    }
  }

  /** Nobody comes to harm while the line is lost. */
  private static boolean canBeHurt(PlayerState player) {
    return player.presence() == Presence.HERE;
  }

  /** A topic is offered from now on. */
  record Suggest(Suggestion suggestion) implements Effect {
    @Override
    public void apply(Draft draft) {
      draft.change(new Change.Suggested(suggestion));
    }
  }

  /** One list of effects or another. */
  record If(Condition when, List<Effect> then, List<Effect> otherwise) implements Effect {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public void apply(Draft draft) {
      applyAll(when.test(draft.facts()) == Truth.YES ? then : otherwise, draft);
    }

    @Override
    public List<Condition> conditions() {
      return List.of(when);
    }

    @Override
    public List<Effect> parts() {
      return Stream.concat(then.stream(), otherwise.stream()).toList();
    }
  }

  /** One of several lists of effects, by chance. */
  record Random(List<List<Effect>> choices) implements Effect {
    public Random {
      choices = List.copyOf(choices);
    }

    @Override
    public void apply(Draft draft) {
      applyAll(choices.get(draft.chance().draw(choices.size())), draft);
    }

    @Override
    public List<Effect> parts() {
      return choices.stream().flatMap(List::stream).toList();
    }
  }

  /** The game ends for the party; a game that has ended does not end again. */
  record End(EndingId ending) implements Effect {
    @Override
    public void apply(Draft draft) {
      if (draft.state().ended().isEmpty()) {
        Ending how = draft.world().ending(ending);
        draft.change(new Change.Ended(ending));
        draft.announce("GAME_ENDED", ending.value());
        draft.tell(Audience.ALL, TextKind.RESULT, new Event.Content.Written(how.text()));
        draft.tell(Audience.ALL, TextKind.RESULT, new Event.Content.TheEnd());
      }
    }
  }

  /**
   * The ordinary action follows after all. It is read by the rulebook and changes nothing itself.
   */
  record Continue() implements Effect {
    @Override
    public void apply(Draft draft) {}
  }

  /** What any thing can be made. */
  enum Makes {
    OPEN,
    CLOSED,
    LOCKED,
    UNLOCKED,
    ON,
    OFF,
    PORTABLE,
    FIXED,
    HIDDEN,
    REVEALED;

    /** The word of the author's guide. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a thing can be made so: what has no lid does not open. */
    boolean suits(Thing thing) {
      return switch (this) {
        case OPEN, CLOSED -> thing.lid().isPresent();
        case LOCKED, UNLOCKED -> thing.lid().flatMap(Thing.Lockable::locked).isPresent();
        case ON, OFF, PORTABLE, FIXED, HIDDEN, REVEALED -> true;
      };
    }

    Change change(ThingId thing) {
      return switch (this) {
        case OPEN, CLOSED -> new Change.Opened(thing, this == OPEN);
        case LOCKED, UNLOCKED -> new Change.Locked(thing, this == LOCKED);
        case ON, OFF -> new Change.Switched(thing, this == ON);
        case PORTABLE, FIXED -> new Change.Portable(thing, this == PORTABLE);
        case HIDDEN, REVEALED -> new Change.Hidden(thing, this == HIDDEN);
      };
    }
  }

  /** What a player has from 0 to 100 of. */
  enum Vital {
    HEALTH,
    ENERGY;

    Change change(PlayerState player, int by) {
      return switch (this) {
        case HEALTH -> new Change.Health(player.id(), within(player.health() + by));
        case ENERGY -> new Change.Energy(player.id(), within(player.energy() + by));
      };
    }

    private static int within(int value) {
      return Math.max(0, Math.min(PlayerState.FULL, value));
    }
  }

  /** From where a person steals. */
  enum From {
    /** What the actor carries. */
    ACTOR,
    /** What lies in the actor's room, wherever, and nobody carries. */
    HERE;

    boolean has(Facts facts, ThingId thing) {
      return switch (this) {
        case ACTOR -> new Condition.Where.Actor().holds(facts, thing);
        case HERE -> new Condition.Where.Here().holds(facts, thing);
      };
    }
  }

  /** Where a thing can be moved to. */
  sealed interface Destination {
    /** The place; empty if it is that of an actor or a noun and there is none. */
    Optional<Place> place(Draft draft);

    /** A place that the world names. */
    record To(Place to) implements Destination {
      @Override
      public Optional<Place> place(Draft draft) {
        return Optional.of(to);
      }
    }

    /** In, on or with a thing. */
    record Held(Place.Holding how, Subject by) implements Destination {
      @Override
      public Optional<Place> place(Draft draft) {
        return by.in(draft.facts()).map(how::of);
      }
    }

    /** The actor's hands. */
    record Actor() implements Destination {
      @Override
      public Optional<Place> place(Draft draft) {
        return draft.cause().actor().map(actor -> new Place.HeldBy(actor, false));
      }
    }

    /** The actor's room. */
    record Here() implements Destination {
      @Override
      public Optional<Place> place(Draft draft) {
        return draft.facts().player().map(player -> new Place.InRoom(player.room()));
      }
    }
  }
}

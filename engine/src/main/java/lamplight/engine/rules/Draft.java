package lamplight.engine.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Chance;
import lamplight.engine.model.Change;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Moment;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.prose.TextKind;

/**
 * The next state while it is being made: what actions, rules and effects write on.
 *
 * <p>Changes are applied here and nowhere else, in order, and each is seen by whatever comes after
 * it. A draft lives for one input and on one thread; when the input is refused, {@link #rollBack}
 * forgets what it did. Chance goes on even then, so that nobody can try the same draw twice.
 */
public final class Draft {
  private final World world;
  private final Chance chance;
  private final Performs performs;
  private final Observer observer;
  private State state;
  private State noticed;
  private List<Change> changes = new ArrayList<>();
  private List<Event> events = new ArrayList<>();
  private List<Notice> notices = new ArrayList<>();
  private List<Occurrence> occurred = new ArrayList<>();
  private int followed;
  private Cause cause = Cause.NOBODY;
  private Moment moment = Moment.NONE;
  private Optional<Refused> refused = Optional.empty();
  private Optional<RoomId> redirected = Optional.empty();
  private Optional<Boolean> takesTurn = Optional.empty();
  private boolean settling;
  private int depth;
  private int performed;

  /** How deep commands that rules perform can stand in one another. */
  public static final int DEEPEST = 8;

  /** How many commands rules can perform for one input. */
  public static final int MOST_PERFORMED = 200;

  /** Why a command was refused: either of text and message key says it. */
  public record Refused(Refusal code, Event event) {}

  /** A place to come back to. */
  public record Mark(
      State state, int changes, int occurred, int followed, int events, int notices) {}

  public Draft(World world, State state, Performs performs, Observer observer) {
    this.world = world;
    this.performs = performs;
    this.observer = observer;
    this.state = state;
    this.noticed = state;
    this.chance = new Chance(state.chance());
  }

  public World world() {
    return world;
  }

  public State state() {
    return state;
  }

  /** The last state in which all players had noticed what was in their sight. */
  public State noticed() {
    return noticed;
  }

  /** All players have noticed what is in their sight now. */
  public void allNoticed() {
    noticed = state;
  }

  public Sight sight() {
    return new Sight(world, state);
  }

  public Cause cause() {
    return cause;
  }

  public Chance chance() {
    return chance;
  }

  /** Who hears what rules do. */
  public Observer observer() {
    return observer;
  }

  /** The facts as they stand now, for whoever acts now. */
  public Facts facts() {
    return new Facts(world, state, cause.actor(), cause.noun(), cause.second(), chance, moment);
  }

  /** A command begins. */
  public void begin() {
    moment = Moment.of(sight());
  }

  /** A rule was asked in vain. */
  void failed(String rule) {
    moment = moment.failing(rule);
  }

  /** Does something on behalf of somebody else, and comes back. */
  public void as(Cause other, Runnable work) {
    Cause before = cause;
    cause = other;
    try {
      work.run();
    } finally {
      cause = before;
    }
  }

  public void change(Change change) {
    State before = state;
    state = state.with(change);
    changes.add(change);
    occurred.addAll(change.match(new Occurrences(world, cause.actor(), before, state)));
  }

  /** Something happens that is no change; rules about it follow when their turn comes. */
  public void happen(Occurrence occurrence) {
    occurred.add(occurrence);
  }

  /** What was changed up to now, in order. */
  public List<Change> changes() {
    return Collections.unmodifiableList(changes);
  }

  /** The first thing that happened and whose consequences were not followed yet; now they are. */
  Optional<Occurrence> follow() {
    return followed < occurred.size() ? Optional.of(occurred.get(followed++)) : Optional.empty();
  }

  /**
   * Whether anything became of the world. What the parser remembers is no part of it, and a clock
   * that has gone on means nothing by itself.
   */
  public boolean hasChanged() {
    for (Change change : changes) {
      if (!(change instanceof Change.Minded || change instanceof Change.Clock)) {
        return true;
      }
    }
    return false;
  }

  /** What was told up to now, in order. */
  public List<Event> events() {
    return Collections.unmodifiableList(events);
  }

  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /**
   * A player reads where the player has come to, and knows the room from now on if there is light.
   */
  public void arrive(PlayerId player) {
    RoomId room = state.player(player).room();
    tell(new Audience.Only(player), TextKind.ROOM, new Event.Content.Surroundings(true));
    if (!sight().dark(room) && !state.player(player).visited().contains(room)) {
      change(new Change.Visited(player, room));
    }
  }

  /** Tells an audience what the author wrote. */
  public void tell(Audience to, Text text) {
    if (!text.isEmpty()) {
      tell(to, TextKind.RESULT, new Event.Content.Written(text));
    }
  }

  /** Tells an audience a standard message. */
  public void tell(Audience to, String message) {
    tell(to, TextKind.RESULT, new Event.Content.Message(message));
  }

  /** Tells an audience something. */
  public void tell(Audience to, TextKind kind, Event.Content content) {
    Facts now = facts();
    events.add(event(kind, content, to, now));
  }

  /** What would be told, worded from the facts as they stand now. */
  public Event event(TextKind kind, Event.Content content, Audience to, Facts now) {
    Set<PlayerId> listeners = to.listeners(now);
    if (content instanceof Event.Content.Message) {
      listeners = knowing(listeners, now, List.of(now.noun(), now.second()));
    }
    return new Event(kind, content, listeners, now.apart(), cause.words());
  }

  /** Those of some players who may know of what is named; the actor does. */
  private Set<PlayerId> knowing(
      Set<PlayerId> listeners, Facts now, List<Optional<Referent>> named) {
    if (!world.keepsThingsFromEyes()) {
      return listeners;
    }
    Set<PlayerId> knowing = new HashSet<>(listeners);
    knowing.removeIf(
        listener ->
            !now.actor().equals(Optional.of(listener))
                && now.state().players().containsKey(listener)
                && named.stream().anyMatch(noun -> isKeptFrom(now, listener, noun)));
    return knowing;
  }

  private static boolean isKeptFrom(Facts now, PlayerId player, Optional<Referent> noun) {
    return noun.orElse(null) instanceof ThingId thing && now.sight().isKeptFrom(player, thing);
  }

  /** Adds an event that was made before. */
  public void tell(Event event) {
    events.add(event);
  }

  /** Gives notice of something that the actor did, to all who perceive it. */
  public void notice(String type, String detail) {
    String who = cause.actor().map(actor -> actor.value()).orElse("team");
    Audience to = cause.actor().isPresent() ? Audience.PRESENT : Audience.ALL;
    Facts now = facts();
    notices.add(
        new Notice(type, who, detail, knowing(to.listeners(now), now, List.of(now.noun()))));
  }

  /** Gives notice of something. */
  public void tell(Notice notice) {
    notices.add(notice);
  }

  /** Gives notice of something that concerns the whole party. */
  public void announce(String type, String detail) {
    notices.add(new Notice(type, "team", detail, Audience.ALL.listeners(facts())));
  }

  /**
   * The actor does a command, as if it had been typed, but for the turn. If it is refused, the
   * actor reads why, it has changed nothing, and what asked for it goes on. Nothing without an
   * actor.
   *
   * @throws IllegalStateException if commands perform each other without end
   */
  void perform(Command command) {
    if (cause.actor().isEmpty() || !state.players().containsKey(cause.actor().get())) {
      return;
    }
    if (depth == DEEPEST || performed++ == MOST_PERFORMED) {
      throw new IllegalStateException(
          "rules perform commands without end; the last was " + command);
    }
    Mark mark = mark();
    depth++;
    performs.perform(this, cause.actor().get(), command);
    depth--;
    takeRefusal()
        .ifPresent(
            reason -> {
              rollBack(mark);
              tell(reason.event());
            });
  }

  /** The way that the actor is on leads elsewhere. */
  void redirect(RoomId to) {
    redirected = Optional.of(to);
  }

  /** Where a way leads instead; asked for once. */
  public Optional<RoomId> takeRedirection() {
    Optional<RoomId> to = redirected;
    redirected = Optional.empty();
    return to;
  }

  /** The command takes a turn, or not, whatever its verb says. */
  void takeTurn(boolean takes) {
    takesTurn = Optional.of(takes);
  }

  /** Whether a rule has said that the command takes a turn, or not; asked for once. */
  public Optional<Boolean> takeTurnTaken() {
    Optional<Boolean> takes = takesTurn;
    takesTurn = Optional.empty();
    return takes;
  }

  /** Does the following of what happened, but not within itself. */
  void settling(Runnable following) {
    if (!settling) {
      settling = true;
      try {
        following.run();
      } finally {
        settling = false;
      }
    }
  }

  public void refuse(Refusal code, Text text) {
    refuse(code, new Event.Content.Written(text));
  }

  public void refuse(Refusal code, String message) {
    refuse(code, new Event.Content.Message(message));
  }

  /** Refuses the command; the first reason counts. */
  public void refuse(Refusal code, Event.Content reason) {
    if (refused.isEmpty()) {
      refused =
          Optional.of(new Refused(code, event(TextKind.RESULT, reason, Audience.ACTOR, facts())));
      observer.refused(refused.get());
    }
  }

  public boolean isRefused() {
    return refused.isPresent();
  }

  /** Why the command was refused; asked for once, after which the draft can go on. */
  public Optional<Refused> takeRefusal() {
    Optional<Refused> reason = refused;
    refused = Optional.empty();
    return reason;
  }

  public Mark mark() {
    return new Mark(
        state, changes.size(), occurred.size(), followed, events.size(), notices.size());
  }

  /** Forgets all that was done since the mark, but for the draws of chance. */
  public void rollBack(Mark mark) {
    state = mark.state();
    followed = mark.followed();
    occurred = new ArrayList<>(occurred.subList(0, mark.occurred()));
    changes = new ArrayList<>(changes.subList(0, mark.changes()));
    events = new ArrayList<>(events.subList(0, mark.events()));
    notices = new ArrayList<>(notices.subList(0, mark.notices()));
  }

  /** Writes down how far chance has come; the last thing done to a draft. */
  public void settleChance() {
    if (chance.seed() != state.chance()) {
      change(new Change.Drawn(chance.seed()));
    }
  }
}

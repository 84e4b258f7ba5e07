package lamplight.engine.play;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Messages;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.parse.Phrase;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;

/**
 * Commands that are more than one: a way to a room through the rooms that the player knows, and
 * waiting for several turns. Each step is a command of its own and takes its turn; it ends early
 * when a step is refused, or when something happens that the player would want to look at.
 */
final class Course {
  /** How many steps one command can be. */
  private static final int STEPS = 32;

  private static final ActionId GO = new ActionId("go");
  private static final ActionId FOLLOW = new ActionId("follow");

  private final Dialogue dialogue;
  private final Messages messages;
  private final Draft draft;
  private final PlayerId player;

  /** A step of a way, and where it leads as far as the player knows. */
  private record Leg(Direction way, RoomId to) {}

  Course(Dialogue dialogue, Messages messages, Draft draft, PlayerId player) {
    this.dialogue = dialogue;
    this.messages = messages;
    this.draft = draft;
    this.player = player;
  }

  /** Carries out a command that may be several. */
  Outcome follow(Phrase phrase) {
    if (!phrase.rooms().isEmpty()) {
      return toRoom(phrase);
    }
    Phrase once = phrase.once();
    Outcome outcome = dialogue.carryOut(draft, player, once);
    for (int i = 1; i < Math.min(phrase.times(), STEPS) && outcome.goesOn(); i++) {
      outcome = dialogue.carryOut(draft, player, once).afterOthers(true);
    }
    return outcome.calm();
  }

  /** Whether a player was told anything behind this many events. */
  static boolean told(Draft draft, PlayerId player, int events) {
    List<Event> all = draft.events();
    for (Event event : all.subList(events, all.size())) {
      if (event.to().contains(player)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a player was told anything behind the description of where the player has come to. */
  static boolean disturbed(Draft draft, PlayerId player, int events) {
    boolean described = false;
    boolean disturbed = false;
    List<Event> all = draft.events();
    for (Event event : all.subList(events, all.size())) {
      if (event.to().contains(player)) {
        described |= event.kind() == TextKind.ROOM;
        disturbed = described && event.kind() != TextKind.ROOM;
      }
    }
    return disturbed;
  }

  private Outcome toRoom(Phrase phrase) {
    RoomId here = draft.state().player(player).room();
    boolean walks = phrase.action().equals(GO) || phrase.action().equals(FOLLOW);
    Optional<List<Leg>> way = way(here, phrase.rooms(), walks);
    if (phrase.rooms().contains(here)) {
      return walks
          ? Outcome.refused(Refusal.NO_EFFECT, messages.plain("go.there_already"))
          : tell("find.room.here", "");
    }
    if (way.isEmpty() && !walks && !knows(phrase.rooms().get(0))) {
      return tell("find.far", draft.world().room(phrase.rooms().get(0)).name());
    }
    if (way.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_EXIT, messages.plain("go.no_known_way"));
    }
    return walks ? walk(phrase, way.get()) : tell("find.room", way.get().get(0).way().word());
  }

  private Outcome tell(String key, String words) {
    Dialogue.tell(draft, player, List.of(Line.of(messages.plain(key, "words", words))));
    return Outcome.done(false);
  }

  /** Step by step; the rooms on the way are told in brief. */
  private Outcome walk(Phrase phrase, List<Leg> way) {
    Draft.Mark mark = draft.mark();
    if (phrase.rooms().size() > 1) {
      RoomId goal = way.get(way.size() - 1).to();
      tell("parser.assumed", draft.world().room(goal).name());
    }
    boolean brief = draft.state().player(player).brief();
    Outcome outcome = Outcome.done(false);
    for (int i = 0; i < way.size() && outcome.goesOn(); i++) {
      brief(brief || i < way.size() - 1);
      outcome = step(way.get(i), i == way.size() - 1).afterOthers(i > 0);
    }
    brief(brief);
    if (!outcome.done()) {
      draft.rollBack(mark);
    } else if (outcome.refused().isEmpty() && outcome.disturbed() && !isAt(way)) {
      Dialogue.tell(draft, player, List.of(Line.of(messages.plain("go.stops"))));
      return outcome;
    }
    return outcome.calm();
  }

  private Outcome step(Leg leg, boolean last) {
    if (!draft.state().players().containsKey(player)) {
      return Outcome.done(true);
    }
    Outcome outcome = dialogue.carryOut(draft, player, Phrase.step(GO, leg.way()));
    boolean astray = !draft.state().player(player).room().equals(leg.to());
    return new Outcome(
        outcome.done(),
        outcome.refused(),
        astray || (outcome.disturbed() && !last),
        outcome.over());
  }

  private boolean isAt(List<Leg> way) {
    return draft.state().player(player).room().equals(way.get(way.size() - 1).to());
  }

  private void brief(boolean value) {
    if (draft.state().player(player).brief() != value) {
      draft.change(new Change.Brief(player, value));
    }
  }

  /**
   * The shortest way through rooms that the player knows to the nearest of some rooms.
   *
   * @param beyond whether the last step may lead where the player has never been: after somebody
   *     who has just gone there
   */
  private Optional<List<Leg>> way(RoomId from, List<RoomId> goals, boolean beyond) {
    Facts facts = Facts.of(draft.world(), draft.state(), player);
    Map<RoomId, List<Leg>> ways = new HashMap<>(Map.of(from, List.of()));
    Deque<RoomId> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      RoomId at = next.remove();
      List<Leg> way = ways.getOrDefault(at, List.of());
      if (goals.contains(at) && !at.equals(from)) {
        return Optional.of(way).filter(legs -> legs.size() <= STEPS);
      }
      for (Map.Entry<Direction, Exit> exit : draft.world().room(at).exits().entrySet()) {
        RoomId to = exit.getValue().to();
        boolean open = knows(to) || (beyond && goals.contains(to));
        if (open && !ways.containsKey(to) && draft.sight().shows(exit.getValue(), facts)) {
          List<Leg> longer = new ArrayList<>(way);
          longer.add(new Leg(exit.getKey(), to));
          ways.put(to, longer);
          next.add(to);
        }
      }
    }
    return Optional.empty();
  }

  private boolean knows(RoomId room) {
    return draft.state().player(player).visited().contains(room);
  }
}

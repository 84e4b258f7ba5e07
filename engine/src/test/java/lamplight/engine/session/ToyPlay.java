package lamplight.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.Change;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.SharedMap;
import lamplight.engine.model.State;
import lamplight.engine.model.Things;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Notice;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;
import lamplight.engine.sync.Outlook;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * A game of few words, small enough to see through: {@code go ROOM}, {@code turn}, {@code look},
 * {@code shout WORDS}, {@code locked}, and {@code boom}, which throws. Players see who is where
 * they are, and how many turns went by.
 */
final class ToyPlay implements Play {

  static final RoomId START = new RoomId("hall");

  /** Every command that was carried out, in order. */
  final List<String> carriedOut = new ArrayList<>();

  boolean clock;
  boolean brokenViews;

  @Override
  public State start(long seed) {
    return new State(
        SharedMap.empty(),
        Things.NONE,
        SharedMap.empty(),
        SharedMap.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePVector.empty(),
        TreePSet.empty(),
        SharedMap.empty(),
        0,
        0,
        seed,
        Optional.empty(),
        SharedMap.empty(),
        0,
        TreePSet.empty(),
        SharedMap.empty());
  }

  @Override
  public State fitting(State kept) {
    return kept;
  }

  @Override
  public Step step(State state, Input input, Observer observer) {
    if (input instanceof Input.Command command) {
      return command(state, command.player(), command.text());
    }
    if (input instanceof Input.Join join) {
      return step(state, new Change.Joined(player(join)), tell(join.player(), "Welcome."))
          .with("PLAYER_JOINED", join.player(), everybody(state))
          .step();
    }
    if (input instanceof Input.Leave leave) {
      return step(state, new Change.Left(leave.player())).step();
    }
    if (input instanceof Input.Lose lose) {
      return step(state, new Change.Present(lose.player(), Presence.AWAY)).step();
    }
    if (input instanceof Input.Return back) {
      return step(state, new Change.Present(back.player(), Presence.HERE)).step();
    }
    Input.Pass pass = (Input.Pass) input;
    return step(state, new Change.Clock(state.millis() + pass.millis())).step();
  }

  private Step command(State state, PlayerId player, String text) {
    String[] words = text.split(" ", 2);
    switch (words[0]) {
      case "go" -> {
        carriedOut.add(text);
        return step(state, new Change.Moved(player, new RoomId(words[1])), tell(player, "You go."))
            .with("PLAYER_MOVED", player, everybody(state))
            .step();
      }
      case "turn" -> {
        carriedOut.add(text);
        return step(state, new Change.TurnPassed(), tell(player, "Tick.")).step();
      }
      case "brief", "verbose" -> {
        return step(state, new Change.Brief(player, words[0].equals("brief"))).step();
      }
      case "look" -> {
        return new Step(state, List.of(), List.of(tell(player, "A hall.")), List.of(), Answer.DONE);
      }
      case "shout" -> {
        List<Told> told =
            everybody(state).stream()
                .map(
                    to -> new Told(to, TextKind.SPEECH, List.of(Line.of(player + ": " + words[1]))))
                .toList();
        return new Step(state, List.of(), told, List.of(), Answer.DONE);
      }
      case "locked" -> {
        return refused(state, Refusal.DOOR_LOCKED, "The gate is locked.");
      }
      case "boom" -> throw new IllegalStateException("boom");
      default -> {
        return refused(state, Refusal.NOT_UNDERSTOOD, "What is \"" + words[0] + "\"?");
      }
    }
  }

  private static Step refused(State state, Refusal code, String text) {
    return new Step(state, List.of(), List.of(), List.of(), new Answer.Refused(code, text));
  }

  private static Told tell(PlayerId player, String words) {
    return new Told(player, TextKind.RESULT, List.of(Line.of(words)));
  }

  private static Set<PlayerId> everybody(State state) {
    return new TreeSet<>(state.players().keySet());
  }

  private static PlayerState player(Input.Join join) {
    return PlayerState.joining(join.player(), join.name(), Optional.empty(), START);
  }

  /** A step of one change that grows notices. */
  private record Making(State before, Change change, List<Told> told, List<Notice> notices) {
    Making with(String type, PlayerId player, Set<PlayerId> to) {
      return new Making(
          before, change, told, List.of(new Notice(type, player.value(), "here", to)));
    }

    Step step() {
      return new Step(before.with(change), List.of(change), told, notices, Answer.DONE);
    }
  }

  private static Making step(State before, Change change, Told... told) {
    return new Making(before, change, List.of(told), List.of());
  }

  @Override
  public Sources sources() {
    return part -> Optional.empty();
  }

  @Override
  public Step replacedBy(Game next, State state, boolean aloud) {
    return next.takeOver(next.world(), state, aloud);
  }

  @Override
  public Outlook outlook(State state) {
    if (brokenViews) {
      throw new IllegalStateException("a broken view");
    }
    List<Entry> party = new ArrayList<>();
    Map<String, EntrySet> rooms = new HashMap<>();
    Map<String, Outlook.Viewpoint> viewers = new HashMap<>();
    for (PlayerState player : state.players().values()) {
      String id = player.id().value();
      String here = player.room().value();
      party.add(
          Entry.of(Known.Presence.KIND, id, player.presence().name().toLowerCase(Locale.ROOT)));
      Entry place = new Known.Player(id, here, player.health(), player.energy()).entry();
      rooms.merge(here, EntrySet.of(place), (all, one) -> all.with(place));
      Entry own = new Known.Visited(here).entry();
      viewers.put(id, new Outlook.Viewpoint(here, EntrySet.of(own)));
    }
    party.add(new Known.Flag("turn", Integer.toString(state.turn())).entry());
    party.add(new Known.Flag("seconds", Long.toString(state.millis() / 1000)).entry());
    party.add(new Known.Flag("padding", "x".repeat(300)).entry());
    return new Outlook(EntrySet.of(party), rooms, viewers);
  }

  @Override
  public Outlook outlook(Outlook before, State was, State is) {
    return outlook(is);
  }

  @Override
  public boolean needsClock(State state) {
    return clock;
  }

  @Override
  public boolean passesDowntime() {
    return false;
  }

  @Override
  public boolean isFree(State state, String id) {
    return !id.equals("lamp") && !state.players().containsKey(new PlayerId(id));
  }
}

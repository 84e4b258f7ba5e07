package lamplight.tui.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one table of keys. The help screen shows it, settings change it, the update looks a key up in
 * it.
 */
public final class Keys {
  /** What a key does, in the order of the help screen. */
  public enum Action {
    HELP(true),
    MAP(true),
    PALETTE(true),
    HISTORY(true),
    SEARCH(true),
    CHAT(true),
    FOCUS(true),
    FOCUS_BACK(true),
    COMPLETE(true),
    OLDER(true),
    NEWER(true),
    PAGE_UP(true),
    PAGE_DOWN(true),
    STORY_END(true),
    FLOOR_UP(true),
    FLOOR_DOWN(true),
    ZOOM_IN(true),
    ZOOM_OUT(true),
    PAN_WEST(true),
    PAN_EAST(true),
    PAN_NORTH(true),
    PAN_SOUTH(true),
    CENTRE(true),
    STORY_WIDER(true),
    STORY_NARROWER(true),
    MAP_HIGHER(true),
    MAP_LOWER(true),
    LINE_START(true),
    LINE_END(true),
    WORD_LEFT(true),
    WORD_RIGHT(true),
    ERASE_WORD(true),
    ERASE_TO_START(true),
    ERASE_TO_END(true),
    UNDO(true),
    CLOSE(true),
    SUSPEND(true),
    LEAVE(true),
    SEND(false),
    LEFT(false),
    RIGHT(false),
    ERASE_BACK(false),
    ERASE_AHEAD(false),
    LEAVE_IF_EMPTY(false),
    REPLAY_PAUSE(true),
    REPLAY_STEP(true),
    REPLAY_BACK(true),
    REPLAY_FASTER(true),
    REPLAY_SLOWER(true),
    REPLAY_START(true),
    REPLAY_END(true);

    private final boolean told;

    Action(boolean told) {
      this.told = told;
    }

    /** Whether it moves a recording, and does nothing in a game. */
    public boolean isForReplay() {
      return name().startsWith("REPLAY_");
    }

    /** The word for it in a settings file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the help screen tells of it: nobody needs to be told of the Enter key. */
    boolean isTold() {
      return told;
    }
  }

  private record Binding(Action action, Key key) {}

  private static final List<Binding> ALL =
      List.of(
          bind(Action.HELP, "F1"),
          bind(Action.MAP, "F2"),
          bind(Action.PALETTE, "Ctrl-P"),
          bind(Action.HISTORY, "Ctrl-R"),
          bind(Action.SEARCH, "Ctrl-F"),
          bind(Action.CHAT, "F3"),
          bind(Action.FOCUS, "F6"),
          bind(Action.FOCUS_BACK, "Shift-Tab"),
          bind(Action.COMPLETE, "Tab"),
          bind(Action.OLDER, "Up"),
          bind(Action.NEWER, "Down"),
          bind(Action.PAGE_UP, "PgUp"),
          bind(Action.PAGE_DOWN, "PgDn"),
          bind(Action.STORY_END, "Ctrl-End"),
          bind(Action.FLOOR_UP, "Ctrl-Up"),
          bind(Action.FLOOR_DOWN, "Ctrl-Down"),
          bind(Action.ZOOM_IN, "Alt-+"),
          bind(Action.ZOOM_IN, "Alt-="),
          bind(Action.ZOOM_OUT, "Alt--"),
          bind(Action.PAN_WEST, "Alt-Left"),
          bind(Action.PAN_EAST, "Alt-Right"),
          bind(Action.PAN_NORTH, "Alt-Up"),
          bind(Action.PAN_SOUTH, "Alt-Down"),
          bind(Action.CENTRE, "Alt-0"),
          bind(Action.STORY_WIDER, "Shift-Right"),
          bind(Action.STORY_NARROWER, "Shift-Left"),
          bind(Action.MAP_HIGHER, "Shift-Down"),
          bind(Action.MAP_LOWER, "Shift-Up"),
          bind(Action.LINE_START, "Home"),
          bind(Action.LINE_START, "Ctrl-A"),
          bind(Action.LINE_END, "End"),
          bind(Action.LINE_END, "Ctrl-E"),
          bind(Action.WORD_LEFT, "Ctrl-Left"),
          bind(Action.WORD_RIGHT, "Ctrl-Right"),
          bind(Action.ERASE_WORD, "Ctrl-W"),
          bind(Action.ERASE_TO_START, "Ctrl-U"),
          bind(Action.ERASE_TO_END, "Ctrl-K"),
          bind(Action.UNDO, "Ctrl-_"),
          bind(Action.CLOSE, "Esc"),
          bind(Action.SUSPEND, "Ctrl-Z"),
          bind(Action.LEAVE, "Ctrl-C"),
          bind(Action.SEND, "Enter"),
          bind(Action.LEFT, "Left"),
          bind(Action.RIGHT, "Right"),
          bind(Action.ERASE_BACK, "Backspace"),
          bind(Action.ERASE_AHEAD, "Delete"),
          bind(Action.LEAVE_IF_EMPTY, "Ctrl-D"));

  /** The keys of a recording, while no line is being typed; all others do what they always do. */
  private static final List<Binding> REPLAY =
      List.of(
          bind(Action.REPLAY_PAUSE, "Space"),
          bind(Action.REPLAY_STEP, "Right"),
          bind(Action.REPLAY_BACK, "Left"),
          bind(Action.REPLAY_FASTER, "Up"),
          bind(Action.REPLAY_SLOWER, "Down"),
          bind(Action.REPLAY_START, "Home"),
          bind(Action.REPLAY_END, "End"));

  /** What of the other keys is of use while a recording is looked at. */
  private static final List<Action> WATCHING =
      List.of(
          Action.HELP,
          Action.MAP,
          Action.SEARCH,
          Action.CHAT,
          Action.PAGE_UP,
          Action.PAGE_DOWN,
          Action.STORY_END,
          Action.FLOOR_UP,
          Action.FLOOR_DOWN,
          Action.CLOSE,
          Action.SUSPEND,
          Action.LEAVE);

  private Keys() {}

  private static Binding bind(Action action, String key) {
    return new Binding(action, Key.named(key));
  }

  /** What the help screen tells of in a game, in its order. */
  public static List<Action> told() {
    return Stream.of(Action.values())
        .filter(action -> action.isTold() && !action.isForReplay())
        .toList();
  }

  /** The same while a recording is looked at. */
  public static List<Action> toldInReplay() {
    return Stream.concat(Stream.of(Action.values()).filter(Action::isForReplay), WATCHING.stream())
        .toList();
  }

  /** What keys do to a recording unless settings say otherwise. */
  public static Map<Key, Action> replay() {
    Map<Key, Action> keys = new LinkedHashMap<>();
    REPLAY.forEach(binding -> keys.put(binding.key(), binding.action()));
    return keys;
  }

  /** What the keys do unless settings say otherwise. */
  public static Map<Key, Action> usual() {
    Map<Key, Action> keys = new LinkedHashMap<>();
    ALL.forEach(binding -> keys.put(binding.key(), binding.action()));
    return keys;
  }

  /** The names of the keys for an action: the usual ones in their order, then others. */
  public static List<String> labels(Map<Key, Action> keys, Action action) {
    Stream<Key> usual = Stream.concat(ALL.stream(), REPLAY.stream()).map(Binding::key).distinct();
    Stream<Key> others =
        keys.keySet().stream()
            .filter(
                key ->
                    Stream.concat(ALL.stream(), REPLAY.stream())
                        .noneMatch(binding -> binding.key().equals(key)))
            .sorted((one, other) -> one.label().compareTo(other.label()));
    List<String> labels = new ArrayList<>();
    Stream.concat(usual, others)
        .filter(key -> keys.get(key) == action)
        .forEach(key -> labels.add(key.label()));
    return labels;
  }
}

package lamplight.tui.state;

import java.util.List;

/** The one table of keys; the help screen shows it, the update looks a key up in it. */
public final class Keys {
  /** What a key does. */
  public enum Action {
    SEND,
    COMPLETE,
    OLDER,
    NEWER,
    LEFT,
    RIGHT,
    WORD_LEFT,
    WORD_RIGHT,
    LINE_START,
    LINE_END,
    ERASE_BACK,
    ERASE_AHEAD,
    ERASE_WORD,
    ERASE_TO_START,
    ERASE_TO_END,
    PAGE_UP,
    PAGE_DOWN,
    STORY_END,
    FLOOR_UP,
    FLOOR_DOWN,
    HELP,
    MAP,
    CLOSE,
    LEAVE,
    LEAVE_IF_EMPTY
  }

  /**
   * A row: an action, the keys for it, and their description; rows without words are second names
   * for a key that is described already.
   */
  public record Binding(Action action, Key key, String label, String help) {}

  public static final List<Binding> ALL =
      List.of(
          bind(Action.HELP, Key.Name.F1, "F1", "this help"),
          bind(Action.MAP, Key.Name.F2, "F2", "the map on the whole screen"),
          bind(Action.COMPLETE, Key.Name.TAB, "Tab", "complete a word; again for the next one"),
          bind(Action.OLDER, Key.Name.UP, "Up", "older command"),
          bind(Action.NEWER, Key.Name.DOWN, "Down", "newer command"),
          bind(Action.PAGE_UP, Key.Name.PAGE_UP, "PgUp", "back in the story; the wheel does too"),
          bind(Action.PAGE_DOWN, Key.Name.PAGE_DOWN, "PgDn", "forward in the story"),
          held(Action.STORY_END, Key.Name.END, "Ctrl-End", "to the newest line"),
          held(Action.FLOOR_UP, Key.Name.UP, "Ctrl-Up", "map: a level up"),
          held(Action.FLOOR_DOWN, Key.Name.DOWN, "Ctrl-Down", "map: a level down"),
          bind(Action.LINE_START, Key.Name.HOME, "Home", "start of the line; Ctrl-A"),
          bind(Action.LINE_END, Key.Name.END, "End", "end of the line; Ctrl-E"),
          held(Action.WORD_LEFT, Key.Name.LEFT, "Ctrl-Left", "a word back"),
          held(Action.WORD_RIGHT, Key.Name.RIGHT, "Ctrl-Right", "a word on"),
          ctrl(Action.ERASE_WORD, 'w', "Ctrl-W", "erase the word before the cursor"),
          ctrl(Action.ERASE_TO_START, 'u', "Ctrl-U", "erase to the start of the line"),
          ctrl(Action.ERASE_TO_END, 'k', "Ctrl-K", "erase to the end of the line"),
          bind(Action.CLOSE, Key.Name.ESCAPE, "Esc", "close what is open; erase the line"),
          ctrl(Action.LEAVE, 'c', "Ctrl-C", "twice: leave; so do quit and Ctrl-D"),
          bind(Action.SEND, Key.Name.ENTER, "Enter", ""),
          bind(Action.LEFT, Key.Name.LEFT, "Left", ""),
          bind(Action.RIGHT, Key.Name.RIGHT, "Right", ""),
          bind(Action.ERASE_BACK, Key.Name.BACKSPACE, "Backspace", ""),
          bind(Action.ERASE_AHEAD, Key.Name.DELETE, "Delete", ""),
          ctrl(Action.LINE_START, 'a', "Ctrl-A", ""),
          ctrl(Action.LINE_END, 'e', "Ctrl-E", ""),
          ctrl(Action.OLDER, 'p', "Ctrl-P", ""),
          ctrl(Action.NEWER, 'n', "Ctrl-N", ""),
          ctrl(Action.LEAVE_IF_EMPTY, 'd', "Ctrl-D", ""));

  private Keys() {}

  private static Binding bind(Action action, Key.Name name, String label, String help) {
    return new Binding(action, new Key.Special(name), label, help);
  }

  private static Binding held(Action action, Key.Name name, String label, String help) {
    return new Binding(action, new Key.Special(name, true, false, false), label, help);
  }

  private static Binding ctrl(Action action, char letter, String label, String help) {
    return new Binding(action, new Key.Ctrl(letter), label, help);
  }
}

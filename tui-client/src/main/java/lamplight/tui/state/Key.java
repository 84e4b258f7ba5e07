package lamplight.tui.state;

/** What a player did with the keyboard or the mouse, freed of any terminal's way to say it. */
public sealed interface Key {
  /** One character, a supplementary one whole. */
  record Typed(String character) implements Key {}

  /** A control character: the letter in lower case. */
  record Ctrl(char letter) implements Key {}

  record Alt(String character) implements Key {}

  record Special(Name name, boolean ctrl, boolean alt, boolean shift) implements Key {
    public Special(Name name) {
      this(name, false, false, false);
    }
  }

  /** A bracketed paste, whole. */
  record Pasted(String text) implements Key {}

  /** The wheel moved over a cell: up is negative. */
  record Wheel(int notches, int column, int row) implements Key {}

  /** The first button went down on a cell. */
  record Click(int column, int row) implements Key {}

  /** Nothing more will come: the terminal is gone. */
  record End() implements Key {}

  enum Name {
    ENTER,
    TAB,
    BACKSPACE,
    DELETE,
    INSERT,
    ESCAPE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12
  }
}

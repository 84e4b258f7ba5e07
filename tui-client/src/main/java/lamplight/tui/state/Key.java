package lamplight.tui.state;

import java.util.Locale;

/** What a player did with the keyboard or the mouse, freed of any terminal's way to say it. */
public sealed interface Key {
  /** The name of the only key that can be typed and bound, to what moves a recording. */
  String SPACE = "Space";

  /** The name of a key that can be bound, as {@link #named} reads it; of others what was typed. */
  default String label() {
    return "";
  }

  /**
   * The key of a name such as {@code F1}, {@code Ctrl-K}, {@code Alt-x}, {@code Ctrl-Shift-Up}.
   *
   * @throws IllegalArgumentException with a sentence if there is none
   */
  static Key named(String label) {
    String rest = label;
    boolean ctrl = rest.startsWith("Ctrl-");
    rest = ctrl ? rest.substring(5) : rest;
    boolean alt = rest.startsWith("Alt-");
    rest = alt ? rest.substring(4) : rest;
    boolean shift = rest.startsWith("Shift-");
    rest = shift ? rest.substring(6) : rest;
    if (label.equalsIgnoreCase(SPACE)) {
      return new Typed(" ");
    }
    for (Name name : Name.values()) {
      if (name.label.equalsIgnoreCase(rest)) {
        return new Special(name, ctrl, alt, shift);
      }
    }
    if (ctrl && !alt && !shift && rest.matches("[A-Za-z_]")) {
      return new Ctrl(rest.toLowerCase(Locale.ROOT).charAt(0));
    }
    if (alt && !ctrl && !shift && rest.length() == 1) {
      return new Alt(rest);
    }
    throw new IllegalArgumentException(
        "\"" + label + "\" is no key; keys are called F1, Ctrl-K, Alt-x, PgUp, Ctrl-Shift-Up");
  }

  /** One character, a supplementary one whole. */
  record Typed(String character) implements Key {
    @Override
    public String label() {
      return character.equals(" ") ? SPACE : "";
    }
  }

  /** A control character: the letter in lower case. */
  record Ctrl(char letter) implements Key {
    @Override
    public String label() {
      return "Ctrl-" + Character.toUpperCase(letter);
    }
  }

  record Alt(String character) implements Key {
    @Override
    public String label() {
      return "Alt-" + character;
    }
  }

  record Special(Name name, boolean ctrl, boolean alt, boolean shift) implements Key {
    public Special(Name name) {
      this(name, false, false, false);
    }

    @Override
    public String label() {
      return (ctrl ? "Ctrl-" : "") + (alt ? "Alt-" : "") + (shift ? "Shift-" : "") + name.label;
    }
  }

  /** A bracketed paste, whole. */
  record Pasted(String text) implements Key {}

  /** The wheel moved over a cell: up is negative. */
  record Wheel(int notches, int column, int row) implements Key {}

  /** The first button went down on a cell. */
  record Click(int column, int row) implements Key {}

  /** The mouse moved to a cell with its first button down. */
  record Drag(int column, int row) implements Key {}

  /** Nothing more will come: the terminal is gone. */
  record End() implements Key {}

  /** A key with a name of its own. */
  enum Name {
    ENTER("Enter"),
    TAB("Tab"),
    BACKSPACE("Backspace"),
    DELETE("Delete"),
    INSERT("Insert"),
    ESCAPE("Esc"),
    UP("Up"),
    DOWN("Down"),
    LEFT("Left"),
    RIGHT("Right"),
    HOME("Home"),
    END("End"),
    PAGE_UP("PgUp"),
    PAGE_DOWN("PgDn"),
    F1("F1"),
    F2("F2"),
    F3("F3"),
    F4("F4"),
    F5("F5"),
    F6("F6"),
    F7("F7"),
    F8("F8"),
    F9("F9"),
    F10("F10"),
    F11("F11"),
    F12("F12");

    private final String label;

    Name(String label) {
      this.label = label;
    }
  }
}

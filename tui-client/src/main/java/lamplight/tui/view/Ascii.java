package lamplight.tui.view;

import java.util.HashMap;
import java.util.Map;

/** Signs and boxes for terminals and fonts that have none: what is drawn, not what is told. */
final class Ascii {
  private static final Map<String, String> SIGNS = signs();

  private Ascii() {}

  private static Map<String, String> signs() {
    Map<String, String> signs = new HashMap<>();
    put(signs, "╰╭├╯┴╮┤┬┼", '+');
    put(signs, "─╴╶┈", '-');
    put(signs, "│╵╷┊", '|');
    put(signs, "█", '#');
    put(signs, "░·", '.');
    put(signs, "●", '*');
    put(signs, "○◌", 'o');
    put(signs, "▼↓", 'v');
    put(signs, "▲↑", '^');
    put(signs, "▸▶", '>');
    put(signs, "■", '#');
    put(signs, "‖", '=');
    put(signs, "╱", '/');
    put(signs, "╲", '\\');
    put(signs, "♥", 'H');
    put(signs, "♦", 'E');
    put(signs, "└", '`');
    put(signs, "•", '*');
    put(signs, "…", '.');
    put(signs, "“”„", '"');
    put(signs, "‘’‚", '\'');
    put(signs, "–—", '-');
    return signs;
  }

  private static void put(Map<String, String> signs, String drawn, char ascii) {
    drawn.chars().forEach(sign -> signs.put(Character.toString(sign), String.valueOf(ascii)));
  }

  static Frame frame(Frame frame) {
    return frame.with(glyph -> SIGNS.getOrDefault(glyph, glyph));
  }
}

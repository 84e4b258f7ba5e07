package lamplight.server.transport.telnet;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.telnet.Telnet;
import lamplight.engine.telnet.TelnetOption;

/**
 * Telnet bytes as words, both ways: {@code IAC WILL TTYPE 'look' CR LF} and {@code x9C} for any
 * other byte.
 */
final class Script {
  private static final Map<String, Integer> NAMES = new HashMap<>();
  private static final Map<Integer, String> CONTROLS =
      Map.of(0, "NUL", 7, "BEL", 8, "BS", 9, "TAB", 10, "LF", 13, "CR", 27, "ESC", 127, "DEL");
  private static final List<String> VERBS = List.of("WILL", "WONT", "DO", "DONT");

  static {
    for (Field field : Telnet.class.getDeclaredFields()) {
      try {
        if (field.getType() == int.class) {
          NAMES.put(field.getName(), field.getInt(null));
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    for (TelnetOption option : TelnetOption.values()) {
      if (option != TelnetOption.EOR) {
        NAMES.put(option.name(), option.code());
      }
    }
    CONTROLS.forEach((code, name) -> NAMES.put(name, code));
  }

  private Script() {}

  static byte[] bytes(String script) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    String before = "";
    while (at < script.length()) {
      if (script.charAt(at) == ' ') {
        at++;
        continue;
      }
      int end = script.charAt(at) == '\'' ? script.indexOf('\'', at + 1) + 1 : wordEnd(script, at);
      String word = script.substring(at, end);
      if (word.startsWith("'")) {
        out.writeBytes(word.substring(1, word.length() - 1).getBytes(StandardCharsets.UTF_8));
      } else {
        out.write(value(word, before));
      }
      before = word;
      at = end;
    }
    return out.toByteArray();
  }

  private static int wordEnd(String script, int at) {
    int space = script.indexOf(' ', at);
    return space < 0 ? script.length() : space;
  }

  private static int value(String word, String before) {
    if (word.matches("x[0-9A-F]{2}")) {
      return Integer.parseInt(word.substring(1), 16);
    }
    if (word.equals("EOR") && VERBS.contains(before)) {
      return TelnetOption.EOR.code();
    }
    return Optional.ofNullable(NAMES.get(word))
        .orElseThrow(() -> new IllegalArgumentException("no such byte: " + word));
  }

  /** The bytes in the same words; text in quotes, with ESC and BS named. */
  static String words(byte[] bytes) {
    List<String> words = new ArrayList<>();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xFF;
      boolean plain = value >= 0x20 && value < 0xF0 && value != 0x7F;
      if (plain) {
        text.write(value);
        continue;
      }
      flush(text, words);
      if (value == Telnet.IAC && i + 1 < bytes.length) {
        i = command(bytes, i, words);
      } else {
        words.add(CONTROLS.getOrDefault(value, String.format("x%02X", value)));
      }
    }
    flush(text, words);
    return String.join(" ", words);
  }

  private static int command(byte[] bytes, int at, List<String> words) {
    int code = bytes[at + 1] & 0xFF;
    String name =
        NAMES.entrySet().stream()
            .filter(entry -> entry.getValue() == code && code >= 0xEF)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(String.format("x%02X", code));
    words.add("IAC");
    words.add(name);
    boolean hasOption = VERBS.contains(name) || name.equals("SB");
    if (!hasOption || at + 2 >= bytes.length) {
      return at + 1;
    }
    int option = bytes[at + 2] & 0xFF;
    words.add(TelnetOption.of(option).map(Enum::name).orElse(String.format("x%02X", option)));
    boolean empty = at + 3 >= bytes.length || (bytes[at + 3] & 0xFF) == Telnet.IAC;
    if (!name.equals("SB") || empty) {
      return at + 2;
    }
    words.add(String.format("x%02X", bytes[at + 3]));
    return at + 3;
  }

  private static void flush(ByteArrayOutputStream text, List<String> words) {
    if (text.size() > 0) {
      words.add("'" + text.toString(StandardCharsets.UTF_8) + "'");
      text.reset();
    }
  }
}

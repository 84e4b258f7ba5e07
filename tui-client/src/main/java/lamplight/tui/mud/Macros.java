package lamplight.tui.mud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Short words for long commands, and commands that a line of the server sets off.
 *
 * @param aliases commands by the first word that stands for them; {@code %1} to {@code %9} are the
 *     words behind it, {@code %*} is all of them, {@code ;} stands between commands
 * @param triggers commands by what a line must be: {@code *} is any words, and {@code %1} to {@code
 *     %9} in the commands are those that the first to ninth of them stood for
 */
public record Macros(Map<String, String> aliases, Map<String, String> triggers) {
  public static final Macros NONE = new Macros(Map.of(), Map.of());

  /** Commands of one line; an alias is not looked up again in what it stands for. */
  private static final int MOST = 20;

  private static final Pattern PLACE = Pattern.compile("%([1-9*])");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public Macros {
    aliases = Map.copyOf(aliases);
    triggers = Map.copyOf(triggers);
  }

  /** The commands that a typed line stands for: mostly itself. */
  List<String> typed(String line) {
    String[] words = BLANKS.split(line.strip(), -1);
    String meaning = aliases.get(words[0]);
    if (meaning == null) {
      return List.of(line);
    }
    String rest = line.strip().substring(words[0].length()).strip();
    return commands(meaning, place -> place.equals("*") ? rest : word(words, place));
  }

  private static String word(String[] words, String place) {
    int number = Integer.parseInt(place);
    return number < words.length ? words[number] : "";
  }

  /** The commands that a line of the server sets off. */
  List<String> heard(String line) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> trigger : triggers.entrySet()) {
      match(trigger.getKey(), line)
          .ifPresent(
              stood ->
                  all.addAll(
                      commands(
                          trigger.getValue(),
                          place -> place.equals("*") ? line : word(stood, place))));
    }
    return all.size() > MOST ? List.copyOf(all.subList(0, MOST)) : all;
  }

  /** What each {@code *} of a pattern stands for, from 1 on; empty if the line is another. */
  private static Optional<String[]> match(String pattern, String line) {
    String[] parts = pattern.split("\\*", -1);
    String[] stood = new String[parts.length];
    stood[0] = line;
    if (!line.startsWith(parts[0])) {
      return Optional.empty();
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int next = last ? line.length() - parts[i].length() : line.indexOf(parts[i], at);
      if (next < at || !line.startsWith(parts[i], next)) {
        return Optional.empty();
      }
      stood[i] = line.substring(at, next);
      at = next + parts[i].length();
    }
    return at == line.length() ? Optional.of(stood) : Optional.empty();
  }

  private interface Places {
    String at(String place);
  }

  private static List<String> commands(String text, Places places) {
    List<String> commands = new ArrayList<>();
    for (String command : text.split(";", MOST)) {
      Matcher place = PLACE.matcher(command.strip());
      commands.add(place.replaceAll(found -> Matcher.quoteReplacement(places.at(found.group(1)))));
    }
    return commands;
  }
}

package lamplight.tui.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import lamplight.tui.text.Words;

/**
 * The one table of settings with a word for a value; inks and keys, which are maps, are read beside
 * it.
 *
 * @param name the key in the file
 * @param usual the value that stands for a key that is missing
 * @param values what can be chosen, in the order in which it is told
 * @param help what it is for, in a few words
 */
record Setting(
    String name,
    String usual,
    Map<String, BiConsumer<SettingsDraft, Environment>> values,
    String help) {

  /** What decides where a value is {@code auto}. */
  record Environment(Map<String, String> variables) {
    /** The language that the system is set to, if there are words in it; else English. */
    String language() {
      String locale = locale("LC_MESSAGES");
      return Words.LANGUAGES.stream().filter(locale::startsWith).findFirst().orElse("en");
    }

    /** Whether the system says that its terminals show ASCII alone; one that is silent does not. */
    boolean isAscii() {
      String locale = locale("LC_CTYPE").toUpperCase(Locale.ROOT);
      return locale.equals("C") || locale.equals("POSIX");
    }

    private String locale(String category) {
      return List.of("LC_ALL", category, "LANG").stream()
          .map(name -> variables.getOrDefault(name, ""))
          .filter(value -> !value.isEmpty())
          .findFirst()
          .orElse("");
    }
  }

  static final List<Setting> ALL =
      List.of(
          of("language", "auto", languages(), "the language of the program; the game has its own"),
          of("theme", "dark", themes(), "how words look; light is for a light background"),
          of("colours", "auto", depths(), "how many colours; auto asks the terminal and NO_COLOR"),
          of(
              "layout",
              "auto",
              layouts(),
              "where the map is; auto: beside the story, or above it where that is far less to send"),
          of("motion", "full", motion(), "reduced: nothing glides or blinks"),
          of(
              "drawing",
              "auto",
              drawing(),
              "ascii: boxes and maps of plain signs; auto: if the locale is C or POSIX"),
          of("bell", "off", bells(), "rings when somebody names you, or whenever somebody speaks"),
          of(
              "typing",
              "shown",
              typing(),
              "hidden: nobody sees that you type, nor you that others do"));

  private static Setting of(
      String name,
      String usual,
      Map<String, BiConsumer<SettingsDraft, Environment>> values,
      String help) {
    return new Setting(name, usual, values, help);
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> languages() {
    Map<String, BiConsumer<SettingsDraft, Environment>> values = new LinkedHashMap<>();
    values.put("auto", (draft, about) -> draft.words = Words.of(about.language()));
    Words.LANGUAGES.forEach(
        language -> values.put(language, (draft, about) -> draft.words = Words.of(language)));
    return values;
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> themes() {
    Map<String, BiConsumer<SettingsDraft, Environment>> values = new LinkedHashMap<>();
    Theme.NAMES.forEach(
        theme -> values.put(theme, (draft, about) -> draft.theme = Theme.named(theme)));
    return values;
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> depths() {
    Map<String, BiConsumer<SettingsDraft, Environment>> values = new LinkedHashMap<>();
    values.put("auto", (draft, about) -> draft.depth = Optional.empty());
    values.put("none", (draft, about) -> draft.depth = Optional.of(Tint.Depth.NONE));
    values.put("16", (draft, about) -> draft.depth = Optional.of(Tint.Depth.BASIC));
    values.put("256", (draft, about) -> draft.depth = Optional.of(Tint.Depth.INDEXED));
    values.put("true", (draft, about) -> draft.depth = Optional.of(Tint.Depth.TRUE));
    return values;
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> motion() {
    Map<String, BiConsumer<SettingsDraft, Environment>> values = new LinkedHashMap<>();
    values.put("full", (draft, about) -> draft.reducedMotion = false);
    values.put("reduced", (draft, about) -> draft.reducedMotion = true);
    return values;
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> drawing() {
    Map<String, BiConsumer<SettingsDraft, Environment>> values = new LinkedHashMap<>();
    values.put("auto", (draft, about) -> draft.ascii = about.isAscii());
    values.put("unicode", (draft, about) -> draft.ascii = false);
    values.put("ascii", (draft, about) -> draft.ascii = true);
    return values;
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> typing() {
    Map<String, BiConsumer<SettingsDraft, Environment>> values = new LinkedHashMap<>();
    values.put("shown", (draft, about) -> draft.typing = true);
    values.put("hidden", (draft, about) -> draft.typing = false);
    return values;
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> layouts() {
    return choices(Settings.Arrangement.values(), (draft, layout) -> draft.layout = layout);
  }

  private static Map<String, BiConsumer<SettingsDraft, Environment>> bells() {
    return choices(Settings.Bell.values(), (draft, bell) -> draft.bell = bell);
  }

  /** The constants of a type, by their names. */
  private static <E extends Enum<E>> Map<String, BiConsumer<SettingsDraft, Environment>> choices(
      E[] constants, BiConsumer<SettingsDraft, E> effect) {
    return Arrays.stream(constants)
        .collect(
            Collectors.toMap(
                constant -> constant.name().toLowerCase(Locale.ROOT),
                constant -> (draft, about) -> effect.accept(draft, constant),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}

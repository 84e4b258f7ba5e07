package lamplight.tui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.prose.Spelling;
import lamplight.tui.mud.Macros;
import lamplight.tui.state.Key;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Tint;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads the settings file. Every value is checked, and all that is wrong is told at once, as {@code
 * file:line:column: what; what to do}.
 */
public final class SettingsFile {
  private static final String INKS = "inks";
  private static final String KEYS = "keys";
  private static final String ALIASES = "aliases";
  private static final String TRIGGERS = "triggers";

  /** The word for a key that does nothing. */
  private static final String NOTHING = "nothing";

  private final String file;
  private final Setting.Environment environment;
  private final SettingsDraft draft = new SettingsDraft();
  private final List<String> problems = new ArrayList<>();

  private SettingsFile(String file, Setting.Environment environment) {
    this.file = file;
    this.environment = environment;
  }

  /** Settings, and what was wrong with the file. */
  public record Read(Settings settings, Macros macros, List<String> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a file; a file that is not there says nothing.
   *
   * @throws IOException if it is there and cannot be read
   */
  public static Read read(Path file, Map<String, String> environment) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    return read(file.toString(), text, environment);
  }

  static Read read(String name, String text, Map<String, String> environment) {
    SettingsFile reading = new SettingsFile(name, new Setting.Environment(environment));
    Setting.ALL.forEach(reading::usual);
    try {
      Compose compose = new Compose(LoadSettings.builder().setLabel(name).build());
      compose.composeString(text).ifPresent(reading::all);
    } catch (MarkedYamlEngineException e) {
      reading.problem(e.getProblemMark(), String.valueOf(e.getProblem()), "mend the YAML there");
    }
    return new Read(reading.draft.settings(), reading.draft.macros(), reading.problems);
  }

  private void usual(Setting setting) {
    set(setting, setting.usual());
  }

  private boolean set(Setting setting, String value) {
    var effect = setting.values().get(value);
    if (effect != null) {
      effect.accept(draft, environment);
    }
    return effect != null;
  }

  private void all(Node root) {
    Map<String, Setting> known = new HashMap<>();
    Setting.ALL.forEach(setting -> known.put(setting.name(), setting));
    for (Pair pair : pairs(root)) {
      Setting setting = known.get(pair.name());
      if (setting != null) {
        one(setting, pair.value());
      } else if (pair.name().equals(INKS)) {
        pairs(pair.value()).forEach(this::ink);
      } else if (pair.name().equals(KEYS)) {
        pairs(pair.value()).forEach(this::key);
      } else if (pair.name().equals(ALIASES)) {
        pairs(pair.value()).forEach(this::alias);
      } else if (pair.name().equals(TRIGGERS)) {
        pairs(pair.value()).forEach(this::trigger);
      } else {
        List<String> names =
            Stream.concat(
                    known.keySet().stream().sorted(), Stream.of(INKS, KEYS, ALIASES, TRIGGERS))
                .toList();
        unknown(pair, "there is no setting \"" + pair.name() + "\"", names);
      }
    }
  }

  private void one(Setting setting, Node node) {
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!set(setting, value)) {
      problem(
          node.getStartMark(),
          "\"" + value + "\" is no value for " + setting.name(),
          "choose from " + String.join(", ", setting.values().keySet()));
    }
  }

  private void ink(Pair pair) {
    Optional<Ink> ink = Ink.ALL.stream().filter(one -> one.word().equals(pair.name())).findFirst();
    if (ink.isEmpty()) {
      List<String> names = Ink.ALL.stream().map(Ink::word).toList();
      unknown(pair, "there is no ink \"" + pair.name() + "\"", names);
      return;
    }
    try {
      draft.inks.put(ink.get(), Tint.parse(pair.text()));
    } catch (IllegalArgumentException e) {
      problem(pair.value().getStartMark(), String.valueOf(e.getMessage()), "change it");
    }
  }

  private void key(Pair pair) {
    Optional<Keys.Action> action =
        Arrays.stream(Keys.Action.values())
            .filter(one -> one.word().equals(pair.text()))
            .findFirst();
    try {
      Key key = Key.named(pair.name());
      if (action.isPresent()) {
        draft.keys.put(key, action.get());
      } else if (pair.text().equals(NOTHING)) {
        draft.keys.remove(key);
      } else {
        List<String> names =
            Stream.concat(
                    Stream.of(NOTHING), Arrays.stream(Keys.Action.values()).map(Keys.Action::word))
                .toList();
        problem(
            pair.value().getStartMark(),
            "no key does \"" + pair.text() + "\"",
            hint(pair.text(), names));
      }
    } catch (IllegalArgumentException e) {
      problem(pair.mark(), String.valueOf(e.getMessage()), "change it");
    }
  }

  private void alias(Pair pair) {
    if (pair.name().isEmpty() || pair.name().contains(" ")) {
      problem(pair.mark(), "\"" + pair.name() + "\" is no alias", "one word stands for commands");
    } else if (isCommands(pair)) {
      draft.aliases.put(pair.name(), pair.text());
    }
  }

  private void trigger(Pair pair) {
    if (pair.name().replace("*", "").isBlank()) {
      problem(
          pair.mark(), "\"" + pair.name() + "\" would be set off by every line", "say which lines");
    } else if (isCommands(pair)) {
      draft.triggers.put(pair.name(), pair.text());
    }
  }

  private boolean isCommands(Pair pair) {
    if (pair.text().isBlank()) {
      problem(
          pair.value().getStartMark(),
          "\"" + pair.name() + "\" stands for nothing",
          "write the commands, with ; between them");
    }
    return !pair.text().isBlank();
  }

  /** A name in the file with its value. */
  private record Pair(Optional<Mark> mark, String name, Node value) {
    String text() {
      return value instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
  }

  private List<Pair> pairs(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      if (!(node instanceof ScalarNode nothing && nothing.getValue().isEmpty())) {
        problem(node.getStartMark(), "names with values are expected here", "write name: value");
      }
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      pairs.add(new Pair(tuple.getKeyNode().getStartMark(), name, tuple.getValueNode()));
    }
    return pairs;
  }

  private void unknown(Pair pair, String what, Collection<String> names) {
    problem(pair.mark(), what, hint(pair.name(), names));
  }

  private static String hint(String word, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> Spelling.distance(word, name)))
        .filter(name -> Spelling.distance(word, name) <= 2)
        .map(name -> "did you mean \"" + name + "\"?")
        .orElse("choose from " + String.join(", ", names));
  }

  private void problem(Optional<Mark> mark, String what, String toDo) {
    String place = mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse("");
    problems.add(file + place + ": " + what + "; " + toDo);
  }

  /** A file with every setting at its usual value, explained. */
  public static String explained() {
    StringBuilder text = new StringBuilder();
    text.append("# How the Lamplight client looks and works. All of these are the usual values.\n");
    for (Setting setting : Setting.ALL) {
      text.append("\n# ").append(setting.help()).append(" (");
      text.append(String.join(", ", setting.values().keySet())).append(")\n");
      text.append(setting.name()).append(": ").append(setting.usual()).append("\n");
    }
    text.append(
        "\n# Other looks: a colour of the 16, the exact one, and marks, each if wanted, as in\n");
    text.append("# inks: {room: \"yellow #ffd75f bold\"}; the inks are ");
    text.append(Ink.ALL.stream().map(Ink::word).collect(Collectors.joining(", ")));
    text.append(".\ninks: {}\n\n# Other keys, or \"nothing\": these are the usual ones.\nkeys:\n");
    for (Keys.Action action : Keys.Action.values()) {
      for (String label : Keys.labels(Settings.USUAL.keys(), action)) {
        text.append("  ").append(label).append(": ").append(action.word()).append("\n");
      }
    }
    text.append(
        """

        # On other people's servers (play telnet://HOST): words that stand for commands, and lines that
        # set commands off, in which * is any words. %1 to %9 are the words behind an alias, or what the
        # stars stood for; %* is all of it; ; stands between commands. As in
        # aliases: {k: "kill %1;wield sword"}
        # triggers: {"* tells you, *": "reply I am away."}
        aliases: {}
        triggers: {}
        """);
    return text.toString();
  }
}

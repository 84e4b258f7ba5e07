package lamplight.server.transport.telnet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import lamplight.engine.wire.ClientMessage;

/** What players say with {@code set}, and what comes of it. */
final class Preferences {
  private static final String SET = "set";

  private final Visit.Sender server;
  private final Terminal terminal;
  private final Settings settings;
  private final Consumer<String> say;
  private boolean seated;

  Preferences(Visit.Sender server, Terminal terminal, Consumer<String> say) {
    this.server = server;
    this.terminal = terminal;
    this.settings = terminal.settings();
    this.say = say;
  }

  /**
   * Whether a line in a game is about a setting, and not the game's own {@code set dial to 7}: the
   * second word is a setting's name, and what follows is a value or one word.
   */
  static boolean isAboutSetting(String line) {
    String said = line.strip();
    if (!said.regionMatches(true, 0, SET, 0, SET.length())) {
      return false; // hardly any line is one: they are not all to be split
    }
    String[] words = said.split("\\s+", 3);
    if (!words[0].equalsIgnoreCase(SET)) {
      return false;
    }
    if (words.length == 1) {
      return true;
    }
    Optional<Setting> setting = Setting.of(words[1]);
    return setting.isPresent()
        && (words.length == 2
            || setting.get().isFree()
            || setting.get().read(words[2]).isPresent()
            || words[2].indexOf(' ') < 0);
  }

  /**
   * Carries out what was typed behind {@code set}; nothing: lists all settings.
   *
   * @return whether it was answered; else the game answers it
   */
  boolean set(List<String> words) {
    if (words.isEmpty()) {
      settings.list(terminal.reader()).forEach(say);
      say.accept("To change one, type set NAME VALUE; set NAME alone tells what it is for.");
      return true;
    }
    Optional<Setting> setting = Setting.of(words.get(0));
    if (setting.isEmpty()) {
      say.accept(Settings.unknown(words.get(0)));
    } else if (words.size() == 1) {
      say.accept(settings.told(setting.get()));
    } else {
      return set(setting.get(), String.join(" ", words.subList(1, words.size())));
    }
    return true;
  }

  private boolean set(Setting setting, String typed) {
    Optional<String> value = setting.read(typed);
    if (value.isEmpty()) {
      say.accept(
          setting.word() + " cannot be \"" + typed + "\"; it can be " + setting.allowed() + ".");
    } else if (!seated) {
      settings.carry(setting, value.get());
      say.accept(setting.word() + " is " + value.get() + " now.");
    } else if (setting == Setting.BRIEF) {
      sayBrief(value.get());
      return false;
    } else {
      settings.set(setting, value.get());
      keep(setting, value.get());
      say.accept(setting.word() + " is " + value.get() + " now.");
    }
    return true;
  }

  /** The world keeps this one itself, and says what came of it. */
  private void sayBrief(String value) {
    String verb = value.equals("on") ? "brief" : "verbose";
    server.send(new ClientMessage.Command(OptionalLong.empty(), verb));
  }

  private void keep(Setting setting, String value) {
    String kept = value.equals(setting.usual()) ? "" : value;
    server.send(new ClientMessage.Setting(setting.word(), kept));
  }

  /** The player has a seat: it is to remember what was chosen before. */
  void seated() {
    seated = true;
    settings
        .seated()
        .forEach(
            (setting, value) -> {
              if (setting == Setting.BRIEF) {
                sayBrief(value);
              } else {
                keep(setting, value);
              }
            });
  }

  /** The player has left the seat. */
  void left() {
    seated = false;
    settings.left();
  }
}

package lamplight.tui;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a player's programs keep things, each of them in a folder of its own. Source: XDG Base
 * Directory Specification 0.8.
 */
enum Folder {
  /** What the player writes. */
  CONFIG("XDG_CONFIG_HOME", Path.of(".config")),
  /** What a program remembers from one run to the next. */
  STATE("XDG_STATE_HOME", Path.of(".local", "state")),
  /** What a program is for: here games, and what a server keeps of them. */
  DATA("XDG_DATA_HOME", Path.of(".local", "share"));

  private final String variable;
  private final Path usual;

  Folder(String variable, Path usual) {
    this.variable = variable;
    this.usual = usual;
  }

  /** Lamplight's own, which need not be there yet. */
  Path ours(Map<String, String> environment) {
    String named = environment.getOrDefault(variable, "");
    Path folder =
        named.isEmpty()
            ? Path.of(System.getProperty("user.home", ".")).resolve(usual)
            : Path.of(named);
    return folder.resolve("lamplight");
  }
}

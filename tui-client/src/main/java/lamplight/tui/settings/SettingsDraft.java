package lamplight.tui.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.tui.mud.Macros;
import lamplight.tui.state.Key;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;
import lamplight.tui.text.Words;

/** Settings in the making. */
final class SettingsDraft {
  Words words = Settings.USUAL.words();
  Theme theme = Settings.USUAL.theme();
  Optional<Tint.Depth> depth = Settings.USUAL.depth();
  Settings.Arrangement layout = Settings.USUAL.layout();
  boolean reducedMotion = Settings.USUAL.reducedMotion();
  boolean ascii = Settings.USUAL.ascii();
  Settings.Bell bell = Settings.USUAL.bell();
  boolean typing = Settings.USUAL.typing();
  final Map<Ink, Tint> inks = new HashMap<>();
  final Map<String, String> aliases = new LinkedHashMap<>();
  final Map<String, String> triggers = new LinkedHashMap<>();
  final Map<Key, Keys.Action> keys = new LinkedHashMap<>(Settings.USUAL.keys());

  Macros macros() {
    return new Macros(aliases, triggers);
  }

  Settings settings() {
    return new Settings(
        words, theme.with(inks), depth, layout, reducedMotion, ascii, bell, typing, keys);
  }
}

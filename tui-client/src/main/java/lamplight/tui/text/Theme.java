package lamplight.tui.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** How every ink looks. The themes that come with the client are files beside this class. */
public record Theme(Map<Ink, Tint> tints) {
  /** The themes that come with the client. */
  public static final List<String> NAMES = List.of("dark", "light", "contrast", "mono");

  public static final Theme DARK = named("dark");

  public Theme {
    tints = Map.copyOf(tints);
    for (Ink ink : Ink.ALL) {
      if (!tints.containsKey(ink)) {
        throw new IllegalArgumentException("no tint for " + ink);
      }
    }
  }

  /**
   * A theme that comes with the client.
   *
   * @throws java.util.MissingResourceException if there is none of that name
   */
  public static Theme named(String name) {
    ResourceBundle rows =
        ResourceBundle.getBundle(
            "lamplight.tui.text.themes." + name,
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<Ink, Tint> tints = new HashMap<>();
    for (Ink ink : Ink.ALL) {
      tints.put(ink, Tint.parse(rows.getString(ink.word())));
    }
    return new Theme(tints);
  }

  /** This theme with some inks changed. */
  public Theme with(Map<Ink, Tint> changed) {
    Map<Ink, Tint> all = new HashMap<>(tints);
    all.putAll(changed);
    return new Theme(all);
  }

  public Tint of(Ink ink) {
    return ink.own()
        .or(() -> Optional.ofNullable(tints.get(ink)))
        .orElseThrow(() -> new IllegalStateException("no tint for " + ink));
  }
}

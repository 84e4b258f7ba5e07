package lamplight.engine.session;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lamplight.engine.prose.Visible;

/**
 * What a player is called at the table: letters, digits, {@code -} and {@code '}, all of them to be
 * seen.
 */
public record PlayerName(String shown) {

  /** Letters of a name. */
  static final int LETTERS = 20;

  private static final String RULE =
      "A name has 1 to "
          + LETTERS
          + " letters, digits, - or ', and begins with a letter, such as Bea or O'Malley.";

  private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}'-]*");

  /** Words that commands and the protocol use for somebody else. */
  private static final Set<String> TAKEN =
      Set.of(
          "all",
          "everyone",
          "everybody",
          "her",
          "him",
          "it",
          "me",
          "myself",
          "nobody",
          "party",
          "server",
          "somebody",
          "someone",
          "system",
          "team",
          "them",
          "us",
          "we",
          "you");

  /** Why what was typed cannot be a name, for who typed it. */
  public static String refusal(String typed) {
    String name = typed.strip();
    return TAKEN.contains(name.toLowerCase(Locale.ROOT))
        ? "Commands mean somebody else by \"" + name + "\"; choose another name."
        : RULE;
  }

  /** The name that was typed; empty if it cannot be one. */
  public static Optional<PlayerName> of(String typed) {
    String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    boolean fits =
        FORM.matcher(name).matches()
            && name.codePointCount(0, name.length()) <= LETTERS
            && Visible.of(name).equals(name);
    return Optional.of(new PlayerName(name)).filter(n -> fits && !TAKEN.contains(n.key()));
  }

  /** The name without accents and case: two names with one key cannot sit at one table. */
  String key() {
    String plain = Normalizer.normalize(shown, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT);
  }

  /** An id made of the name as far as it has Latin letters. */
  String id() {
    String latin = key().replaceAll("[^a-z0-9-]", "").replaceAll("^-+", "");
    return latin.isEmpty() ? "player" : latin;
  }
}

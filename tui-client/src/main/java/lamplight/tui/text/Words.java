package lamplight.tui.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the program itself says, in one language: the files {@code words.properties} (English) and
 * {@code words_XX.properties} beside this class. What the game says is the world's affair.
 *
 * <p>Texts are {@link MessageFormat} patterns; apostrophes in them are typographic.
 */
public final class Words {
  /** The languages that are complete. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  public static final Words ENGLISH = of("en");

  private final ResourceBundle texts;

  private Words(ResourceBundle texts) {
    this.texts = texts;
  }

  /** The words of a language, given as its two letters; English if there is no file for it. */
  public static Words of(String language) {
    Locale locale = language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language);
    return new Words(
        ResourceBundle.getBundle(
            "lamplight.tui.text.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /**
   * The text of a key with its values in their places.
   *
   * @throws java.util.MissingResourceException if no language has the key
   */
  public String say(String key, Object... values) {
    String text = texts.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
  }
}

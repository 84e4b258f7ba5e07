package lamplight.engine.model;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The standard texts by key, which a world can replace. A text is a {@link Template}; where it
 * stands for something that is no template's business (a word that was not known), it has slots,
 * which {@link #plain} fills.
 */
public final class Messages {
  private final Map<String, String> texts;
  private final Map<String, Template> templates;

  /**
   * @throws IllegalArgumentException if a text is no template
   */
  public Messages(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
    this.templates =
        texts.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, text -> Template.parse(text.getValue())));
  }

  /** These messages, with some of them replaced. */
  public Messages with(Map<String, String> replacements) {
    Map<String, String> all = new HashMap<>(texts);
    all.putAll(replacements);
    return new Messages(all);
  }

  /** Whether there is a message of that key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The keys of all messages. */
  public java.util.Set<String> keys() {
    return texts.keySet();
  }

  public Template template(String key) {
    return found(templates.get(key), key);
  }

  /**
   * A message with its slots filled: {@code plain("unknown_word", "word", "xyzzy")}.
   *
   * @param slots names and values by turns
   */
  public String plain(String key, String... slots) {
    String text = found(texts.get(key), key);
    for (int i = 0; i + 1 < slots.length; i += 2) {
      text = text.replace("{" + slots[i] + "}", slots[i + 1]);
    }
    return text;
  }

  private static <T> T found(@Nullable T value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("there is no message \"" + key + "\"");
    }
    return value;
  }
}

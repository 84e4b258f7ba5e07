package lamplight.engine.parse;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Messages;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The standard words and texts, read for tests as plain maps. */
final class Standard {
  private Standard() {}

  static Lexicon.Builder lexicon() {
    Map<?, ?> vocabulary = yaml("/lamplight/engine/vocabulary.yaml");
    Lexicon.Builder builder = Lexicon.builder();
    ((Map<?, ?>) value(vocabulary, "verbs"))
        .forEach((id, verb) -> verb(builder, new ActionId((String) id), (Map<?, ?>) verb));
    ((Map<?, ?>) value(vocabulary, "synonyms"))
        .forEach((word, meaning) -> builder.synonym((String) word, (String) meaning));
    ((List<?>) value(vocabulary, "noise")).forEach(words -> builder.noise((String) words));
    ((List<?>) value(vocabulary, "backdrop")).forEach(word -> builder.backdrop((String) word));
    return builder;
  }

  static Messages messages() {
    Map<String, String> texts = new HashMap<>();
    yaml("/lamplight/engine/text/en.yaml")
        .forEach((key, text) -> texts.put((String) key, (String) text));
    return new Messages(texts);
  }

  /** Patterns that two standard verbs have, or one has twice. */
  static List<String> repeatedPatterns() {
    Map<Object, String> first = new HashMap<>();
    List<String> repeated = new ArrayList<>();
    Map<?, ?> verbs = (Map<?, ?>) value(yaml("/lamplight/engine/vocabulary.yaml"), "verbs");
    verbs.forEach(
        (id, verb) -> {
          for (Object line : (List<?>) value((Map<?, ?>) verb, "patterns")) {
            for (Pattern pattern : Pattern.parse((String) line)) {
              String before = first.putIfAbsent(pattern.outline(), id + ": " + line);
              if (before != null) {
                repeated.add(id + ": " + pattern + " is also in " + before);
              }
            }
          }
        });
    return repeated;
  }

  private static void verb(Lexicon.Builder builder, ActionId id, Map<?, ?> verb) {
    ((List<?>) value(verb, "patterns")).forEach(line -> builder.pattern(id, (String) line));
    builder.free(id, Boolean.TRUE.equals(verb.get("free")));
    builder.speech(id, Boolean.TRUE.equals(verb.get("speech")));
    builder.secret(id, Boolean.TRUE.equals(verb.get("secret")));
    builder.far(id, Boolean.TRUE.equals(verb.get("far")));
    builder.likely(id, fits(verb.get("noun")), fits(verb.get("second")));
  }

  private static List<Fit> fits(@org.jspecify.annotations.Nullable Object words) {
    return words instanceof List<?> list
        ? list.stream().map(word -> Fit.named((String) word).orElseThrow()).toList()
        : List.of();
  }

  private static Object value(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key + " in " + map);
    }
    return value;
  }

  private static Map<?, ?> yaml(String resource) {
    try (InputStream in = Standard.class.getResourceAsStream(resource)) {
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

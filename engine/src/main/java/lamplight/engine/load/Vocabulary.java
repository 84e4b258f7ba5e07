package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Id;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.Text;
import lamplight.engine.parse.Fit;
import lamplight.engine.parse.Lexicon;

/** The files {@code vocabulary.yaml}, the engine's and a world's: verbs, synonyms and noise. */
final class Vocabulary {
  private static final Key<List<Node.Scalar>> PATTERNS =
      Key.of(
          "patterns",
          Forms.listOf(Forms.scalar(new Shape.Value("a pattern"), scalar -> scalar)),
          List.of());
  private static final Key<Optional<Boolean>> FREE = Key.of("free", Forms.TRUTH);
  private static final Key<Optional<Boolean>> SPEECH = Key.of("speech", Forms.TRUTH);
  private static final Key<Optional<Boolean>> SECRET = Key.of("secret", Forms.TRUTH);
  private static final Key<Optional<Boolean>> FAR = Key.of("far", Forms.TRUTH);
  private static final Key<List<Fit>> NOUN =
      Key.of("noun", Forms.listOf(Forms.oneOf(Fit.class)), List.of());
  private static final Key<List<Fit>> SECOND =
      Key.of("second", Forms.listOf(Forms.oneOf(Fit.class)), List.of());
  private static final Key<Text> OTHERWISE = Texts.key("otherwise");
  private static final Key<Optional<RoleId>> ROLE = Key.of("role", Refs.ROLE);

  static final Keys VERB_KEYS =
      Keys.of("a verb", PATTERNS, FREE, SPEECH, SECRET, FAR, NOUN, SECOND, OTHERWISE, ROLE);

  private static final Form<Fields> VERB = VERB_KEYS.form((fields, reading) -> Optional.of(fields));

  private static final Key<Map<Node.Scalar, Fields>> VERBS =
      Key.of(
          "verbs",
          Forms.mapOf(Forms.scalar(new Shape.Value("a verb's id"), scalar -> scalar), VERB),
          Map.of());
  private static final Key<Map<String, List<String>>> SYNONYMS =
      Key.of(
          "synonyms",
          Forms.mapOf(Forms.STRING, Forms.oneOrMany(Forms.STRING)),
          new LinkedHashMap<>());
  private static final Key<List<String>> NOISE =
      Key.of("noise", Forms.listOf(Forms.STRING), List.of());

  private static final Key<List<String>> BACKDROP =
      Key.of("backdrop", Forms.listOf(Forms.STRING), List.of());

  static final Keys KEYS = Keys.of("a vocabulary", VERBS, SYNONYMS, NOISE, BACKDROP);

  private final Lexicon.Builder lexicon = Lexicon.builder();

  Lexicon lexicon() {
    return lexicon.build();
  }

  /** The ids of a vocabulary's verbs, before it is read. */
  static List<Node.Entry> verbs(Node root) {
    return root.at(VERBS.name()).map(Node::entries).orElse(List.of());
  }

  void add(Node root, Reading reading) {
    KEYS.read(root, reading)
        .ifPresent(
            fields -> {
              fields.get(VERBS).forEach((id, verb) -> add(id, verb, reading));
              fields
                  .get(SYNONYMS)
                  .forEach(
                      (word, meanings) ->
                          meanings.forEach(meaning -> lexicon.synonym(word, meaning)));
              fields.get(NOISE).forEach(lexicon::noise);
              fields.get(BACKDROP).forEach(lexicon::backdrop);
            });
  }

  private void add(Node.Scalar name, Fields verb, Reading reading) {
    if (!Id.valid(name.text())) {
      reading.error(name.mark(), "\"" + name.text() + "\" is no id", "write it as ids of things");
      return;
    }
    ActionId id = new ActionId(name.text());
    for (Node.Scalar pattern : verb.get(PATTERNS)) {
      try {
        lexicon.pattern(id, pattern.text());
      } catch (IllegalArgumentException e) {
        reading.error(pattern.mark(), String.valueOf(e.getMessage()), "");
      }
    }
    verb.get(FREE).ifPresent(free -> lexicon.free(id, free));
    verb.get(ROLE).ifPresent(role -> lexicon.role(id, role));
    verb.get(SPEECH).ifPresent(speech -> lexicon.speech(id, speech));
    verb.get(SECRET).ifPresent(secret -> lexicon.secret(id, secret));
    verb.get(FAR).ifPresent(far -> lexicon.far(id, far));
    if (verb.has(NOUN) || verb.has(SECOND)) {
      lexicon.likely(id, verb.get(NOUN), verb.get(SECOND));
    }
    if (verb.has(OTHERWISE)) {
      lexicon.otherwise(id, verb.get(OTHERWISE));
    }
  }
}

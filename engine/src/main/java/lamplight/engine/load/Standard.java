package lamplight.engine.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Template;

/**
 * What all worlds begin with: the engine's own vocabulary and texts, from its resources.
 *
 * @param vocabulary unread, because it is read together with a world's
 */
record Standard(Node vocabulary, Messages messages) {
  private static final String FOLDER = "/lamplight/engine/";

  /** Messages by key: a text's key and its string. */
  private static final Form<Map<Node.Scalar, Node.Scalar>> TEXTS =
      Forms.mapOf(
          Forms.scalar(new Shape.Value("a key"), scalar -> scalar),
          Forms.scalar(new Shape.Value("a text"), scalar -> scalar));

  /** A file of texts: replacements of the standard ones. */
  static final Shape SHAPE =
      new Shape.Table(
          "texts",
          false,
          () ->
              read().messages().keys().stream()
                  .map(key -> new Shape.Column(key, new Shape.Value("a text"), false))
                  .toList());

  /**
   * Reads the resources.
   *
   * @throws IllegalStateException if they are not what they must be: that is a fault of the program
   */
  static Standard read() {
    Problems problems = new Problems();
    Node vocabulary = resource("vocabulary.yaml", problems);
    Node texts = resource("text/en.yaml", problems);
    Map<String, String> messages = new LinkedHashMap<>();
    TEXTS
        .read(texts, Reading.of(problems))
        .ifPresent(map -> map.forEach((key, text) -> messages.put(key.text(), text.text())));
    if (problems.hasErrors()) {
      throw new IllegalStateException("the engine's own files: " + problems.sorted());
    }
    return new Standard(vocabulary, new Messages(messages));
  }

  /** The standard texts with those that a world replaces. */
  Messages messages(Iterable<Node> replacements, Reading reading) {
    Map<String, String> replaced = new LinkedHashMap<>();
    for (Node node : replacements) {
      TEXTS
          .read(node, reading)
          .ifPresent(map -> map.forEach((key, text) -> replace(key, text, replaced, reading)));
    }
    return messages.with(replaced);
  }

  private void replace(
      Node.Scalar key, Node.Scalar text, Map<String, String> replaced, Reading reading) {
    if (!messages.has(key.text())) {
      reading.error(
          key.mark(),
          "there is no standard text \"" + key.text() + "\"",
          Nearest.hint(key.text(), messages.keys()));
    }
    try {
      Template.parse(text.text());
      replaced.put(key.text(), text.text());
    } catch (IllegalArgumentException e) {
      reading.error(text.mark(), String.valueOf(e.getMessage()), "");
    }
  }

  /** Whether a place is in the engine's own files. */
  static boolean owns(Mark at) {
    return at.file().startsWith(FOLDER);
  }

  private static Node resource(String name, Problems problems) {
    try (InputStream in = Standard.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FOLDER + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Optional<Node> root = Yaml.read(new SourceFile(name, FOLDER + name, text), problems);
      return root.orElseGet(() -> new Node.Mapping(Mark.of(name), java.util.List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

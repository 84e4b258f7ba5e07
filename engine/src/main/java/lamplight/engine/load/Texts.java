package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;

/** The forms of what players read. */
final class Texts {
  private static final Shape SHAPE = new Shape.Value("a text");

  /** What a template can name besides the things of the world. */
  private static final Set<String> OF_THE_COMMAND = Set.of("noun", "second", "player");

  static final Form<Template> TEMPLATE = Forms.word(SHAPE, Texts::template);

  private static final Key<Condition> WHEN = Key.of("when", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<Template> PART = Key.required("text", TEMPLATE, Template.EMPTY);
  private static final Key<Optional<Template>> ELSE = Key.of("else", TEMPLATE);
  static final Keys PART_KEYS = Keys.of("a part of a text", WHEN, PART, ELSE);

  private static final Form<Text.Part> WHOLE =
      TEMPLATE.map(template -> new Text.Part(Condition.ALWAYS, template, Optional.empty()));

  /** A string, or a list of parts. */
  static final Form<Text> TEXT =
      Forms.oneOrMany(
              Forms.mapOr(
                  PART_KEYS.form((fields, reading) -> Optional.of(part(fields, reading))), WHOLE))
          .map(Text::new);

  private Texts() {}

  private static Text.Part part(Fields fields, Reading reading) {
    Text.Part part = new Text.Part(fields.get(WHEN), fields.get(PART), fields.get(ELSE));
    reading.marks().put(part, fields.mark());
    return part;
  }

  /** A key whose value is a text, by default an empty one. */
  static Key<Text> key(String name) {
    return Key.of(name, TEXT, Text.EMPTY);
  }

  private static Optional<Template> template(Node node, Reading reading) {
    String text = paragraphs((Node.Scalar) node);
    try {
      Template template = Template.parse(text);
      check(template, node.mark(), reading);
      reading.marks().put(template, node.mark());
      return Optional.of(template);
    } catch (IllegalArgumentException e) {
      List<String> parts = List.of(String.valueOf(e.getMessage()).split("; ", 2));
      reading.error(node.mark(), parts.get(0), parts.size() > 1 ? parts.get(1) : "");
      return Optional.empty();
    }
  }

  /**
   * An author's paragraphs, each in one line and with an empty line between them, however they were
   * typed. A backslash at the end of a line of a literal block keeps the break.
   */
  private static String paragraphs(Node.Scalar scalar) {
    String text = scalar.text().stripTrailing();
    return switch (scalar.style()) {
      case PLAIN, FOLDED -> text.replaceAll("\\n+", "\n\n");
      case QUOTED -> text;
      case LITERAL ->
          text.replaceAll("\\n\\n+", "\u0000")
              .replaceAll("(?<!\\\\)\\n", " ")
              .replace("\\\n", "\n")
              .replace("\u0000", "\n\n");
    };
  }

  private static void checkState(String thing, Mark at, Reading reading) {
    if (Refs.THING.read(Node.Scalar.plain(at, thing), reading).isPresent()
        && reading.names().states(thing).isEmpty()) {
      reading.error(at, "\"" + thing + "\" has no states", "give it the key states");
    }
  }

  /** The text of a state, which names no state itself: so texts come to an end. */
  static final Form<Text> OF_STATE =
      new Form<>(
          TEXT.shape(),
          (node, reading) ->
              TEXT.read(node, reading)
                  .filter(
                      text -> {
                        boolean nested =
                            text.parts().stream()
                                .flatMap(
                                    part ->
                                        Stream.concat(
                                            Stream.of(part.text()), part.otherwise().stream()))
                                .flatMap(template -> template.pieces().stream())
                                .anyMatch(Template.State.class::isInstance);
                        if (nested) {
                          reading.error(
                              node.mark(),
                              "a state's text tells of a state",
                              "write {state …} elsewhere");
                        }
                        return !nested;
                      }));

  private static void check(Template template, Mark at, Reading reading) {
    boolean hasActor = template.pieces().stream().anyMatch(Template.Actor.class::isInstance);
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Named named && !OF_THE_COMMAND.contains(named.reference())) {
        Refs.THING.read(Node.Scalar.plain(at, named.reference()), reading);
      } else if (piece instanceof Template.State state
          && !OF_THE_COMMAND.contains(state.reference())) {
        checkState(state.reference(), at, reading);
      } else if (piece instanceof Template.Value value) {
        Refs.VARIABLE.read(Node.Scalar.plain(at, value.variable().value()), reading);
      } else if (piece instanceof Template.Verb verb
          && !hasActor
          && reading.names().has(Kind.THING, verb.base())) {
        reading
            .problems()
            .warning(
                at,
                "{" + verb.base() + "} is read as a verb, and nobody does it here",
                "write {the " + verb.base() + "} if you mean the thing");
      }
    }
  }
}

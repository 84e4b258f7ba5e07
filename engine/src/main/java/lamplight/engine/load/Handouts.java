package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;

/** Texts that stand in a file of their own, as they are to be read: a letter, a map. */
final class Handouts {
  /** The most letters of a handout: about four screens. */
  private static final int LONGEST = 8_000;

  private static final Key<Text> HANDOUT =
      Key.required(
          "handout",
          Forms.word(new Shape.Value("a file of handouts/"), Handouts::read),
          Text.EMPTY);
  static final Keys KEYS = Keys.of("a handout", HANDOUT);

  private static final Form<Text> BY_NAME =
      KEYS.form((fields, reading) -> Optional.of(fields.get(HANDOUT)));

  static final Form<Text> TEXT_OR_HANDOUT =
      new Form<>(
          new Shape.Either(Texts.TEXT.shape(), BY_NAME.shape()),
          (node, reading) ->
              node.at(HANDOUT.name()).isPresent()
                  ? BY_NAME.read(node, reading)
                  : Texts.TEXT.read(node, reading));

  private Handouts() {}

  private static Optional<Text> read(Node node, Reading reading) {
    String name = ((Node.Scalar) node).text();
    String text = reading.names().handouts().get(name);
    if (text == null) {
      reading.error(
          node.mark(),
          "there is no file handouts/" + name,
          Nearest.hint(name, reading.names().handouts().keySet()));
      return Optional.empty();
    }
    String lines = text.replace("\r\n", "\n").stripTrailing();
    if (lines.length() > LONGEST) {
      reading.error(
          node.mark(), name + " has more than " + LONGEST + " letters", "cut it into several");
    }
    if (lines.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
      reading.error(
          node.mark(), name + " has letters that no screen shows", "write blanks for tabs");
    }
    Template whole = new Template(List.of(new Template.Words(lines)));
    return Optional.of(new Text(List.of(new Text.Part(Condition.ALWAYS, whole, Optional.empty()))));
  }
}

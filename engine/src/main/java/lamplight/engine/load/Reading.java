package lamplight.engine.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.parse.Lexicon;

/**
 * What readers need besides the value: what there is in the world, and where problems go.
 *
 * @param variables empty while they are read themselves
 * @param lexicon empty while it is read itself
 */
record Reading(
    Names names,
    Map<VariableId, Variable> variables,
    Lexicon lexicon,
    Questions questions,
    Problems problems,
    Marks marks) {

  private static final Pattern KEY_AND_VALUE = Pattern.compile("([a-z_]+) +(\\S.*)");

  Reading(
      Names names,
      Map<VariableId, Variable> variables,
      Lexicon lexicon,
      Problems problems,
      Marks marks) {
    this(names, variables, lexicon, new Questions(), problems, marks);
  }

  /** For what belongs to no world. */
  static Reading of(Problems problems) {
    return new Reading(
        Names.none(problems), Map.of(), Lexicon.builder().build(), problems, new Marks());
  }

  Reading with(Map<VariableId, Variable> read) {
    return new Reading(names, read, lexicon, questions, problems, marks);
  }

  Reading with(Lexicon read) {
    return new Reading(names, variables, read, questions, problems, marks);
  }

  void error(Mark at, String message, String hint) {
    problems.error(at, message, hint);
  }

  /** Reports that something else was expected. */
  <T> Optional<T> wrong(Node node, Shape shape) {
    error(
        node.mark(), "expected " + shape.words() + ", found " + node.words(), advice(node, shape));
    return Optional.empty();
  }

  /** In YAML 1.2 only two words are no texts. */
  private static String truth(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "yes", "on", "y", "true" -> "write true";
      case "no", "off", "n", "false" -> "write false";
      default -> Nearest.hint(written, List.of("true", "false"));
    };
  }

  /** Where a map is expected, "holds lamp" lacks a colon. */
  private static String colon(String written) {
    Matcher words = KEY_AND_VALUE.matcher(written);
    return words.matches()
        ? "if \""
            + words.group(1)
            + "\" is a key, write {"
            + words.group(1)
            + ": "
            + words.group(2)
            + "}"
        : "change it";
  }

  private static String advice(Node node, Shape shape) {
    if (node instanceof Node.Scalar scalar) {
      if (shape instanceof Shape.ListOf) {
        return "put it into [square brackets]";
      }
      return scalar.isNothing()
          ? "write it, or leave the key out"
          : shape instanceof Shape.Truth ? truth(scalar.text()) : colon(scalar.text());
    }
    return node instanceof Node.Mapping
        ? "if it is a text that has a colon or a brace in it, put it into quotes"
        : "write one";
  }
}

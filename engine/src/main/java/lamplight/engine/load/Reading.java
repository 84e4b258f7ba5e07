package lamplight.engine.load;

import java.util.Map;
import java.util.Optional;
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

  private static String advice(Node node, Shape shape) {
    if (node instanceof Node.Scalar scalar) {
      if (shape instanceof Shape.ListOf) {
        return "put it into [square brackets]";
      }
      return scalar.isNothing() ? "write it, or leave the key out" : "change it";
    }
    return node instanceof Node.Mapping
        ? "if it is a text that has a colon or a brace in it, put it into quotes"
        : "write one";
  }
}

package lamplight.engine.load;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.model.Comparison;
import lamplight.engine.model.Comparison.Operator;
import lamplight.engine.model.Variable;

/** The forms of comparisons, with numbers and with what a variable can be. */
final class Comparisons {
  private static final Shape SHAPE = new Shape.Value("a number, or a comparison such as \"< 3\"");
  private static final Pattern SIGNED = Pattern.compile("\\s*(=|!=|<=|>=|<|>)?\\s*(.*?)\\s*");

  private Comparisons() {}

  /** A comparison with a number; a bare number is compared so. */
  static Form<Comparison> number(Operator bare) {
    return Forms.word(
        SHAPE,
        (node, reading) -> {
          try {
            return Optional.of(Comparison.parse(((Node.Scalar) node).text(), bare));
          } catch (IllegalArgumentException e) {
            return reading.wrong(node, SHAPE);
          }
        });
  }

  /** A comparison with a value of a variable. */
  static Form<Comparison> with(Variable variable) {
    Form<Integer> value = Variables.value(variable);
    return Forms.word(
        value.shape(),
        (node, reading) -> {
          Matcher parts = SIGNED.matcher(((Node.Scalar) node).text());
          String sign = parts.matches() && parts.group(1) != null ? parts.group(1) : "=";
          return value
              .read(Node.Scalar.plain(node.mark(), parts.group(2)), reading)
              .map(number -> Comparison.parse(sign + number, Operator.EQUAL));
        });
  }
}

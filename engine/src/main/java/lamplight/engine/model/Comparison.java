package lamplight.engine.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison with a number, such as {@code < 3}. */
public record Comparison(Operator operator, int number) {
  private static final Pattern FORM = Pattern.compile("\\s*(=|!=|<=|>=|<|>)?\\s*(-?\\d{1,9})\\s*");

  /** How two numbers are compared. */
  public enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }
  }

  /**
   * Reads a comparison; a bare number is compared with {@code bare}.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Comparison parse(String text, Operator bare) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no comparison; write a number, or one behind = != < <= > or >=");
    }
    int number = Integer.parseInt(matcher.group(2));
    for (Operator operator : Operator.values()) {
      if (operator.sign.equals(matcher.group(1))) {
        return new Comparison(operator, number);
      }
    }
    return new Comparison(bare, number);
  }

  public boolean test(long value) {
    return switch (operator) {
      case EQUAL -> value == number;
      case UNEQUAL -> value != number;
      case LESS -> value < number;
      case AT_MOST -> value <= number;
      case MORE -> value > number;
      case AT_LEAST -> value >= number;
    };
  }

  public Truth truth(long value) {
    return Truth.of(test(value));
  }
}

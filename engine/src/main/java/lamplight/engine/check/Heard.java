package lamplight.engine.check;

/**
 * A line that somebody read.
 *
 * @param refusal whether it says that what was typed is refused
 * @param text the words, with single blanks between them
 */
public record Heard(String reader, boolean refusal, String text) {
  public Heard {
    text = oneLine(text);
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

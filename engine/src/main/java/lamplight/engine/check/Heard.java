package lamplight.engine.check;

import java.util.regex.Pattern;

/**
 * A line that somebody read.
 *
 * @param refusal whether it says that what was typed is refused
 * @param text the words, with single blanks between them
 */
public record Heard(String reader, boolean refusal, String text) {
  /** What a transcript would take for something else than a line that is read. */
  private static final Pattern MARKED = Pattern.compile("[#*!]|[^\\s>:]+[>:]");

  public Heard {
    text = oneLine(text);
  }

  /** As a transcript writes it below what somebody typed. */
  String shown(String typist) {
    return line(reader, refusal, text, typist);
  }

  static String line(String reader, boolean refusal, String text, String typist) {
    if (refusal) {
      return "! " + text;
    }
    boolean plain = reader.equals(typist) && !MARKED.matcher(text).lookingAt();
    return plain ? text : reader + ": " + text;
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

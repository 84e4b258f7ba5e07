package lamplight.engine.check;

/**
 * A line that somebody must read.
 *
 * @param line its line in the file
 * @param reader the player who reads it
 * @param refusal whether it is the refusal of what was typed
 * @param text the words; ending in {@link #REST} only their beginning
 */
record Expected(int line, String reader, boolean refusal, String text) {
  static final String REST = "...";

  boolean matches(Heard heard) {
    if (refusal != heard.refusal() || !reader.equals(heard.reader())) {
      return false;
    }
    String wanted = Heard.oneLine(text);
    return wanted.endsWith(REST)
        ? heard.text().startsWith(wanted.substring(0, wanted.length() - REST.length()).strip())
        : heard.text().equals(wanted);
  }

  /** The line as the transcript writes it below what somebody typed. */
  String shown(String typist) {
    return Heard.line(reader, refusal, text, typist);
  }
}

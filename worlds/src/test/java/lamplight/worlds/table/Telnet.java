package lamplight.worlds.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The far end of a telnet connection (RFC 854): it agrees to tell its window's size and to have
 * prompts marked, refuses everything else, and shows the text without escape sequences.
 */
final class Telnet implements Paper {
  private static final char IAC = 255;
  private static final char DONT = 254;
  private static final char DO = 253;
  private static final char WONT = 252;
  private static final char WILL = 251;
  private static final char SB = 250;
  private static final char SE = 240;
  private static final char END_OF_RECORD = 25;
  private static final char WINDOW_SIZE = 31;

  /** 100 and 40, in two bytes each. */
  private static final String COLUMNS_AND_ROWS = "\0d\0(";

  private final StringBuilder shown = new StringBuilder();
  private final StringBuilder pending = new StringBuilder();

  /** A byte a character, so that no byte of the protocol is lost. */
  @Override
  public Charset charset() {
    return StandardCharsets.ISO_8859_1;
  }

  @Override
  public String text() {
    String text = new String(shown.toString().getBytes(charset()), StandardCharsets.UTF_8);
    return text.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\r", "");
  }

  @Override
  public String write(String arrived) {
    pending.append(arrived);
    StringBuilder answer = new StringBuilder();
    int used = 0;
    for (int length = length(used); length > 0; length = length(used)) {
      if (pending.charAt(used) != IAC) {
        shown.append(pending.charAt(used));
      } else if (length == 2 && pending.charAt(used + 1) == IAC) {
        shown.append(IAC);
      } else if (length == 3) {
        answer.append(answer(pending.charAt(used + 1), pending.charAt(used + 2)));
      }
      used += length;
    }
    pending.delete(0, used);
    return answer.toString();
  }

  /**
   * How many characters the next piece has: text, command, negotiation or subnegotiation; 0 if it
   * is not all there.
   */
  private int length(int from) {
    int there = pending.length() - from;
    if (there == 0 || pending.charAt(from) != IAC) {
      return Math.min(there, 1);
    }
    if (there < 2) {
      return 0;
    }
    char command = pending.charAt(from + 1);
    if (command == SB) {
      int end = pending.indexOf("" + IAC + SE, from);
      return end < 0 ? 0 : end + 2 - from;
    }
    int length = command >= WILL && command <= DONT ? 3 : 2;
    return there < length ? 0 : length;
  }

  private static String answer(char command, char option) {
    return switch (command) {
      case WILL -> "" + IAC + (option == END_OF_RECORD ? DO : DONT) + option;
      case DO ->
          option == WINDOW_SIZE
              ? "" + IAC + WILL + option + IAC + SB + option + COLUMNS_AND_ROWS + IAC + SE
              : "" + IAC + WONT + option;
      default -> "";
    };
  }
}

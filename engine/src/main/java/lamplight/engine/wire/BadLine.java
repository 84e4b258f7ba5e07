package lamplight.engine.wire;

import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.sync.Fields;

/**
 * A line that cannot be read as a message; the words are fit for its sender, with the control
 * characters of what they quote encoded.
 */
final class BadLine extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal code;

  BadLine(Refusal code, String words) {
    super(Fields.encodeText(words), null, false, false);
    this.code = code;
  }

  static BadLine malformed(String words) {
    return new BadLine(Refusal.MALFORMED, words);
  }

  /** As it is reported, with the number that its line carried. */
  <M> Inbound<M> inbound(OptionalLong seq) {
    return new Inbound.Bad<>(seq, code, String.valueOf(getMessage()));
  }
}

package lamplight.engine.wire;

import java.util.OptionalLong;
import lamplight.engine.model.Refusal;

/** What came of a line: a message, or why it is none. */
public sealed interface Inbound<M> {

  record Good<M>(M message) implements Inbound<M> {}

  /** Fit to be answered with ERROR; the connection lives on. */
  record Bad<M>(OptionalLong seq, Refusal code, String text) implements Inbound<M> {
    /** The answer. */
    public ServerMessage.Refused answer() {
      return new ServerMessage.Refused(seq, code, text);
    }
  }
}

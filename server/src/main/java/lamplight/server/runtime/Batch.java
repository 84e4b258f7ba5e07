package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.wire.ServerMessage;

/**
 * What one moment had for a client, in order.
 *
 * @param answers whether the client's oldest message that was not answered has been dealt with, and
 *     this is what it came to; for some messages that is nothing
 */
public record Batch(List<ServerMessage> messages, boolean answers) {
  public Batch {
    messages = List.copyOf(messages);
  }
}

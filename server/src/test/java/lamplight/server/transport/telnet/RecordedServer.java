package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.wire.ClientMessage;

/** A visit's way to the server in a test: what went there, and a clock that the test moves. */
final class RecordedServer implements Visit.Server {
  final List<ClientMessage> sent = new ArrayList<>();
  boolean reading = true;
  boolean hungUp;
  OptionalLong wake = OptionalLong.empty();
  long now;

  @Override
  public void send(ClientMessage message) {
    sent.add(message);
  }

  @Override
  public void hangUp() {
    hungUp = true;
  }

  @Override
  public void reading(boolean on) {
    reading = on;
  }

  @Override
  public void wakeAt(long millis) {
    wake = OptionalLong.of(millis);
  }

  @Override
  public long now() {
    return now;
  }
}

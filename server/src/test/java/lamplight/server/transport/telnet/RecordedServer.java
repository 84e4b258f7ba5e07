package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** A visit's way to the server in a test: what went there, and a clock that the test moves. */
final class RecordedServer implements Visit.Server {
  final List<ClientMessage> sent = new ArrayList<>();
  private int unanswered;
  boolean reading = true;
  boolean hungUp;
  OptionalLong wake = OptionalLong.empty();
  long now;

  @Override
  public void send(ClientMessage message) {
    sent.add(message);
    unanswered++;
  }

  /**
   * What the server says, as the answer to the last of what it was told, if it was told anything.
   */
  void answer(Visit visit, List<ServerMessage> messages) {
    boolean answers = unanswered > 0;
    for (; unanswered > 1; unanswered--) {
      visit.show(List.of(), true);
    }
    unanswered = 0;
    visit.show(messages, answers);
  }

  @Override
  public void named() {}

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

package lamplight.engine.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;

/**
 * One connection over a simulated network, both ends of it: bytes under way in both directions,
 * each in order, which are late, and which the client may not take.
 */
final class SimulatedLine {

  /**
   * Bytes on their way to a client until the server is told that it cannot send; and until it can.
   */
  private static final int BUFFER_HIGH = 8 * 1024;

  private static final int BUFFER_LOW = 4 * 1024;

  /** The most that one input may add to a full buffer: a snapshot and all text that waits. */
  private static final int BATCH = 40 * 1024;

  final Link link;
  final SimulatedClient client;
  private final Simulation at;
  private final ServerEnd end = new ServerEnd();
  private final int delay;
  private final int jitter;
  private long upAt;
  private long downAt;
  private int underWay;
  private boolean serverBlocked;
  private boolean reading = true;
  private final List<byte[]> unread = new ArrayList<>();
  private boolean clientEnd = true;
  private boolean serverEnd = true;

  SimulatedLine(Simulation at, SimulatedClient client) {
    this.at = at;
    this.client = client;
    this.delay = 5 + at.random.nextInt(300);
    this.jitter = 1 + at.random.nextInt(80);
    this.link = at.server.connected(this);
  }

  // ---- to the server ----

  void up(byte[] bytes) {
    for (byte[] piece : pieces(bytes)) {
      upAt = Math.max(upAt, at.now + delay + at.random.nextInt(jitter));
      at.later(upAt - at.now, () -> arriveUp(piece));
    }
  }

  /** Now and then a network cuts what was written at once, wherever it likes. */
  private List<byte[]> pieces(byte[] bytes) {
    if (at.random.nextInt(4) > 0) {
      return List.of(bytes);
    }
    int cut = at.random.nextInt(bytes.length);
    return List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
  }

  private void arriveUp(byte[] bytes) {
    if (!clientEnd || !serverEnd) {
      return;
    }
    for (Inbound<ClientMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
      if (!serverEnd) {
        return;
      }
      if (inbound instanceof Inbound.Good<ClientMessage> good) {
        at.server.receive(link.id(), good.message());
      } else {
        down(((Inbound.Bad<ClientMessage>) inbound).answer());
      }
    }
  }

  // ---- to the client ----

  /** Whether the server still has its end. */
  boolean isOpen() {
    return serverEnd;
  }

  void down(ServerMessage message) {
    if (!serverEnd) {
      return;
    }
    byte[] bytes = end.write(message);
    underWay += bytes.length;
    at.check(
        Checker.MEMORY_BOUNDED,
        underWay <= BUFFER_HIGH + BATCH,
        () -> client.name + " has " + underWay + " bytes under way");
    tellWritable();
    for (byte[] piece : pieces(bytes)) {
      downAt = Math.max(downAt, at.now + delay + at.random.nextInt(jitter));
      at.later(downAt - at.now, () -> arriveDown(piece));
    }
  }

  private void arriveDown(byte[] bytes) {
    if (!clientEnd) {
      return;
    }
    if (reading) {
      take(bytes);
    } else {
      unread.add(bytes);
    }
  }

  private void take(byte[] bytes) {
    underWay -= bytes.length;
    at.later(0, this::tellWritable);
    if (client.line == this) {
      client.hear(bytes);
    }
  }

  /** Whether the client takes what arrives. */
  void reading(boolean on) {
    reading = on;
    if (on) {
      List<byte[]> all = List.copyOf(unread);
      unread.clear();
      all.forEach(this::take);
    }
  }

  private void tellWritable() {
    boolean blocked = serverBlocked ? underWay > BUFFER_LOW : underWay > BUFFER_HIGH;
    if (blocked != serverBlocked && serverEnd) {
      serverBlocked = blocked;
      if (at.sabotage != Sabotage.NEVER_MIND_WHO_READS) {
        at.later(0, this::passOnWritable);
      }
    }
  }

  private void passOnWritable() {
    if (serverEnd) {
      at.server.writable(link.id(), !serverBlocked);
    }
  }

  // ---- its end ----

  /** The client's end is gone, with all that was under way; the server notices later or not. */
  void cut(long noticedAfter) {
    clientEnd = false;
    at.later(noticedAfter, this::drop);
  }

  private void drop() {
    if (serverEnd) {
      hangUp();
      at.server.lost(link.id());
    }
  }

  /** The server ends it; what is under way still arrives, and then the client notices. */
  void close() {
    endLater(0);
    drop();
  }

  /**
   * The server has died; what is under way still arrives, and sooner or later the client notices.
   */
  void die() {
    if (serverEnd) {
      endLater(at.random.nextInt(4_000));
      hangUp();
    }
  }

  private void endLater(long unnoticed) {
    at.later(delay + jitter + 1L + unnoticed, () -> client.closed(this));
  }

  private void hangUp() {
    serverEnd = false;
    end.close();
  }

  /** The client has noticed the end. */
  void over() {
    clientEnd = false;
  }
}

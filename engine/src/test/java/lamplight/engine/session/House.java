package lamplight.engine.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lamplight.engine.model.WorldId;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;

/**
 * A whole server without sockets or threads: a lobby, its sessions, and connections that speak
 * lines. Time is what the test says it is.
 */
final class House implements Output.Cases<Boolean> {

  static final Offer TOY = new Offer(new WorldId("toy"), "The Toy", 1, 3, false, "", "");

  private long lastLink;

  /** One connection's server side. */
  final class Plug {
    final Link link;
    final ServerEnd end = new ServerEnd();
    final List<String> said = new ArrayList<>();
    final List<byte[]> sent = new ArrayList<>();
    final List<ServerMessage> messages = new ArrayList<>();
    private Optional<SessionId> seatIn = Optional.empty();
    private Link known;
    boolean closed;

    Plug(LinkKind kind) {
      link = Link.of(++lastLink, kind);
      known = link;
    }

    /** Says lines to the server. */
    Plug say(String... lines) {
      for (String line : lines) {
        bytes((line + "\n").getBytes(UTF_8));
      }
      return this;
    }

    /** The server says something. */
    void say(ServerMessage message) {
      byte[] bytes = end.write(message);
      messages.add(message);
      sent.add(bytes);
      said.add(new String(bytes, UTF_8));
    }

    void bytes(byte[] bytes) {
      for (Inbound<ClientMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
        if (closed) {
          return;
        }
        if (inbound instanceof Inbound.Good<ClientMessage> good) {
          receive(good.message());
        } else {
          say(((Inbound.Bad<ClientMessage>) inbound).answer());
        }
      }
    }

    void receive(ClientMessage message) {
      if (session().isPresent()) {
        carryOut(seatIn.orElseThrow(), session().get().receive(known, message, now));
      } else {
        carryOut(lobby.receive(link, message, now));
      }
    }

    Optional<Session> session() {
      return seatIn.map(sessions::get);
    }

    void drop() {
      closed = true;
      session().ifPresent(session -> carryOut(seatIn.orElseThrow(), session.lost(link.id(), now)));
      lobby.lost(link.id());
    }

    void writable(boolean writable) {
      session()
          .ifPresent(
              session ->
                  carryOut(seatIn.orElseThrow(), session.writable(link.id(), writable, now)));
    }

    /** The lines since the last time, but for the lines inside of blocks. */
    List<String> hears() {
      List<String> lines = new ArrayList<>();
      for (String message : said) {
        boolean block = message.startsWith("SNAPSHOT") || message.startsWith("DELTA");
        lines.add(block ? message.substring(0, message.indexOf(':')) : message.strip());
      }
      said.clear();
      return lines;
    }

    /** The first field after {@code SESSION:}, and so on, of the newest SESSION line. */
    String[] seat() {
      return said.stream()
          .filter(line -> line.startsWith("SESSION:"))
          .reduce((a, b) -> b)
          .orElseThrow()
          .strip()
          .split(":");
    }
  }

  long now = 1_700_000_000_000L;
  final Random secrets;
  final Lobby lobby;
  final ToyPlay play = new ToyPlay();
  final Map<SessionId, Session> sessions = new LinkedHashMap<>();
  final Map<LinkId, Plug> plugs = new HashMap<>();
  final List<Output> unusual = new ArrayList<>();
  final Map<SessionId, Disk> disks = new LinkedHashMap<>();

  /** Whether records are written when the test says so, and not at once. */
  boolean slowDisk;

  House(long seed) {
    secrets = new Random(seed);
    lobby = new Lobby("test", List.of(TOY), secrets);
  }

  Plug plug() {
    return plug(LinkKind.SYNC);
  }

  Plug plug(LinkKind kind) {
    Plug plug = new Plug(kind);
    plugs.put(plug.link.id(), plug);
    return plug;
  }

  private Plug at(LinkId link) {
    return Optional.ofNullable(plugs.get(link)).orElseThrow();
  }

  Session only() {
    return sessions.values().iterator().next();
  }

  /** Lets time go by and ticks the sessions when they want it. */
  void pass(long millis) {
    long end = now + millis;
    for (SessionId id : List.copyOf(sessions.keySet())) {
      Session session = Optional.ofNullable(sessions.get(id)).orElseThrow();
      while (session.nextWake() <= end) {
        now = Math.max(now, session.nextWake());
        carryOut(id, session.tick(now));
      }
    }
    now = end;
  }

  /** What a session came to waits for its journal. */
  void carryOut(SessionId session, List<Output> outputs) {
    Disk disk = disks.computeIfAbsent(session, id -> new Disk());
    disk.put(outputs).forEach(this::carryOut);
    if (!slowDisk) {
      disk.write(Integer.MAX_VALUE).forEach(this::carryOut);
    }
  }

  void carryOut(List<Output> outputs) {
    outputs.forEach(output -> output.match(this));
  }

  /** The disk of every session gets some of what is pending. */
  void write(int records) {
    for (Disk disk : List.copyOf(disks.values())) {
      disk.write(records).forEach(this::carryOut);
    }
  }

  /** Every session whose records are all written writes a snapshot. */
  void snapshot() {
    sessions.forEach(
        (id, session) -> disks.computeIfAbsent(id, unknown -> new Disk()).snapshot(session, now));
  }

  /** The server dies, and another one finds what was written; all connections are gone. */
  void crash() {
    plugs.values().forEach(plug -> plug.closed = true);
    for (SessionId id : List.copyOf(sessions.keySet())) {
      Disk disk = disks.computeIfAbsent(id, unknown -> new Disk()).afterCrash(0.5);
      disks.put(id, disk);
      sessions.put(id, Session.recovered(id, TOY, play, false, disk.recovery(), secrets, now));
    }
  }

  @Override
  public Boolean send(Output.Send output) {
    at(output.to()).say(output.message());
    return true;
  }

  @Override
  public Boolean close(Output.Close output) {
    at(output.link()).drop();
    return true;
  }

  @Override
  public Boolean cut(Output.Cut output) {
    unusual.add(output);
    at(output.link()).drop();
    return true;
  }

  @Override
  public Boolean open(Output.Open output) {
    Session session =
        new Session(output.session(), TOY, play, output.password(), false, 1, secrets);
    sessions.put(output.session(), session);
    carryOut(output.session(), session.flush(now));
    return true;
  }

  @Override
  public Boolean forward(Output.Forward output) {
    Plug plug = at(output.link().id());
    plug.seatIn = Optional.of(output.session());
    plug.known = output.link();
    carryOut(output.session(), plug.session().orElseThrow().enter(output, now));
    return true;
  }

  @Override
  public Boolean released(Output.Released output) {
    at(output.link()).seatIn = Optional.empty();
    return true;
  }

  @Override
  public Boolean stray(Output.Stray output) {
    carryOut(lobby.receive(output.link(), output.message(), now));
    return true;
  }

  @Override
  public Boolean wrongSecret(Output.WrongSecret output) {
    carryOut(lobby.wrongSecret(output.link()));
    return true;
  }

  @Override
  public Boolean summary(Output.Summary output) {
    lobby.update(output);
    return true;
  }

  @Override
  public Boolean closed(Output.Closed output) {
    sessions.remove(output.session());
    lobby.closed(output.session());
    return true;
  }

  @Override
  public Boolean kept(Output.Kept output) {
    return unusual.add(output);
  }

  @Override
  public Boolean commit(Output.Commit output) {
    return true;
  }

  @Override
  public Boolean fault(Output.Fault output) {
    return unusual.add(output);
  }
}

package lamplight.tui.host;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Game;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Offer;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** Simulated time, and in it the real lobby and one real session for several connections. */
final class SimulatedTable implements Output.Cases<Boolean> {

  /** The server's end of a connection. */
  interface Door {
    void hears(ServerMessage message);

    /** The server has ended the connection. */
    void isShut();
  }

  final Random random;

  /** Unix milliseconds. */
  long now = 1_700_000_000_000L;

  private final Game game;
  private final Lobby lobby;
  private final Map<LinkId, Door> doors = new HashMap<>();
  private final Map<LinkId, Link> links = new HashMap<>();
  private final Set<LinkId> seated = new HashSet<>();
  private Optional<Session> session = Optional.empty();
  private long order;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));

  private record Event(long at, long order, Runnable what) {}

  SimulatedTable(Game game, Random random) {
    this.game = game;
    this.random = random;
    this.lobby = new Lobby("simulated", List.of(Offer.of(game.world())), random);
  }

  // ---- time ----

  void later(long millis, Runnable what) {
    events.add(new Event(now + millis, order++, what));
  }

  /** Lets time go by: what is due happens, in order. */
  void pass(long millis) {
    long end = now + millis;
    while (true) {
      Event next = events.peek();
      long wake = session.map(Session::nextWake).orElse(Long.MAX_VALUE);
      if (next != null && next.at <= Math.min(end, wake)) {
        events.remove();
        now = Math.max(now, next.at);
        next.what.run();
      } else if (wake <= end) {
        now = Math.max(now, wake);
        carryOut(playing().tick(now));
      } else {
        now = end;
        return;
      }
    }
  }

  // ---- what comes in ----

  LinkId connected(Door door) {
    Link link = Link.of(links.size() + 1L, LinkKind.SYNC);
    links.put(link.id(), link);
    doors.put(link.id(), door);
    return link.id();
  }

  void receive(LinkId link, ClientMessage message) {
    Link known = Optional.ofNullable(links.get(link)).orElseThrow();
    carryOut(
        seated.contains(link)
            ? playing().receive(known, message, now)
            : lobby.receive(known, message, now));
  }

  void lost(LinkId link) {
    doors.remove(link);
    if (seated.remove(link)) {
      carryOut(playing().lost(link, now));
    }
    lobby.lost(link);
  }

  // ---- what tests ask ----

  /** The session's code, once there is one. */
  Optional<String> code() {
    return session.map(open -> open.summary().id().code());
  }

  /** The world's id. */
  String world() {
    return game.world().id().value();
  }

  /** What a player may know now. */
  EntrySet view(String player) {
    return playing().view(new PlayerId(player));
  }

  private Session playing() {
    return session.orElseThrow();
  }

  // ---- what goes out ----

  private void carryOut(List<Output> outputs) {
    outputs.forEach(output -> output.match(this));
  }

  @Override
  public Boolean send(Output.Send output) {
    Optional.ofNullable(doors.get(output.to())).ifPresent(door -> door.hears(output.message()));
    return true;
  }

  @Override
  public Boolean close(Output.Close output) {
    return shut(output.link());
  }

  @Override
  public Boolean cut(Output.Cut output) {
    return shut(output.link());
  }

  private boolean shut(LinkId link) {
    seated.remove(link);
    Optional.ofNullable(doors.remove(link)).ifPresent(Door::isShut);
    return true;
  }

  @Override
  public Boolean open(Output.Open output) {
    session = Optional.of(Session.of(output, game, false, random.nextLong(), random));
    return true;
  }

  @Override
  public Boolean forward(Output.Forward output) {
    links.put(output.link().id(), output.link());
    seated.add(output.link().id());
    carryOut(playing().enter(output, now));
    return true;
  }

  @Override
  public Boolean released(Output.Released output) {
    seated.remove(output.link());
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
    throw new AssertionError("nobody closes this game");
  }

  @Override
  public Boolean kept(Output.Kept output) {
    return true;
  }

  /** All is durable at once here. */
  @Override
  public Boolean commit(Output.Commit output) {
    return true;
  }

  @Override
  public Boolean fault(Output.Fault output) {
    throw new AssertionError(output.toString(), output.cause());
  }
}

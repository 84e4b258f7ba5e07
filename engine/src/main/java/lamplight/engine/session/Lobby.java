package lamplight.engine.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lamplight.engine.model.Refusal;
import lamplight.engine.sync.TokenBucket;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.Protocol;
import lamplight.engine.wire.ServerMessage;

/**
 * Where connections are before they have a seat, and where sessions are made and found.
 *
 * <p>It knows of the sessions what their summaries say, which may be a moment old: whether a seat
 * is free only the session decides. A link is known here from its first message until {@link
 * #lost}, also while it sits in a session, so that it keeps what HELLO granted.
 *
 * <p>Not for several threads.
 */
public final class Lobby {

  private final String server;
  private final Map<String, Offer> offers = new LinkedHashMap<>();
  private final Directory sessions;
  private final Map<LinkId, Visitor> visitors = new HashMap<>();

  /** A connection as the lobby remembers it. */
  private static final class Visitor {
    Link link;
    int wrongSecrets;
    final TokenBucket messages =
        new TokenBucket(SessionLimits.LOBBY_MILLIS, SessionLimits.LOBBY_BURST);

    Visitor(Link link) {
      this.link = link;
    }
  }

  /**
   * A lobby without sessions.
   *
   * @param server what the server calls itself in WELCOME
   * @param secrets a secure source, outside of tests
   */
  public Lobby(String server, List<Offer> offers, RandomGenerator secrets) {
    this.server = server;
    this.sessions = new Directory(secrets);
    offer(offers);
  }

  /** The worlds that sessions can be made of from now on. */
  public void offer(List<Offer> worlds) {
    offers.clear();
    worlds.forEach(offer -> offers.put(offer.world().value(), offer));
  }

  /** A message of a link that has no seat, or one that a session could not answer. */
  public List<Output> receive(Link link, ClientMessage message, long now) {
    Visitor visitor = visitors.computeIfAbsent(link.id(), id -> new Visitor(link));
    if (!visitor.messages.take(now)) {
      return refuse(visitor, message.seq(), Refusal.RATE_LIMITED, "That was too fast.");
    }
    return message.match(new Desk(visitor));
  }

  /** A connection is gone. */
  public void lost(LinkId link) {
    visitors.remove(link);
  }

  /** A session says how it stands. */
  public void update(Output.Summary summary) {
    sessions.update(summary);
  }

  /** A session is over, or could not be made. */
  public void closed(SessionId session) {
    sessions.remove(session);
  }

  /**
   * What a session needs that is made elsewhere.
   *
   * @param words rejoin words, as many as it has seats
   */
  public record Reserved(SessionId session, Set<String> words) {
    public Reserved {
      words = Set.copyOf(words);
    }
  }

  /**
   * Keeps a code free until the session is heard of, by {@link #update}, or will never be, by
   * {@link #closed}; empty if there is no room for one more.
   */
  public Optional<Reserved> reserve(int seats) {
    if (sessions.isFull()) {
      return Optional.empty();
    }
    Set<String> words = new HashSet<>();
    while (words.size() < seats) {
      words.add(sessions.freshWords());
    }
    return Optional.of(new Reserved(sessions.reserve(), words));
  }

  /** A link gave a session a wrong password or token. */
  public List<Output> wrongSecret(LinkId link) {
    return Optional.ofNullable(visitors.get(link)).map(this::wrongSecret).orElse(List.of());
  }

  private List<Output> wrongSecret(Visitor visitor) {
    return ++visitor.wrongSecrets < SessionLimits.WRONG_SECRETS
        ? List.of()
        : bye(visitor, Farewell.ABUSE, "That was wrong too often.");
  }

  /** Makes a session that nobody sits in yet; empty if there is no such world or no room. */
  public Optional<Output.Open> open(String world, Optional<String> password) {
    return Optional.ofNullable(offers.get(world))
        .filter(offer -> !sessions.isFull())
        .map(offer -> sessions.add(offer, password));
  }

  private static List<Output> refuse(Visitor visitor, OptionalLong seq, Refusal code, String text) {
    return send(visitor, new ServerMessage.Refused(seq, code, text));
  }

  private static List<Output> send(Visitor visitor, ServerMessage message) {
    return List.of(new Output.Send(visitor.link.id(), message));
  }

  private static List<Output> bye(Visitor visitor, Farewell why, String text) {
    LinkId link = visitor.link.id();
    return List.of(new Output.Send(link, new ServerMessage.Bye(why, text)), new Output.Close(link));
  }

  /** What the lobby makes of one visitor's message. */
  private final class Desk implements ClientMessage.Cases<List<Output>> {

    private final Visitor visitor;

    Desk(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public List<Output> hello(ClientMessage.Hello message) {
      Link link = visitor.link;
      Set<Capability> granted = EnumSet.noneOf(Capability.class);
      granted.addAll(message.capabilities());
      if (link.capabilities().contains(Capability.DEFLATE)) {
        granted.add(Capability.DEFLATE); // a stream is not left before its end
      }
      visitor.link = new Link(link.id(), link.kind(), granted, message.client(), message.words());
      return send(visitor, new ServerMessage.Welcome(Protocol.VERSION, server, granted));
    }

    @Override
    public List<Output> listAll(ClientMessage.ListAll message) {
      LinkId to = visitor.link.id();
      List<Output> out = new ArrayList<>();
      offers.values().forEach(offer -> out.addAll(lines(to, offer)));
      sessions.summaries().forEach(session -> out.add(new Output.Send(to, line(session))));
      out.add(new Output.Send(to, new ServerMessage.End()));
      return out;
    }

    private List<Output> lines(LinkId to, Offer offer) {
      String id = offer.world().value();
      List<Output> out = new ArrayList<>();
      out.add(new Output.Send(to, new ServerMessage.World(id, offer.players(), offer.title())));
      if (offer.isDescribed()) {
        Set<String> traits = offer.tutorial() ? Set.of(ServerMessage.About.TUTORIAL) : Set.of();
        out.add(
            new Output.Send(
                to, new ServerMessage.About(id, traits, offer.length(), offer.blurb())));
      }
      return out;
    }

    private ServerMessage line(SessionSummary session) {
      return new ServerMessage.Open(
          session.id().code(),
          session.world().value(),
          session.seats().size(),
          session.maximum(),
          session.title() + (session.locked() ? " (password)" : ""));
    }

    @Override
    public List<Output> create(ClientMessage.Create message) {
      if (!offers.containsKey(message.world())) {
        return refuse(
            Refusal.UNKNOWN_WORLD,
            "There is no world \""
                + message.world()
                + "\"; there is "
                + String.join(", ", offers.keySet())
                + ".");
      }
      if (PlayerName.of(message.name()).isEmpty()) {
        return refuse(Refusal.BAD_NAME, PlayerName.refusal(message.name()));
      }
      return open(message.world(), message.password())
          .map(
              open ->
                  List.of(
                      open,
                      forward(
                          open.session(),
                          new Arrival.Sit(
                              message.name(), message.password(), sessions.freshWords()))))
          .orElseGet(
              () ->
                  refuse(
                      Refusal.SERVER_FULL,
                      "This server holds no more games; join one that is open."));
    }

    @Override
    public List<Output> join(ClientMessage.Join message) {
      return find(
          message.session(),
          () -> new Arrival.Sit(message.name(), message.password(), sessions.freshWords()));
    }

    @Override
    public List<Output> resume(ClientMessage.Resume message) {
      Arrival back = new Arrival.ComeBack(message.token(), message.position(), message.lastText());
      if (!message.session().isEmpty()) {
        return find(message.session(), () -> back);
      }
      Optional<SessionId> seat = sessions.withSeat(message.token());
      if (seat.isPresent()) {
        return List.of(forward(seat.get(), back));
      }
      List<Output> out =
          new ArrayList<>(refuse(Refusal.WRONG_TOKEN, "No seat is kept under these words."));
      out.addAll(wrongSecret(visitor));
      return out;
    }

    private List<Output> find(String code, Supplier<Arrival> arrival) {
      SessionId id = new SessionId(code.toLowerCase(Locale.ROOT));
      return sessions.has(id)
          ? List.of(forward(id, arrival.get()))
          : refuse(Refusal.UNKNOWN_SESSION, "There is no game \"" + code + "\" here.");
    }

    private Output forward(SessionId session, Arrival arrival) {
      return new Output.Forward(visitor.link, session, arrival);
    }

    @Override
    public List<Output> ping(ClientMessage.Ping message) {
      return send(visitor, new ServerMessage.Pong(message.nonce()));
    }

    @Override
    public List<Output> pong(ClientMessage.Pong message) {
      return List.of();
    }

    @Override
    public List<Output> bye(ClientMessage.Bye message) {
      return Lobby.bye(visitor, Farewell.BYE, "Come back soon.");
    }

    @Override
    public List<Output> command(ClientMessage.Command message) {
      return noSeat(message);
    }

    @Override
    public List<Output> ack(ClientMessage.Ack message) {
      return noSeat(message);
    }

    @Override
    public List<Output> syncRequest(ClientMessage.SyncRequest message) {
      return noSeat(message);
    }

    @Override
    public List<Output> live(ClientMessage.Live message) {
      return noSeat(message);
    }

    @Override
    public List<Output> setting(ClientMessage.Setting message) {
      return noSeat(message);
    }

    @Override
    public List<Output> fetch(ClientMessage.Fetch message) {
      return noSeat(message);
    }

    @Override
    public List<Output> leave(ClientMessage.Leave message) {
      return noSeat(message);
    }

    private List<Output> noSeat(ClientMessage message) {
      return Lobby.refuse(
          visitor,
          message.seq(),
          Refusal.NOT_IN_SESSION,
          "You have no seat yet: LIST, then CREATE:<world>:<player> or JOIN:<session>:<player>.");
    }

    private List<Output> refuse(Refusal code, String text) {
      return Lobby.refuse(visitor, OptionalLong.empty(), code, text);
    }
  }
}

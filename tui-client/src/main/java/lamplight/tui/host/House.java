package lamplight.tui.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Offer;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.text.Words;

/**
 * Lobby and sessions with one guest: bytes in, text out. What the lobby or a session wants done is
 * done in order, before the next bytes. Not for several threads.
 */
final class House {
  /** Where what the guest is told goes. */
  interface Guest {
    void hears(byte[] bytes);

    /** The house has ended the connection. */
    void isShownOut();
  }

  private final Lobby lobby;
  private final Map<WorldId, Game> games = new LinkedHashMap<>();
  private final Map<SessionId, Session> sessions = new HashMap<>();
  private final boolean author;
  private final RandomGenerator secrets;
  private final Words words;
  private final SoloGames kept;
  private final Deque<Output> due = new ArrayDeque<>();

  private long links;
  private Link link = Link.of(0, LinkKind.SYNC);
  private ServerEnd codec = new ServerEnd();
  private Optional<Guest> guest = Optional.empty();
  private Optional<Session> table = Optional.empty();

  /**
   * @param author whether hosts of sessions have debug verbs
   * @param folder where games are kept
   * @param words what the house itself says
   */
  House(List<Game> games, boolean author, SoloFolder folder, RandomGenerator secrets, Words words) {
    this.author = author;
    this.words = words;
    games.forEach(game -> this.games.put(game.world().id(), game));
    this.secrets = secrets;
    this.lobby =
        new Lobby(
            "lamplight", games.stream().map(game -> Offer.of(game.world())).toList(), secrets);
    this.kept = new SoloGames(folder, words);
    kept.kept(this.games).forEach(lobby::update);
  }

  /** A guest comes in. */
  void enter(Guest newcomer) {
    link = Link.of(++links, LinkKind.SYNC);
    codec = new ServerEnd();
    guest = Optional.of(newcomer);
    table = Optional.empty();
  }

  /** The guest has gone; a seat is kept. */
  void leave(long now) {
    guest = Optional.empty();
    table.ifPresent(session -> work(session.lost(link.id(), now), now));
    table = Optional.empty();
    lobby.lost(link.id());
  }

  void receive(ByteBuffer bytes, long now) {
    for (Inbound<ClientMessage> inbound : codec.read(bytes)) {
      if (inbound instanceof Inbound.Good<ClientMessage> good) {
        work(answer(good.message(), now), now);
      } else if (inbound instanceof Inbound.Bad<ClientMessage> bad) {
        say(codec.write(bad.answer()));
      }
    }
  }

  private List<Output> answer(ClientMessage message, long now) {
    return table
        .map(session -> session.receive(link, message, now))
        .orElseGet(() -> lobby.receive(link, message, now));
  }

  /** A world was edited: its games go on with it as it is now. */
  void renew(Game game, long now) {
    games.put(game.world().id(), game);
    lobby.offer(games.values().stream().map(one -> Offer.of(one.world())).toList());
    playing(game.world().id()).forEach(session -> work(session.renew(game, now), now));
  }

  /** Tells the games of a world something. */
  void tell(WorldId world, String text, long now) {
    playing(world).forEach(session -> work(session.say(text, now), now));
  }

  private List<Session> playing(WorldId world) {
    return sessions.values().stream()
        .filter(session -> session.summary().world().equals(world))
        .toList();
  }

  void tick(long now) {
    for (Session session : List.copyOf(sessions.values())) {
      if (session.nextWake() <= now) {
        work(session.tick(now), now);
      }
    }
  }

  long nextWake() {
    return sessions.values().stream().mapToLong(Session::nextWake).min().orElse(Long.MAX_VALUE);
  }

  private void say(byte[] bytes) {
    guest.ifPresent(listener -> listener.hears(bytes));
  }

  private void work(List<Output> outputs, long now) {
    due.addAll(outputs);
    Work work = new Work(now);
    for (Output output = due.poll(); output != null; output = due.poll()) {
      due.addAll(output.match(work));
    }
  }

  /** Does one thing; the answer is what is to be done next. */
  private final class Work implements Output.Cases<List<Output>> {
    private final long now;

    Work(long now) {
      this.now = now;
    }

    @Override
    public List<Output> send(Output.Send output) {
      if (output.to().equals(link.id())) {
        say(codec.write(output.message()));
      }
      return List.of();
    }

    @Override
    public List<Output> close(Output.Close output) {
      return showOut();
    }

    @Override
    public List<Output> cut(Output.Cut output) {
      return showOut();
    }

    private List<Output> showOut() {
      guest.ifPresent(Guest::isShownOut);
      leave(now);
      return List.of();
    }

    @Override
    public List<Output> open(Output.Open output) {
      Game game = games.get(output.world());
      if (game == null) {
        throw new IllegalStateException(
            "the lobby offers a world that is not here: " + output.world());
      }
      sessions.put(output.session(), Session.of(output, game, author, secrets.nextLong(), secrets));
      return List.of();
    }

    @Override
    public List<Output> forward(Output.Forward output) {
      link = output.link();
      List<Output> outputs = new ArrayList<>();
      try {
        Optional<String> notice = bring(output.session());
        table = Optional.of(session(output.session()));
        outputs.addAll(session(output.session()).enter(output, now));
        notice.ifPresent(told -> outputs.addAll(session(output.session()).say(told, now)));
      } catch (IOException e) {
        String why = words.say("solo.stopped", Trouble.words(e, words));
        outputs.add(
            new Output.Send(
                link.id(),
                new ServerMessage.Refused(OptionalLong.empty(), Refusal.UNKNOWN_SESSION, why)));
      }
      return outputs;
    }

    /** Has a kept game in memory; gives what its player should know of it. */
    private Optional<String> bring(SessionId id) throws IOException {
      if (sessions.containsKey(id)) {
        return Optional.empty();
      }
      SoloGames.Resumed resumed = kept.resume(id, games, author, secrets, now);
      sessions.put(id, resumed.session());
      return resumed.notice();
    }

    private Session session(SessionId id) {
      return Objects.requireNonNull(sessions.get(id), "a session that is not in memory");
    }

    /** A game whose seat was given up is of no use to anybody. */
    @Override
    public List<Output> released(Output.Released output) {
      table.filter(session -> session.summary().seats().isEmpty()).ifPresent(this::forget);
      table = Optional.empty();
      return List.of();
    }

    private void forget(Session session) {
      SessionId id = session.summary().id();
      sessions.remove(id);
      lobby.closed(id);
      kept.forget(id);
    }

    @Override
    public List<Output> stray(Output.Stray output) {
      return lobby.receive(output.link(), output.message(), now);
    }

    @Override
    public List<Output> wrongSecret(Output.WrongSecret output) {
      return lobby.wrongSecret(output.link());
    }

    @Override
    public List<Output> summary(Output.Summary output) {
      lobby.update(output);
      return List.of();
    }

    @Override
    public List<Output> closed(Output.Closed output) {
      forget(session(output.session()));
      return List.of();
    }

    /** Worlds are read once here. */
    @Override
    public List<Output> kept(Output.Kept output) {
      return List.of();
    }

    /** It comes before what hangs on it. */
    @Override
    public List<Output> commit(Output.Commit output) {
      Session session = session(output.session());
      return kept.commit(output, session, now)
          .map(told -> session.say(told, now))
          .orElse(List.of());
    }

    /** The player has been told that the command failed; there is no log to write to here. */
    @Override
    public List<Output> fault(Output.Fault output) {
      return List.of();
    }
  }
}

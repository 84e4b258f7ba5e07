package lamplight.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.prose.Line;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;

/**
 * One world being played by its party.
 *
 * <p>The idea: a state machine. What comes in (a message, a lost connection, a full send buffer, a
 * tick) is worked off to its end before the next, and what is to be done comes out as a list.
 *
 * <pre>
 *   arrival -> Reception \                                  TextLog  \
 *   message -> Seated     -> Table.step -> Stage (world) -> History   -> Connection.flush -> outputs
 *   tick, keeper         /                                  Answers  /
 *                                                        one Seat a player
 * </pre>
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Commands are carried out one after another in the order in which they come in. A step that
 *       throws has changed nothing: that input is refused, and the session lives.
 *   <li>A seat has one connection or none, and stays without one. An empty session is kept.
 *   <li>Every input ends with one flush, so blocks are cut between two inputs and never inside one.
 *   <li>An OK is sent after the block that holds its outcome.
 *   <li>What a client does not read is not queued for it; see {@link Connection}.
 * </ul>
 *
 * <p>All {@code now}s are Unix milliseconds of one clock that never goes back. Not for several
 * threads.
 */
public final class Session {

  private final Table table;
  private final Optional<Password> password;
  private final Secrets secrets;

  /** When the world's clock was last set on; empty while it stands still. */
  private OptionalLong clock = OptionalLong.empty();

  Session(
      SessionId id,
      Offer offer,
      Play play,
      Optional<Password> password,
      boolean author,
      long seed,
      RandomGenerator secrets) {
    this.table = new Table(id, offer, password.isPresent(), author, new Stage(play, seed));
    this.password = password;
    this.secrets = new Secrets(secrets);
  }

  /**
   * The session that the lobby asked for, with nobody in it yet.
   *
   * @param author whether its host is the world's author: told of edits, and with debug verbs
   * @param seed of the world's chance, if the world does not say its own
   * @param secrets a secure source, outside of tests
   */
  public static Session of(
      Output.Open open, Game game, boolean author, long seed, RandomGenerator secrets) {
    return new Session(
        open.session(),
        Offer.of(game.world()),
        GamePlay.of(game),
        open.password(),
        author,
        game.world().info().seed().orElse(seed),
        secrets);
  }

  /** Somebody comes from the lobby. */
  public List<Output> enter(Output.Forward forward, long now) {
    forward.arrival().match(new Reception(table, password, secrets, forward.link(), now));
    return finish(now);
  }

  /** A message of a link that has come in. */
  public List<Output> receive(Link link, ClientMessage message, long now) {
    Optional<Seat> seat = table.party.at(link.id());
    if (seat.isPresent()) {
      seat.get().tokens.confirm();
      seat.get()
          .connection()
          .ifPresent(at -> message.match(new Seated(table, seat.get(), at, now)));
    } else {
      table.put(new Output.Stray(link, message));
    }
    return finish(now);
  }

  /** A connection is gone. */
  public List<Output> lost(LinkId link, long now) {
    table.party.at(link).ifPresent(seat -> table.away(seat, now));
    return finish(now);
  }

  /** A connection's send buffer is full, or has room again. */
  public List<Output> writable(LinkId link, boolean writable, long now) {
    table
        .party
        .at(link)
        .flatMap(Seat::connection)
        .ifPresent(connection -> connection.writable(writable, now));
    return finish(now);
  }

  /** Time went by. */
  public List<Output> tick(long now) {
    table.cutStuck(now);
    long passed = clock.isPresent() ? now - clock.getAsLong() : 0;
    if (passed >= SessionLimits.CLOCK_MILLIS) {
      clock = OptionalLong.of(now);
      table.step(new Input.Pass(Math.min(passed, SessionLimits.CLOCK_MOST_MILLIS)), now);
    }
    return finish(now);
  }

  /** When {@link #tick} is due if nothing happens before; {@link Long#MAX_VALUE} if never. */
  public long nextWake() {
    long wake = clock.isPresent() ? clock.getAsLong() + SessionLimits.CLOCK_MILLIS : Long.MAX_VALUE;
    for (Connection connection : table.party.connections()) {
      wake = Math.min(wake, connection.nextWake());
    }
    return wake;
  }

  /**
   * The world was edited: the session goes on with it as it is now, or keeps its old story and says
   * so.
   */
  public List<Output> renew(Game game, long now) {
    table.renew(game, now);
    return finish(now);
  }

  /** The keeper of the server says something to everybody. */
  public List<Output> say(String text, long now) {
    table.say(text.lines().map(Line::of).toList());
    return finish(now);
  }

  /** Takes a player's seat away; nothing happens if there is no such player. */
  public List<Output> kick(PlayerId player, String reason, long now) {
    table
        .party
        .of(player)
        .ifPresent(
            seat -> {
              table.farewell(seat, Farewell.KICKED, reason);
              table.leave(seat, now);
            });
    return finish(now);
  }

  /** Ends the session: everybody is told why, and nothing is kept. */
  public List<Output> close(Farewell why, String reason, long now) {
    for (Seat seat : table.party.seats()) {
      table.farewell(seat, why, reason);
      table.party.disconnect(seat);
    }
    table.put(new Output.Closed(table.id));
    return table.finish(now);
  }

  public SessionSummary summary() {
    return table.summary();
  }

  /** What is kept of what each player was told. */
  List<TextLog> textLogs() {
    return table.party.seats().stream().map(seat -> seat.text).toList();
  }

  /** What a player may know now. */
  EntrySet view(PlayerId player) {
    return table.stage.view(player);
  }

  /** The world's clock goes while somebody is here for whom it matters. */
  private List<Output> finish(long now) {
    boolean goes = table.party.anybodyHere() && table.stage.needsClock();
    if (!goes) {
      clock = OptionalLong.empty();
    } else if (clock.isEmpty()) {
      clock = OptionalLong.of(now);
    }
    return table.finish(now);
  }
}

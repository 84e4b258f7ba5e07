package lamplight.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.prose.Line;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.store.StateCodec;
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

  /** Until when those who were here when the session was kept may come back unnoticed. */
  private OptionalLong awaited = OptionalLong.empty();

  /**
   * When the journal's last record was made, until the first turn after it: the world still shows
   * those as being here whom the server has lost.
   */
  private OptionalLong downSince = OptionalLong.empty();

  Session(
      SessionId id,
      Offer offer,
      Play play,
      Optional<Password> password,
      boolean author,
      long seed,
      RandomGenerator secrets) {
    this(id, offer, new Stage(play, seed), password, author, secrets);
  }

  private Session(
      SessionId id,
      Offer offer,
      Stage stage,
      Optional<Password> password,
      boolean author,
      RandomGenerator secrets) {
    this.table =
        new Table(id, offer, password.isPresent(), author, stage, new Ledger(offer, password));
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

  /**
   * The session that its journal has, with everybody away from the table.
   *
   * @param game whose world has {@link #worldOf}'s id; it may have been edited since
   * @param author whether its host is the world's author
   * @throws IllegalArgumentException if what was recovered is no session
   */
  public static Session of(
      SessionId id,
      Game game,
      boolean author,
      Recovery recovery,
      RandomGenerator secrets,
      long now) {
    return recovered(id, Offer.of(game.world()), GamePlay.of(game), author, recovery, secrets, now);
  }

  static Session recovered(
      SessionId id,
      Offer offer,
      Play play,
      boolean author,
      Recovery recovery,
      RandomGenerator secrets,
      long now) {
    Entries entries = recovery.entries();
    State kept = StateCodec.read(entries);
    Stage stage = new Stage(play, play.fitting(kept), Ledger.version(entries));
    Session session = new Session(id, offer, stage, Ledger.password(entries), author, secrets);
    session.table.recover(recovery);
    session.table.displace(kept);
    session.awaited = OptionalLong.of(now + SessionLimits.AWAITED_MILLIS);
    session.downSince = OptionalLong.of(recovery.at());
    return session;
  }

  /** The world that a recovered session plays. */
  public static WorldId worldOf(Entries entries) {
    return new WorldId(Ledger.world(entries));
  }

  /** The password of a recovered session. */
  public static Optional<Password> passwordOf(Entries entries) {
    return Ledger.password(entries);
  }

  /** The version up to which a recovered session has come. */
  public static long versionOf(Entries entries) {
    return Ledger.version(entries);
  }

  /** Whether entries of a kind are about the session and its seats, and not its world. */
  public static boolean isAboutSeats(String kind) {
    return Ledger.isAboutSeats(kind);
  }

  /** It has just been made: others may know of it from now on. */
  public List<Output> open(long now) {
    table.summarise();
    return finish(now);
  }

  /**
   * What tells whether somebody who comes has said the right password, if that takes long: to be
   * asked in any thread, before {@link #enter} or {@link #wrongPassword}.
   */
  public Optional<BooleanSupplier> guess(Output.Forward forward) {
    return password
        .filter(Password::isSlow)
        .flatMap(secret -> forward.arrival().guess().map(words -> () -> secret.is(words)));
  }

  /** Somebody comes from the lobby. */
  public List<Output> enter(Output.Forward forward, long now) {
    comeToItself(now);
    forward.arrival().match(reception(forward, now));
    return finish(now);
  }

  /** Somebody comes from the lobby, and their {@link #guess} was wrong. */
  public List<Output> wrongPassword(Output.Forward forward, long now) {
    reception(forward, now).wrongPassword(true);
    return finish(now);
  }

  private Reception reception(Output.Forward forward, long now) {
    return new Reception(table, password, secrets, forward.link(), now);
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
    if (awaited.isPresent() && awaited.getAsLong() <= now) {
      awaited = OptionalLong.empty();
      table.missTheAbsent(now);
    }
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
    wake = Math.min(wake, awaited.orElse(Long.MAX_VALUE));
    wake = Math.min(wake, table.ledger.nextWake());
    return Math.min(wake, table.party.nextWake());
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
              Optional<Connection> connection = seat.connection();
              if (table.leave(seat, now)) {
                table.farewell(connection, Farewell.KICKED, reason);
              }
            });
    return finish(now);
  }

  /** Ends the session: everybody is told why, and nothing is kept. */
  public List<Output> close(Farewell why, String reason, long now) {
    table.put(new Output.Closed(table.id));
    return dismiss(why, reason, now);
  }

  private List<Output> dismiss(Farewell why, String reason, long now) {
    table.dismiss(why, reason, now);
    return table.finish(now);
  }

  /** The record of what has not been written yet; the journal has everything then. */
  public List<Output> flush(long now) {
    return table.finish(now, true);
  }

  /**
   * Everything, as it was after the last record, whose number it has; from it and the records after
   * it the session can be had back.
   */
  public Optional<JournalRecord> snapshot(long now) {
    return table.ledger.snapshot(table, now);
  }

  /** Number of the last record that was given out; 0 before the first. */
  public long written() {
    return table.ledger.sequence();
  }

  /**
   * Says whether what changes could be saved now; while it could not, whatever would change
   * anything is refused.
   */
  public Session saving(boolean works, long now) {
    boolean again = works && !table.saving;
    table.saving = works;
    if (again) {
      table.catchUp(now);
    }
    return this;
  }

  /**
   * Goes on at the table where an older self sat, which had gone further than could be saved: its
   * clients are brought to where this one is, and told.
   *
   * @param lost what the older self put out and nobody was sent
   */
  public List<Output> goOnFor(Session old, List<Output> lost, long now) {
    table.takeOver(old.table, lost, now);
    return finish(now);
  }

  /** The server stops: whoever is here is told so, and how to come back. */
  public List<Output> pause(long now) {
    table.tellRejoinWords();
    table.dismiss(Farewell.SHUTDOWN, "The server stops now. Your seat is kept.", now);
    return table.finish(now, true);
  }

  /** Ends all connections, because this session does not go on here; the seats stay. */
  public List<Output> abandon(Farewell why, String reason, long now) {
    return dismiss(why, reason, now);
  }

  /** Whether nobody is here and nobody is waited for, so that it need not be in memory. */
  public boolean isIdle() {
    return !table.party.anybodyHere() && awaited.isEmpty();
  }

  public SessionSummary summary() {
    return table.summary();
  }

  /** The clients that sit here now. */
  public List<ClientSummary> clients() {
    return table.party.connections().stream().map(Connection::summary).toList();
  }

  /** What is kept of what each player was told. */
  List<TextLog> textLogs() {
    return table.party.seats().stream().map(seat -> seat.text).toList();
  }

  /** For each client, the bytes of the answers that wait for it. */
  List<Integer> waitingBytes() {
    return table.party.seats().stream()
        .flatMap(seat -> seat.connection().stream())
        .map(Connection::waitingBytes)
        .toList();
  }

  /** What a player may know now. */
  public EntrySet view(PlayerId player) {
    return table.stage.view(player);
  }

  /** The server was down: the world is told, as far as it wants to know. */
  private void comeToItself(long now) {
    if (downSince.isPresent() && table.saving) {
      long down = now - downSince.getAsLong();
      downSince = OptionalLong.empty();
      table.passDowntime(down, now);
      table.awaitAll(now);
    }
  }

  /** The world's clock goes while somebody is here for whom it matters. */
  private List<Output> finish(long now) {
    comeToItself(now);
    boolean goes = table.party.anybodyHere() && table.stage.needsClock();
    if (!goes) {
      clock = OptionalLong.empty();
    } else if (clock.isEmpty()) {
      clock = OptionalLong.of(now);
    }
    return table.finish(now);
  }
}

package lamplight.server.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lamplight.engine.model.Refusal;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Outbox;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.store.StoreException;
import lamplight.server.store.Write;
import lamplight.server.store.Writer;

/**
 * A session as a keeper, in memory while somebody plays it.
 *
 * <p>What its turns come to leaves when the journal has it. The session is made, or had back from
 * the store, in the first turn that needs it; a snapshot is written after {@value
 * #SNAPSHOT_RECORDS} records that have no fewer lines than the last one had, and when it leaves
 * memory after {@value #IDLE_MILLIS} milliseconds without anybody.
 *
 * <p>If its writes fail, nothing that hung on them has left: the session goes back to what is
 * durable, and its players are told.
 */
final class SessionKeeper implements Keeper {
  static final int SNAPSHOT_RECORDS = 500;
  static final long IDLE_MILLIS = 300_000;

  private static final String ELSEWHERE = "This game goes on at another server.";
  private static final String UNREADABLE =
      "The server can neither save nor read games just now. Your seat is kept: come back soon.";

  /** Where sessions come from. */
  interface Source {
    /**
     * The session, new or as the store has it.
     *
     * @throws RefusedException if it cannot be had
     */
    Session session(long now) throws RefusedException;
  }

  /** Has something done in the session's turn. */
  interface Turns {
    void take(BiFunction<SessionKeeper, Long, List<Output>> turn);

    /** The same for what may take long. */
    void takeAside(BiFunction<SessionKeeper, Long, List<Output>> turn);
  }

  private final SessionId id;
  private final Source source;
  private final Writer writer;
  private final Turns turns;
  private final Outbox<Turn> outbox = new Outbox<>();
  private Optional<Session> session = Optional.empty();
  private Optional<Desk> desk = Optional.empty();
  private OptionalLong idleAt = OptionalLong.empty();

  /** How the session is listed, if the store has not been told; while it fails that waits. */
  private Optional<Output.Summary> unwritten = Optional.empty();

  private long given;
  private long durable;
  private long snapshotAt;

  /** Lines of the last snapshot, and of the records since: so snapshots cost no more than these. */
  private long snapshotLines;

  private long linesSince;
  private boolean leaving;

  SessionKeeper(SessionId id, Source source, Writer writer, Turns turns) {
    this.id = id;
    this.source = source;
    this.writer = writer;
    this.turns = turns;
  }

  /** What a turn came to, and what carries it out or, if it could not be saved, gives it up. */
  private record Turn(List<Output> outputs, Runnable release, Runnable lost) {}

  /** Hears of the writes of the session that is in memory now. */
  private final class Desk extends Writer.Desk {
    @Override
    protected void durable(long sequence) {
      turns.take((keeper, now) -> isDurable(sequence, now));
    }

    @Override
    protected void failed(StoreException why) {
      turns.takeAside((keeper, now) -> fall(why, now));
    }
  }

  // ---- in memory and out of it ----

  /** The session, which comes into memory if it is not there. */
  private Session inMemory(long now) throws RefusedException {
    if (session.isEmpty()) {
      Session loaded = source.session(now);
      session = Optional.of(loaded);
      desk = Optional.of(new Desk());
      given = loaded.written();
      durable = given;
      snapshotAt = given;
      snapshotLines = 0;
      linesSince = 0;
      outbox.durable(given);
    }
    return session.get();
  }

  /** The session, if somebody plays it or did not long ago. */
  Optional<Session> inMemory() {
    return session;
  }

  /**
   * Does something to the session; if it cannot be had, to nobody, and {@code refused} hears why.
   */
  List<Output> use(
      BiFunction<Session, Long, List<Output>> use, long now, Consumer<RefusedException> refused) {
    try {
      return useOrRefuse(use, now);
    } catch (RefusedException e) {
      refused.accept(e);
      return List.of();
    }
  }

  private List<Output> useOrRefuse(BiFunction<Session, Long, List<Output>> use, long now)
      throws RefusedException {
    return use.apply(inMemory(now).saving(!writer.isFailing(), now), now);
  }

  /** Does something to the session if it is in memory. */
  List<Output> ifLoaded(BiFunction<Session, Long, List<Output>> use, long now) {
    return session
        .map(here -> use.apply(here.saving(!writer.isFailing(), now), now))
        .orElse(List.of());
  }

  /** What has to be known, and takes long to find out, before {@link #enter}. */
  Optional<BooleanSupplier> guess(Output.Forward forward, long now) {
    try {
      return inMemory(now).guess(forward);
    } catch (RefusedException e) {
      return Optional.empty(); // to be told when they enter
    }
  }

  /**
   * Somebody comes from the lobby; if there is no session to come to, they are sent back.
   *
   * @param right whether what {@link #guess} gave was right
   */
  List<Output> enter(Output.Forward forward, boolean right, long now) {
    try {
      return useOrRefuse(
          (here, time) -> right ? here.enter(forward, time) : here.wrongPassword(forward, time),
          now);
    } catch (RefusedException e) {
      LinkId link = forward.link().id();
      return List.of(
          new Output.Send(
              link,
              new ServerMessage.Refused(OptionalLong.empty(), Refusal.UNKNOWN_SESSION, e.words())),
          new Output.Released(link));
    }
  }

  @Override
  public List<Output> receive(Link link, ClientMessage message, long now) {
    return session.isEmpty()
        ? List.of(new Output.Stray(link, message))
        : ifLoaded((here, time) -> here.receive(link, message, time), now);
  }

  @Override
  public List<Output> lost(LinkId link, long now) {
    return ifLoaded((here, time) -> here.lost(link, time), now);
  }

  @Override
  public List<Output> writable(LinkId link, boolean writable, long now) {
    return ifLoaded((here, time) -> here.writable(link, writable, time), now);
  }

  /** Who sits at a table may think for as long as it takes. */
  @Override
  public List<Output> linger(LinkId link, ServerMessage.Bye why) {
    return List.of();
  }

  @Override
  public List<Output> tick(long now) {
    if (idleAt.isPresent() && idleAt.getAsLong() <= now) {
      idleAt = OptionalLong.empty();
      leaving = !writer.isFailing(); // else it is asked again later
      return ifLoaded(Session::flush, now);
    }
    return ifLoaded(Session::tick, now);
  }

  @Override
  public long nextWake() {
    long wake = session.map(Session::nextWake).orElse(Long.MAX_VALUE);
    return Math.min(wake, idleAt.orElse(Long.MAX_VALUE));
  }

  /** It ends, whether it can be had or not; nothing of it is kept. */
  List<Output> end(Farewell why, String words, long now) {
    return session.isPresent()
        ? ifLoaded((here, time) -> here.close(why, words, time), now)
        : List.of(new Output.Closed(id));
  }

  /**
   * The server stops. Its last words change nothing: they are told even if nothing can be saved.
   */
  List<Output> rest(long now) {
    leaving = !writer.isFailing();
    return ifLoaded(Session::pause, now);
  }

  // ---- what turns come to ----

  /** Gives the journal what it is to have, and lets the rest leave when it has it. */
  @Override
  public void post(List<Output> outputs, long now, Runnable release, Runnable lost) {
    Optional<Output.Commit> commit = first(outputs, Output.Commit.class);
    unwritten = last(outputs).or(() -> unwritten);
    boolean over = first(outputs, Output.Closed.class).isPresent();
    commit.ifPresent(this::count);
    if (desk.isPresent() && (over || commit.isPresent() || !writer.isFailing())) {
      boolean urgent = over || leaving || commit.filter(Output.Commit::urgent).isPresent();
      give(desk.get(), over ? Write.delete(id) : write(commit, now), urgent);
    }
    outbox.put(commit, new Turn(outputs, release, lost)).forEach(turn -> turn.release().run());
    mayLeave(now);
  }

  private void count(Output.Commit commit) {
    given = commit.record().sequence();
    linesSince += commit.record().lines();
  }

  private Write write(Optional<Output.Commit> commit, long now) {
    Optional<Output.Summary> summary = unwritten;
    unwritten = Optional.empty();
    return new Write(
        id, commit.map(Output.Commit::record), summary, snapshot(commit.isPresent(), now), false);
  }

  private void give(Desk to, Write write, boolean urgent) {
    if (!write.isEmpty()) {
      writer.put(to, write, urgent);
    }
  }

  private Optional<JournalRecord> snapshot(boolean recorded, long now) {
    if (session.isEmpty() || !isSnapshotDue(recorded)) {
      return Optional.empty();
    }
    Optional<JournalRecord> snapshot = session.get().snapshot(now);
    snapshot.ifPresent(
        record -> {
          snapshotAt = record.sequence();
          snapshotLines = record.lines();
          linesSince = 0;
        });
    return snapshot;
  }

  /**
   * @param recorded whether this turn ends with a record, and so all there is is in the journal
   */
  private boolean isSnapshotDue(boolean recorded) {
    long records = given - snapshotAt;
    return leaving
        ? records > 0
        : recorded && records >= SNAPSHOT_RECORDS && linesSince >= snapshotLines;
  }

  private static <T extends Output> Optional<T> first(List<Output> outputs, Class<T> type) {
    for (Output output : outputs) {
      if (type.isInstance(output)) {
        return Optional.of(type.cast(output));
      }
    }
    return Optional.empty();
  }

  private static Optional<Output.Summary> last(List<Output> outputs) {
    Optional<Output.Summary> last = Optional.empty();
    for (Output output : outputs) {
      last = output instanceof Output.Summary summary ? Optional.of(summary) : last;
    }
    return last;
  }

  /** The session leaves memory when nobody is there, some time after that, and all is durable. */
  private void mayLeave(long now) {
    boolean idle = session.filter(Session::isIdle).isPresent();
    if (!idle) {
      idleAt = OptionalLong.empty();
      leaving = false;
    } else if (leaving && durable == given) {
      leave();
    } else if (idleAt.isEmpty() && !leaving) {
      idleAt = OptionalLong.of(now + IDLE_MILLIS);
    }
  }

  private void leave() {
    session = Optional.empty();
    desk = Optional.empty();
    leaving = false;
    idleAt = OptionalLong.empty();
  }

  private List<Output> isDurable(long sequence, long now) {
    durable = Math.max(durable, sequence);
    outbox.durable(sequence).forEach(turn -> turn.release().run());
    mayLeave(now);
    return List.of();
  }

  /** Back to what is durable: as if what came after it had never been said. */
  private List<Output> fall(StoreException why, long now) {
    Optional<Session> fallen = session;
    List<Output> outputs = new ArrayList<>();
    List<Turn> dropped = outbox.drop();
    List<Output> lost = dropped.stream().flatMap(turn -> turn.outputs().stream()).toList();
    lost.forEach(output -> keepConnection(output, outputs));
    turns.take(
        (keeper, later) -> {
          dropped.forEach(turn -> turn.lost().run());
          return List.of();
        });
    leave();
    fallen
        .map(
            old ->
                why.isConflict()
                    ? old.abandon(Farewell.CLOSED, ELSEWHERE, now)
                    : again(old, lost, now))
        .ifPresent(outputs::addAll);
    return outputs;
  }

  /**
   * Of a turn that came to nothing only that counts which connection belongs to whom, and that it
   * lives.
   */
  private static void keepConnection(Output lost, List<Output> outputs) {
    if (lost instanceof Output.Released released) {
      outputs.add(
          new Output.Send(
              released.link(),
              new ServerMessage.Refused(
                  OptionalLong.empty(),
                  Refusal.NOT_SAVED,
                  "The server cannot save just now, so nothing was changed. Try later.")));
      outputs.add(released);
    } else if (lost instanceof Output.Close
        || lost instanceof Output.Cut
        || lost instanceof Output.Stray
        || (lost instanceof Output.Send send && send.message() instanceof ServerMessage.Pong)) {
      outputs.add(lost);
    }
  }

  private List<Output> again(Session old, List<Output> lost, long now) {
    try {
      return inMemory(now).saving(!writer.isFailing(), now).goOnFor(old, lost, now);
    } catch (RefusedException e) {
      return old.abandon(Farewell.SHUTDOWN, UNREADABLE, now);
    }
  }
}

package lamplight.server.runtime;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import lamplight.engine.archive.Discreet;
import lamplight.engine.archive.Export;
import lamplight.engine.archive.ExportException;
import lamplight.engine.archive.Exported;
import lamplight.engine.archive.History;
import lamplight.engine.archive.Search;
import lamplight.engine.archive.Soundness;
import lamplight.engine.archive.When;
import lamplight.engine.play.Game;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Output;
import lamplight.engine.session.Password;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.store.Chain;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.store.StateCodec;
import lamplight.engine.sync.Entry;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.store.Write;

/**
 * Copies games: out of the store, into it, and from one of their moments to a new game. A copy is a
 * journal of its own: the records of the old one, and one more that gives every seat new rejoin
 * words, which nobody knows but who asked for the copy.
 *
 * <p>In the threads of whoever asks, which wait for the disk; a game that is being played goes on
 * meanwhile.
 */
public final class Scribe {
  /** Records of a copy that are written in one commit, so that other games' need not wait long. */
  private static final int BATCH = 500;

  /** Seats of a game that somebody brings. */
  private static final int SEATS = 1_000;

  /** Where games are listed. */
  interface Registry {
    /** A code for a new game, and rejoin words; empty if there is no room for one more. */
    Optional<Lobby.Reserved> reserve(int seats);

    /** The store has it: from now on it can be played. */
    void add(Output.Summary summary);

    /** It did not come to be. */
    void release(SessionId session);

    /** What has happened in a game up to now is in the store when this returns. */
    void settle(SessionId session);
  }

  /**
   * A new game that was made of another.
   *
   * @param step the newest record of the old one that it has
   */
  public record Copied(SessionId session, String world, long step, List<SeatSecrets.Key> seats) {
    public Copied {
      seats = List.copyOf(seats);
    }
  }

  private final Shelf shelf;
  private final Store store;
  private final Registry registry;
  private final Clock clock;
  private final SecureRandom secrets = new SecureRandom();

  Scribe(Shelf shelf, Store store, Registry registry, Clock clock) {
    this.shelf = shelf;
    this.store = store;
    this.registry = registry;
    this.clock = clock;
  }

  // ---- out of the store ----

  /** Hears the records of a game one by one. */
  public interface Reader {
    void record(JournalRecord record);
  }

  /** Tells what the journal still has of a game, oldest first. */
  public void records(SessionId session, Reader reader) throws RefusedException {
    registry.settle(session);
    try {
      long read = 0;
      List<JournalRecord> page = store.records(session, read, Journal.PAGE);
      while (!page.isEmpty()) {
        page.forEach(reader::record);
        read = page.get(page.size() - 1).sequence();
        page = store.records(session, read, Journal.PAGE);
      }
    } catch (StoreException e) {
      throw new RefusedException(session + " cannot be read: " + e.getMessage());
    }
  }

  private Journal journal(SessionId session) {
    registry.settle(session);
    return new Journal(store, session);
  }

  /**
   * A game as a file.
   *
   * @throws RefusedException if it cannot be read
   */
  public Export.File export(SessionSummary session) throws RefusedException {
    Export.About about =
        new Export.About(
            session.id().code(), session.world().value(), session.title(), clock.millis());
    try {
      return Export.of(about, journal(session.id()), shelf.find(session.world().value()));
    } catch (ExportException e) {
      throw new RefusedException(session.id() + ": " + e.getMessage());
    } catch (Recovery.Damaged e) {
      throw damaged(session.id(), e);
    }
  }

  private static RefusedException damaged(SessionId session, Exception why) {
    return new RefusedException(
        session
            + " is damaged: "
            + why.getMessage()
            + "; \"rewind\" to a step before that makes a game of what is whole");
  }

  // ---- copies ----

  /**
   * A new game that begins where another one is, or was. It keeps the password.
   *
   * @param moment empty for now
   * @throws RefusedException if it cannot be read, or does not reach to the moment
   */
  public Copied copy(SessionId session, Optional<String> moment) throws RefusedException {
    Journal journal = journal(session);
    try {
      if (moment.isPresent()) {
        journal.endAt(search(session, moment.get()));
      }
      Last last = new Last();
      journal.read(last);
      return make(new Discreet(journal), Session.passwordOf(last.entries()));
    } catch (ExportException e) {
      throw new RefusedException(session + ": " + e.getMessage());
    } catch (Recovery.Damaged e) {
      throw damaged(session, e);
    } catch (StoreException e) {
      throw new RefusedException(session + " cannot be read: " + e.getMessage());
    }
  }

  private Search search(SessionId session, String words) throws RefusedException, StoreException {
    ZoneId zone = ZoneId.systemDefault();
    long newest = store.newest(session).map(JournalRecord::at).orElseGet(clock::millis);
    When when =
        When.read(words, Instant.ofEpochMilli(newest).atZone(zone))
            .orElseThrow(
                () -> new RefusedException("--to takes " + When.FORMS + ", not \"" + words + "\""));
    return new Search(when, zone);
  }

  /**
   * A new game from a file.
   *
   * @param name what the file is called
   * @throws RefusedException with what is wrong with the file, if it is not as it was written, or
   *     cannot be played here
   */
  public Copied adopt(String name, byte[] file, Optional<String> password) throws RefusedException {
    try {
      return make(Exported.of(file), password.map(words -> Password.of(words, secrets)));
    } catch (ExportException | Recovery.Damaged | RefusedException e) {
      throw new RefusedException(name + " cannot be imported: " + e.getMessage());
    }
  }

  private Copied make(History source, Optional<Password> password)
      throws RefusedException, ExportException, Recovery.Damaged {
    Last last = new Last();
    source.read(last);
    Game game = shelf.game(last.world());
    Lobby.Reserved reserved =
        registry
            .reserve(last.seats())
            .orElseThrow(() -> new RefusedException("there is no room for one more game"));
    SessionId id = reserved.session();
    try {
      Iterator<String> words = reserved.words().iterator();
      List<SeatSecrets.Key> keys = SeatSecrets.renewed(last.entries(), words::next, secrets);
      JournalRecord handover = handover(last, keys, password);
      Output.Summary summary =
          new Output.Summary(summary(id, game, handover, last.entries()), reserved.words());
      write(source, new Batches(id), handover, summary);
      registry.add(summary);
      return new Copied(id, last.world(), last.sequence, keys);
    } catch (ExportException | Recovery.Damaged | RuntimeException e) {
      registry.release(id);
      throw e;
    }
  }

  /** Where the records end, and what they come to. */
  private static final class Last implements Exported.Visitor {
    private Entries entries = new Entries();
    private long sequence;
    private long at;

    @Override
    public void record(JournalRecord record, Chain after) {
      entries = after.entries();
      sequence = record.sequence();
      at = record.at();
    }

    Entries entries() {
      return entries;
    }

    String world() throws ExportException {
      try {
        return Session.worldOf(entries).value();
      } catch (RuntimeException e) {
        throw unfit(e);
      }
    }

    /** How many there are, in a state that rules can go on with. */
    int seats() throws ExportException {
      try {
        Soundness.check(StateCodec.read(entries));
        int seats = SeatSecrets.seated(entries).size();
        if (seats > SEATS) {
          throw new IllegalArgumentException("it has " + seats + " seats");
        }
        return seats;
      } catch (RuntimeException e) {
        throw unfit(e);
      }
    }
  }

  private static ExportException unfit(Throwable why) {
    return new ExportException("what it says is no game that can go on: " + why.getMessage());
  }

  /** The record by which a game has other keys than the one it was made of. */
  private JournalRecord handover(Last last, List<SeatSecrets.Key> keys, Optional<Password> password)
      throws ExportException {
    List<Entry> puts = new ArrayList<>(keys.stream().map(SeatSecrets.Key::entry).toList());
    puts.add(SeatSecrets.session(last.world(), password));
    puts.forEach(last.entries()::put);
    return record(last.sequence + 1, Math.max(last.at, clock.millis()), puts, last.entries());
  }

  private static JournalRecord record(long number, long at, List<Entry> puts, Entries all) {
    return new JournalRecord(
        number, at, List.of(), puts, List.of(), List.of(), List.of(), all.hash());
  }

  /** How the game is listed; one that its world cannot play is refused here. */
  private SessionSummary summary(SessionId id, Game game, JournalRecord handover, Entries entries)
      throws ExportException, Recovery.Damaged {
    try {
      game.fitting(StateCodec.read(entries));
    } catch (IllegalArgumentException e) {
      throw new ExportException("it does not fit its world as that is here: " + e.getMessage());
    }
    Recovery recovery = new Recovery();
    recovery.begin(record(handover.sequence(), handover.at(), List.copyOf(entries.all()), entries));
    try {
      return Session.of(id, game, false, recovery, secrets, handover.at()).summary();
    } catch (RuntimeException | StackOverflowError e) {
      throw unfit(e);
    }
  }

  /** The game is listed with its last batch, so that half of one is never found. */
  private void write(
      History source, Batches batches, JournalRecord handover, Output.Summary summary)
      throws ExportException, Recovery.Damaged {
    try {
      source.read(batches);
      batches.end(handover, summary);
    } catch (ExportException | Recovery.Damaged | RuntimeException e) {
      batches.undo(e);
      throw e;
    }
  }

  /** Writes records some at a time. */
  private final class Batches implements Exported.Visitor {
    private final SessionId id;
    private final List<Write> batch = new ArrayList<>();
    private boolean begun;

    Batches(SessionId id) {
      this.id = id;
    }

    @Override
    public void record(JournalRecord record, Chain after) throws ExportException {
      boolean snapshot = !begun && record.sequence() > 1;
      begun = true;
      batch.add(
          new Write(
              id,
              Optional.of(record).filter(one -> !snapshot),
              Optional.empty(),
              Optional.of(record).filter(one -> snapshot),
              false));
      if (batch.size() == BATCH) {
        flush();
      }
    }

    void end(JournalRecord handover, Output.Summary summary) throws ExportException {
      batch.add(
          new Write(id, Optional.of(handover), Optional.of(summary), Optional.empty(), false));
      flush();
    }

    private void flush() throws ExportException {
      try {
        store.write(batch);
        batch.clear();
      } catch (StoreException e) {
        throw new ExportException("it cannot be saved: " + e.getMessage());
      }
    }

    void undo(Exception because) {
      try {
        store.write(List.of(Write.delete(id)));
      } catch (StoreException e) {
        because.addSuppressed(e);
      }
    }
  }

  /** Nothing of a game is kept, whole or damaged. */
  void forget(SessionId session) throws RefusedException {
    try {
      store.write(List.of(Write.delete(session)));
    } catch (StoreException e) {
      throw new RefusedException(session + " cannot be deleted: " + e.getMessage());
    }
  }
}

package lamplight.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.store.Changes;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.store.StateCodec;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the journal has of a session, and so what the next record must say: what differs.
 *
 * <p>Every turn of the session ends with {@link #close}. A record is urgent if somebody may learn
 * from the turn what must not be lost: what came of it may leave once the record is durable. That
 * is so if the world has changed, and if anybody reads of a command but who typed it. What changed
 * nothing, a look around or what the parser remembers, is written too but nobody waits for it: with
 * more of that kind within {@value #GATHER_MILLIS} milliseconds it becomes one record. Seconds that
 * only went by are gathered for longer.
 */
final class Ledger {

  /** Inputs of one record; more come together only while nothing can be saved. */
  static final int MOST_INPUTS = 1_000;

  /** Inputs that are gathered, such as time that only goes by: a minute's worth of that. */
  static final int GATHERED = 60;

  /** How long after a record the next has to wait that nobody waits for. */
  static final long GATHER_MILLIS = 500;

  static final String SESSION = "SESSION";
  private static final String STAGE = "STAGE";
  private static final String ID = "-";

  private final Entry session;
  private @Nullable State state;
  private @Nullable Entry stage;
  private long version;
  private final Map<PlayerId, Entry> seats = new HashMap<>();
  private StateHash hash = StateHash.EMPTY;
  private long sequence;

  private List<Input> inputs = new ArrayList<>();
  private boolean onlyTime = true;
  private boolean urgent;

  /** When the last record was made. */
  private long closedAt = -GATHER_MILLIS;

  /** Whether there may be something for the next one. */
  private boolean gathering;

  /** What recovered entries are not, compared with how they would be written today. */
  private Optional<Entries> stale = Optional.empty();

  /** The ledger of a session that no journal knows yet. */
  Ledger(Offer offer, Optional<Password> password) {
    session = session(offer.world().value(), password);
    urgent = true;
    onlyTime = false;
  }

  /** The entry of a session of a world. */
  static Entry session(String world, Optional<Password> password) {
    String secret = password.map(words -> "password=" + words.kept()).orElse("");
    return Entry.of(SESSION, ID, "world=" + world, secret);
  }

  /** The same session's entry without its password. */
  static Entry unlocked(Entry session) {
    String[] open =
        session.fields().stream()
            .filter(field -> !field.startsWith("password="))
            .toArray(String[]::new);
    return Entry.of(SESSION, session.id(), open);
  }

  /** Whether entries of a kind are about the session and its seats, and not its world. */
  static boolean isAboutSeats(String kind) {
    return kind.equals(SESSION) || kind.equals(STAGE) || kind.equals(KeptSeat.KIND);
  }

  /** The world that a recovered session plays. */
  static String world(Entries entries) {
    return value(entries, SESSION, "world").orElse("");
  }

  /** The password of a recovered session. */
  static Optional<Password> password(Entries entries) {
    return value(entries, SESSION, "password").map(Password::read);
  }

  /** The version up to which a recovered session has come. */
  static long version(Entries entries) {
    return value(entries, STAGE, "version").map(Long::parseLong).orElse(1L);
  }

  private static Optional<String> value(Entries entries, String kind, String name) {
    return Optional.ofNullable(entries.kind(kind).get(ID)).stream()
        .flatMap(entry -> entry.fields().stream())
        .filter(field -> field.startsWith(name + "="))
        .map(field -> field.substring(name.length() + 1))
        .findFirst();
  }

  /** Goes on after a recovery: what is written differently today is part of the next record. */
  void recovered(Entries entries, long last) {
    stale = Optional.of(entries);
    hash = entries.hash();
    sequence = last;
    urgent = false;
    onlyTime = true;
  }

  /** A step was made. */
  void happened(Input input, Step step) {
    if (inputs.size() < MOST_INPUTS) {
      inputs.add(input);
    }
    onlyTime &= input instanceof Input.Pass && step.changes().isEmpty();
    urgent |= !step.changes().isEmpty() || !isOwn(input, step.told());
  }

  /** Whether nobody is told anything but the player whose command it is. */
  private static boolean isOwn(Input input, List<Told> told) {
    if (!(input instanceof Input.Command command)) {
      return told.isEmpty();
    }
    for (Told one : told) {
      if (!one.to().equals(command.player())) {
        return false;
      }
    }
    return true;
  }

  /** What comes of this turn must not be lost. */
  void mark() {
    urgent = true;
    onlyTime = false;
  }

  /** What is new for the journal since the last record, if that is worth one. */
  Optional<Output.Commit> close(Table table, long now, boolean force) {
    if (!table.saving) {
      gathering = false; // else it would be asked again and again
      return Optional.empty();
    } else if (!force && mayWait(table.party, now)) {
      gathering = true;
      table.party.turned();
      return Optional.empty();
    }
    gathering = false;
    List<Said<ServerMessage.Text>> told = table.party.freshText();
    List<Said<ServerMessage>> answered = table.party.freshAnswers();
    boolean quiet = onlyTime && inputs.size() < GATHERED && !force;
    if (quiet && told.isEmpty() && answered.isEmpty() && sameSeats(table.party)) {
      table.party.recorded();
      return Optional.empty();
    }
    Changes changes = new Changes(hash);
    compare(table, changes);
    table.party.recorded();
    if (changes.isEmpty() && inputs.isEmpty() && told.isEmpty() && answered.isEmpty()) {
      return Optional.empty();
    }
    hash = changes.hash();
    closedAt = now;
    JournalRecord record =
        new JournalRecord(
            ++sequence, now, inputs, changes.puts(), changes.gone(), told, answered, hash);
    Output.Commit commit = new Output.Commit(table.id, record, urgent || force);
    inputs = new ArrayList<>();
    onlyTime = true;
    urgent = false;
    return Optional.of(commit);
  }

  private boolean mayWait(Party party, long now) {
    return !urgent
        && inputs.size() < GATHERED
        && closedAt <= now
        && now < closedAt + GATHER_MILLIS
        && !party.hasMuchFreshText();
  }

  /** When {@link #close} is worth asking again, if nothing happens before. */
  long nextWake() {
    return gathering ? closedAt + GATHER_MILLIS : Long.MAX_VALUE;
  }

  /** Nearly always they are, even those that were touched. */
  private boolean sameSeats(Party party) {
    for (Seat seat : party.unrecorded()) {
      Entry known = seats.get(seat.player);
      if (known == null || !party.has(seat) || !known.equals(seat.entry())) {
        return false;
      }
    }
    return true;
  }

  /** What differs from what the journal has, which is remembered from here on. */
  private void compare(Table table, Changes out) {
    if (stale.isPresent()) {
      replace(stale.get(), written(table), out);
      stale = Optional.empty();
      remember(table.stage.version());
      table.party.seats().forEach(seat -> seats.put(seat.player, seat.entry()));
    } else {
      if (state == null) {
        out.put(null, session);
      }
      StateCodec.compare(state, table.stage.state(), out);
      Entry before = stage;
      out.put(before, remember(table.stage.version()));
      compareSeats(table.party, out);
    }
    state = table.stage.state();
  }

  private void compareSeats(Party party, Changes out) {
    for (Seat seat : party.unrecorded()) {
      if (party.has(seat)) {
        out.put(seats.put(seat.player, seat.entry()), seat.entry());
      } else {
        Optional.ofNullable(seats.remove(seat.player)).ifPresent(out::gone);
      }
    }
  }

  private Entry remember(long now) {
    Entry known = stage;
    if (known == null || version != now) {
      known = stage(now);
      stage = known;
      version = now;
    }
    return known;
  }

  private static Entry stage(long version) {
    return Entry.of(STAGE, ID, "version=" + version);
  }

  private static void replace(Entries old, Entries fresh, Changes out) {
    for (Entry entry : fresh.all()) {
      out.put(old.kind(entry.kind()).get(entry.id()), entry);
    }
    for (Entry entry : old.all()) {
      if (!fresh.kind(entry.kind()).containsKey(entry.id())) {
        out.gone(entry);
      }
    }
  }

  private Entries written(Table table) {
    Changes all = new Changes(StateHash.EMPTY);
    all.put(null, session);
    all.put(null, stage(table.stage.version()));
    StateCodec.compare(null, table.stage.state(), all);
    table.party.seats().forEach(seat -> all.put(null, seat.entry()));
    Entries entries = new Entries();
    all.puts().forEach(entries::put);
    return entries;
  }

  /** Everything, as it was after the last record; empty if there is something newer. */
  Optional<JournalRecord> snapshot(Table table, long now) {
    Entries all = written(table);
    return Optional.of(
            new JournalRecord(
                sequence,
                now,
                List.of(),
                List.copyOf(all.all()),
                List.<Key>of(),
                table.party.keptText(),
                table.party.keptAnswers(),
                all.hash()))
        .filter(snapshot -> snapshot.hash().equals(hash));
  }

  long sequence() {
    return sequence;
  }
}

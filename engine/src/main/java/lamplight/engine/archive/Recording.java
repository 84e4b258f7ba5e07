package lamplight.engine.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Input;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.session.Session;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.wire.ServerMessage;

/**
 * A session as one of its players saw it, moment by moment: the deltas and texts of an {@link
 * Export}, and nothing else.
 *
 * @param player whose view it is
 * @param zone whose times of day are meant
 * @param moments in which the player saw or read something; at least one
 */
public record Recording(Export.About about, String player, ZoneId zone, List<Moment> moments) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  public Recording {
    moments = List.copyOf(moments);
  }

  /**
   * A step of the session.
   *
   * @param at Unix milliseconds
   * @param clock the same as a time of day
   * @param typed what the player typed
   * @param refused why something that the player typed was not done
   * @param replica what the player's client had afterwards
   */
  public record Moment(
      long step,
      long version,
      long at,
      String clock,
      List<String> typed,
      List<ServerMessage.Text> read,
      List<String> refused,
      ClientState replica) {
    public Moment {
      typed = List.copyOf(typed);
      read = List.copyOf(read);
      refused = List.copyOf(refused);
    }

    private Moment with(ClientState seen) {
      return new Moment(step, version, at, clock, typed, read, refused, seen);
    }
  }

  /**
   * Reads a recording.
   *
   * @param as a player's name or id; without it the first who sat down
   * @throws ExportException if the file is not as it was written, or nobody is called that
   */
  public static Recording of(byte[] file, Optional<String> as, ZoneId zone) throws ExportException {
    Exported exported = Exported.of(file);
    Seen seen = new Seen(as, zone);
    exported.read(seen);
    seen.close();
    String player = seen.player().value();
    if (seen.moments.isEmpty()) {
      throw new ExportException(player + " has seen nothing in it");
    }
    return new Recording(exported.about(), player, zone, seen.moments);
  }

  /** The last moment that is not after one that somebody named; empty if the words name none. */
  public OptionalInt find(String words) {
    ZonedDateTime newest = Instant.ofEpochMilli(moments.get(moments.size() - 1).at()).atZone(zone);
    Optional<When> when = When.read(words.toLowerCase(Locale.ROOT), newest);
    if (when.isEmpty()) {
      return OptionalInt.empty();
    }
    int found = 0;
    for (int n = 0; n < moments.size(); n++) {
      Moment moment = moments.get(n);
      found = when.get().reaches(moment.step(), moment.version(), moment.at()) ? n : found;
    }
    return OptionalInt.of(found);
  }

  /**
   * Gathers what the player saw. What became of the view comes behind a record, so a moment waits
   * until the next one. Whoever comes is in a record before anything is told or shown to them, so
   * one reading is enough to find the player too.
   */
  private static final class Seen implements Exported.Visitor {
    private final Optional<String> wanted;
    private final ZoneId zone;

    /** Everybody who has played, by id, in the order of their coming. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private Optional<PlayerId> player = Optional.empty();
    private final List<Moment> moments = new ArrayList<>();
    private Optional<Moment> pending = Optional.empty();
    private final Retold retold = new Retold();
    private ClientState replica = ClientState.EMPTY;
    private boolean changed;

    Seen(Optional<String> wanted, ZoneId zone) {
      this.wanted = wanted;
      this.zone = zone;
    }

    PlayerId player() throws ExportException {
      return player.orElseThrow(
          () ->
              new ExportException(
                  names.isEmpty()
                      ? "nobody has played in it"
                      : "nobody in it is called that; there is "
                          + String.join(", ", names.values())));
    }

    private void comes(String id, String name) {
      boolean isNew = names.putIfAbsent(id, name) == null;
      boolean isWanted =
          wanted.map(who -> who.equalsIgnoreCase(id) || who.equalsIgnoreCase(name)).orElse(true);
      if (isNew && isWanted && player.isEmpty()) {
        player = Optional.of(new PlayerId(id));
      }
    }

    private boolean isSeenBy(PlayerId one) {
      return player.filter(one::equals).isPresent();
    }

    @Override
    public void record(JournalRecord record, Chain after) {
      close();
      for (Entry entry : record.puts()) {
        SeatSecrets.name(entry).ifPresent(name -> comes(entry.id(), name));
      }
      ZonedDateTime at = Instant.ofEpochMilli(record.at()).atZone(zone);
      pending =
          Optional.of(
              new Moment(
                  record.sequence(),
                  Session.versionOf(after.entries()),
                  record.at(),
                  CLOCK.format(at),
                  typed(record),
                  mine(retold.fresh(record)),
                  refused(record),
                  replica));
    }

    private List<String> typed(JournalRecord record) {
      return record.inputs().stream()
          .filter(Input.Command.class::isInstance)
          .map(Input.Command.class::cast)
          .filter(command -> isSeenBy(command.player()))
          .map(Input.Command::text)
          .toList();
    }

    private List<String> refused(JournalRecord record) {
      return mine(record.answered()).stream()
          .filter(ServerMessage.Refused.class::isInstance)
          .map(message -> ((ServerMessage.Refused) message).text())
          .toList();
    }

    private <M extends ServerMessage> List<M> mine(List<Said<M>> said) {
      return said.stream().filter(one -> isSeenBy(one.to())).map(Said::message).toList();
    }

    @Override
    public void view(String viewer, Block.Delta delta) throws ExportException {
      if (isSeenBy(new PlayerId(viewer))) {
        replica = (delta.from() == 0 ? ClientState.EMPTY : replica).apply(delta).state();
        changed = true;
        if (replica.asked()) {
          throw new ExportException("a view of " + viewer + " does not fit to the one before");
        }
      }
    }

    /** Keeps the last record's moment, if the player saw anything of it. */
    void close() {
      pending
          .filter(
              moment ->
                  changed
                      || !moment.typed().isEmpty()
                      || !moment.read().isEmpty()
                      || !moment.refused().isEmpty())
          .ifPresent(moment -> moments.add(moment.with(replica)));
      changed = false;
    }
  }
}

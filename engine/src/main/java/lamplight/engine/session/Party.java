package lamplight.engine.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamplight.engine.model.PlayerId;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.wire.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a session, in the order in which they were taken. The first one is the host's.
 *
 * <p>In a crowd most inputs concern one seat. So a seat is touched by whoever may change something
 * of it, and after the input only those are looked into that were: seats are changed only if they
 * were found by {@link #at}, {@link #of} or {@link #everybody}.
 */
final class Party {

  private final Map<PlayerId, Seat> seats = new LinkedHashMap<>();
  private final Map<LinkId, Seat> links = new HashMap<>();

  /** Of those who are here, in the order of their seats. */
  private List<Connection> connections = List.of();

  /** The seats to which something may have happened in this turn. */
  private final Set<Seat> touched = new LinkedHashSet<>();

  /** Those of the turns before, since the journal was given the last record. */
  private final Set<Seat> unrecorded = new LinkedHashSet<>();

  /** The version that all connections were flushed at. */
  private long flushed;

  /** When all are to be flushed again, if nothing happens before. */
  private long wake = Long.MAX_VALUE;

  /** To look at. */
  Collection<Seat> seats() {
    return Collections.unmodifiableCollection(seats.values());
  }

  /** All seats, to be changed. */
  Collection<Seat> everybody() {
    touched.addAll(seats.values());
    return seats();
  }

  /** The seats that may have been changed since {@link #recorded}, also those that are gone. */
  Collection<Seat> unrecorded() {
    turned();
    return unrecorded;
  }

  /** The turn is over, and the journal has to wait. */
  void turned() {
    unrecorded.addAll(touched);
    touched.clear();
  }

  /** The journal has the seats as they are. */
  void recorded() {
    touched.clear();
    unrecorded.clear();
  }

  /** Whether somebody was told so much in this turn that the journal must not wait. */
  boolean hasMuchFreshText() {
    for (Seat seat : touched) {
      if (seat.text.isMuchFresh()) {
        return true;
      }
    }
    return false;
  }

  boolean has(Seat seat) {
    return seats.get(seat.player) == seat;
  }

  List<Connection> connections() {
    return connections;
  }

  private void listConnections() {
    connections = seats.values().stream().flatMap(seat -> seat.connection().stream()).toList();
    wake = Long.MIN_VALUE;
  }

  /**
   * Sends what there is: to those of touched seats, and to all if they may see something new, or
   * the time of one of them has come.
   *
   * @param version of what can be seen
   */
  void flush(long version, long now, List<Output> out) {
    if (version != flushed || wake <= now) {
      flushed = version;
      wake = Long.MAX_VALUE;
      connections.forEach(connection -> flush(connection, now, out));
    } else {
      for (Seat seat : touched) {
        Optional<Connection> connection = seat.connection();
        if (connection.isPresent()) {
          flush(connection.get(), now, out);
        }
      }
    }
  }

  private void flush(Connection connection, long now, List<Output> out) {
    connection.flush(now, out);
    wake = Math.min(wake, connection.nextWake());
  }

  /** When {@link #flush} is worth asking again, if nothing happens before. */
  long nextWake() {
    return wake;
  }

  /** The place of the next seat in the order of all. */
  int nextOrder() {
    return seats.values().stream().mapToInt(seat -> seat.order).max().orElse(-1) + 1;
  }

  /** What players were told since the last time. */
  List<Said<ServerMessage.Text>> freshText() {
    return said(unrecorded(), seat -> seat.text.takeFresh());
  }

  /** What numbered commands were answered since the last time. */
  List<Said<ServerMessage>> freshAnswers() {
    return said(unrecorded(), seat -> seat.answers.takeFresh());
  }

  List<Said<ServerMessage.Text>> keptText() {
    return said(seats.values(), seat -> seat.text.all());
  }

  List<Said<ServerMessage>> keptAnswers() {
    return said(seats.values(), seat -> seat.answers.all());
  }

  private static <M extends ServerMessage> List<Said<M>> said(
      Collection<Seat> to, Function<Seat, List<M>> messages) {
    List<Said<M>> said = new ArrayList<>();
    for (Seat seat : to) {
      for (M message : messages.apply(seat)) {
        said.add(new Said<>(seat.player, message));
      }
    }
    return said;
  }

  void add(Seat seat) {
    seats.put(seat.player, seat);
    touched.add(seat);
  }

  void remove(Seat seat) {
    disconnect(seat);
    seats.remove(seat.player);
  }

  Connection connect(Seat seat, Link link, long read, long now) {
    touched.add(seat);
    links.put(link.id(), seat);
    Connection connection = seat.connect(link, read, now);
    listConnections();
    return connection;
  }

  void disconnect(Seat seat) {
    touched.add(seat);
    seat.connection().ifPresent(connection -> links.remove(connection.link().id()));
    seat.disconnect();
    listConnections();
  }

  /** A player's seat, to be changed. */
  Optional<Seat> of(PlayerId player) {
    return touched(seats.get(player));
  }

  /** The seat of a connection, to be changed. */
  Optional<Seat> at(LinkId link) {
    return touched(links.get(link));
  }

  private Optional<Seat> touched(@Nullable Seat seat) {
    if (seat != null) {
      touched.add(seat);
    }
    return Optional.ofNullable(seat);
  }

  Optional<Seat> named(PlayerName name) {
    return seats.values().stream().filter(seat -> seat.name.key().equals(name.key())).findFirst();
  }

  /** The seat that a token or rejoin words open. */
  Optional<Seat> openedBy(String secret) {
    return seats.values().stream()
        .filter(seat -> seat.tokens.accepts(secret) || Secrets.same(seat.rejoinWords, secret))
        .findFirst();
  }

  Optional<Seat> host() {
    return seats.values().stream().findFirst();
  }

  boolean anybodyHere() {
    return !links.isEmpty();
  }

  Set<String> rejoinWords() {
    return seats.values().stream().map(seat -> seat.rejoinWords).collect(Collectors.toSet());
  }
}

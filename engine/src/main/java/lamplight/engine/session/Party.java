package lamplight.engine.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamplight.engine.model.PlayerId;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.wire.ServerMessage;

/** The seats of a session, in the order in which they were taken. The first one is the host's. */
final class Party {

  private final Map<PlayerId, Seat> seats = new LinkedHashMap<>();
  private final Map<LinkId, Seat> links = new HashMap<>();

  /** Of those who are here, in the order of their seats; asked for after every input. */
  private List<Connection> connections = List.of();

  Collection<Seat> seats() {
    return Collections.unmodifiableCollection(seats.values());
  }

  List<Connection> connections() {
    return connections;
  }

  private void listConnections() {
    connections = seats.values().stream().flatMap(seat -> seat.connection().stream()).toList();
  }

  /** The place of the next seat in the order of all. */
  int nextOrder() {
    return seats.values().stream().mapToInt(seat -> seat.order).max().orElse(-1) + 1;
  }

  /** What players were told since the last time. */
  List<Said<ServerMessage.Text>> freshText() {
    return said(seat -> seat.text.takeFresh());
  }

  /** What numbered commands were answered since the last time. */
  List<Said<ServerMessage>> freshAnswers() {
    return said(seat -> seat.answers.takeFresh());
  }

  List<Said<ServerMessage.Text>> keptText() {
    return said(seat -> seat.text.all());
  }

  List<Said<ServerMessage>> keptAnswers() {
    return said(seat -> seat.answers.all());
  }

  private <M extends ServerMessage> List<Said<M>> said(Function<Seat, List<M>> messages) {
    List<Said<M>> said = new ArrayList<>();
    for (Seat seat : seats.values()) {
      List<M> of = messages.apply(seat);
      if (!of.isEmpty()) { // for most of a crowd it is, after every input
        of.forEach(message -> said.add(new Said<>(seat.player, message)));
      }
    }
    return said;
  }

  void add(Seat seat) {
    seats.put(seat.player, seat);
  }

  void remove(Seat seat) {
    disconnect(seat);
    seats.remove(seat.player);
  }

  Connection connect(Seat seat, Link link, long read, long now) {
    links.put(link.id(), seat);
    Connection connection = seat.connect(link, read, now);
    listConnections();
    return connection;
  }

  void disconnect(Seat seat) {
    seat.connection().ifPresent(connection -> links.remove(connection.link().id()));
    seat.disconnect();
    listConnections();
  }

  Optional<Seat> of(PlayerId player) {
    return Optional.ofNullable(seats.get(player));
  }

  Optional<Seat> at(LinkId link) {
    return Optional.ofNullable(links.get(link));
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

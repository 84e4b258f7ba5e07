package lamplight.server.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.Known;

/** Players who sit at one table. */
final class LoadGame {
  private final List<LoadPlayer> players = new ArrayList<>();
  private final LongConsumer delays;
  private Optional<String> session = Optional.empty();

  /**
   * @param delays hears how long a command took until another player's replica showed it
   */
  LoadGame(LongConsumer delays) {
    this.delays = delays;
  }

  List<LoadPlayer> players() {
    return players;
  }

  boolean isFirst(LoadPlayer player) {
    return players.get(0) == player;
  }

  Optional<String> session() {
    return session;
  }

  void opened(String code) {
    session = Optional.of(code);
  }

  /** A player's command, said at {@code since}, is carried out and in the player's replica. */
  void proved(LoadPlayer by, long since) {
    Optional<ClientState> proof = by.replica();
    if (proof.isPresent()) {
      String room = room(by);
      for (LoadPlayer other : players) {
        if (other != by && room(other).equals(room)) {
          other.progress().delay(proof.get().version(), since).ifPresent(this::took);
        }
      }
    }
  }

  void reached(LoadPlayer player, long at) {
    player
        .replica()
        .ifPresent(state -> player.progress().reached(state.version(), at).forEach(this::took));
  }

  /** What others had before it was said was nothing new. */
  private void took(long nanos) {
    if (nanos > 0) {
      delays.accept(nanos);
    }
  }

  private static String room(LoadPlayer player) {
    return player
        .replica()
        .flatMap(state -> state.player(player.id()))
        .map(Known.Player::room)
        .orElse("");
  }

  /** Whether all replicas are of one version, and no two say different things of one entry. */
  boolean agrees() {
    Set<Long> versions = new HashSet<>();
    Map<Key, Entry> all = new HashMap<>();
    for (LoadPlayer player : players) {
      if (player.replica().isPresent()) {
        ClientState state = player.replica().get();
        versions.add(state.version());
        for (Entry entry : state.entries()) {
          Entry known = all.putIfAbsent(entry.key(), entry);
          if (known != null && !known.equals(entry)) {
            return false;
          }
        }
      }
    }
    return versions.size() <= 1;
  }
}

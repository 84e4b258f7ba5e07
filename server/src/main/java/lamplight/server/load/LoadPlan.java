package lamplight.server.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.wire.Capability;

/**
 * What is to be tried.
 *
 * @param server where
 * @param form empty: by telnet; else by the sync protocol, with these capabilities
 * @param world empty: the first that the server has
 * @param players how many, at least 1
 * @param perGame how many of them play together; empty: as many as the world lets
 * @param commands what they say, one after another, at least one
 * @param rate commands a second of each player; 0: the next as soon as one is answered
 * @param warmUp how long they play before anything is measured
 * @param time how long they are measured
 * @param loginsAtOnce how many come in at a time
 */
public record LoadPlan(
    InetSocketAddress server,
    Optional<Set<Capability>> form,
    Optional<String> world,
    int players,
    Optional<Integer> perGame,
    List<String> commands,
    double rate,
    Duration warmUp,
    Duration time,
    int loginsAtOnce) {

  public LoadPlan {
    form = form.map(Set::copyOf);
    commands = List.copyOf(commands);
  }

  /** Time between two commands of one player. */
  long periodNanos() {
    return rate == 0 ? 0 : Math.round(1e9 / rate);
  }

  /** How a player speaks. */
  Talk talk(Talk.Heard heard) {
    return form.<Talk>map(capabilities -> new SyncTalk(heard, capabilities))
        .orElseGet(() -> new TelnetTalk(heard));
  }
}

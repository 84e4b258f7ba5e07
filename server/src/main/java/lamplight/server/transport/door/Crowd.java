package lamplight.server.transport.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in: so many connections of all, and so many of one {@link Origin}, so that no household
 * keeps others out. This machine's own are not counted by origin, since proxies come from it. In
 * any thread.
 */
public final class Crowd {
  /** Connections at once, of all ports. */
  public static final int MOST = 10_000;

  /** Connections at once from one origin: a classroom behind one address. */
  public static final int MOST_OF_ONE = 100;

  private final int most;
  private final int mostOfOne;
  private final Map<Origin, Integer> counts = new HashMap<>();
  private int all;

  public Crowd(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** Lets one in, which then has to {@link #leave}; or says why not. */
  public synchronized Optional<String> enter(Origin origin) {
    if (all >= most) {
      return Optional.of("This server is full; please try again later.");
    }
    if (of(origin) >= mostOfOne && !origin.network().isLoopbackAddress()) {
      return Optional.of("There are too many connections from your address.");
    }
    all++;
    counts.merge(origin, 1, Integer::sum);
    return Optional.empty();
  }

  /** One that was let in has gone. */
  public synchronized void leave(Origin origin) {
    all--;
    counts.computeIfPresent(origin, (key, count) -> count == 1 ? null : count - 1);
  }

  /** How many of an origin are in. */
  synchronized int of(Origin origin) {
    return counts.getOrDefault(origin, 0);
  }
}

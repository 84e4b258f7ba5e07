package lamplight.server.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.dial.Dialer;
import org.HdrHistogram.Histogram;

/**
 * One trial of a server: players come in, play, are measured, and leave.
 *
 * <p>Everything but {@link #go} runs in the dialer's thread; {@code go} waits in the caller's for
 * one phase after another: scout, log in, warm up, measure, come to rest, leave.
 */
public final class LoadRun implements AutoCloseable {
  /** How long all logins together may take for each player. */
  private static final long LOGIN_MILLIS = 1_000;

  /** The least time that all logins get. */
  private static final long LOGINS_MILLIS = 15_000;

  /** How long the last answers and blocks may take. */
  private static final long REST_MILLIS = 10_000;

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final LoadPlan plan;
  private final Consumer<String> news;
  private final Dialer dialer = new Dialer();
  private final List<LoadGame> games = new ArrayList<>();
  private final Deque<LoadPlayer> toLogIn = new ArrayDeque<>();
  private final CompletableFuture<Boolean> loggedIn = new CompletableFuture<>();
  private final Counts counts = new Counts();
  private String world = "";
  private int comingIn;
  private int seated;
  private boolean measuring;

  /** What was counted while it was measured. */
  static final class Counts {
    final Histogram roundTrips = LoadReport.histogram();
    final Histogram logins = LoadReport.histogram();
    final Histogram delays = LoadReport.histogram();
    long refused;
    long changes;
    long lines;
    long bytes;
    long resyncs;
    int lost;
  }

  /**
   * @param news hears how far it is, in lines for a person
   */
  public LoadRun(LoadPlan plan, Consumer<String> news) {
    this.plan = plan;
    this.news = news;
  }

  LoadPlan plan() {
    return plan;
  }

  Dialer dialer() {
    return dialer;
  }

  /**
   * Does all of it.
   *
   * @param meter reads what the server takes, if it can be read
   * @throws RefusedException if the server cannot be reached, or does not let all players in
   */
  public LoadReport go(Optional<ServerReading.Meter> meter)
      throws RefusedException, InterruptedException {
    Talk.Offer offer = choose(await(scout(), LOGINS_MILLIS));
    world = offer.world();
    int perGame = plan.perGame().orElse(offer.players());
    long began = System.nanoTime();
    inLoop(() -> seatAll(perGame));
    await(loggedIn, Math.max(LOGINS_MILLIS, plan.players() * LOGIN_MILLIS));
    news.accept(
        "%d players of %s came in within %.1f s, games: %d"
            .formatted(plan.players(), world, (System.nanoTime() - began) / 1e9, games.size()));
    String session = games.get(0).session().orElse("");
    inLoop(() -> forAll(player -> player.play(System.nanoTime())));
    rest(plan.warmUp());
    Optional<ServerReading> before = read(meter, session);
    inLoop(() -> measure(true));
    long start = System.nanoTime();
    rest(plan.time());
    inLoop(() -> measure(false));
    long nanos = System.nanoTime() - start;
    Optional<ServerReading> after = read(meter, session);
    inLoop(() -> forAll(LoadPlayer::stop));
    boolean agree = await(comeToRest(), 2 * REST_MILLIS);
    LoadReport report =
        new LoadReport(
            plan,
            world,
            games.size(),
            nanos,
            counts,
            agree,
            before,
            after,
            after.isPresent() && meter.isPresent() ? meter.get().held() : OptionalLong.empty());
    inLoop(() -> forAll(LoadPlayer::leave));
    return report;
  }

  /** The games that were made, to be deleted by who can. */
  public List<String> sessions() {
    return games.stream().flatMap(game -> game.session().stream()).toList();
  }

  @Override
  public void close() {
    dialer.close();
  }

  // ---- in the caller's thread ----

  private static void rest(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  private CompletableFuture<List<Talk.Offer>> scout() {
    CompletableFuture<List<Talk.Offer>> offers = new CompletableFuture<>();
    dialer.dial(plan.server(), new Scout(plan, offers));
    return offers;
  }

  private Talk.Offer choose(List<Talk.Offer> offers) throws RefusedException {
    return offers.stream()
        .filter(offer -> plan.world().isEmpty() || plan.world().get().equals(offer.world()))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    "there is no world \"%s\" at %s; there is %s"
                        .formatted(
                            plan.world().orElse(""),
                            plan.server(),
                            String.join(", ", offers.stream().map(Talk.Offer::world).toList()))));
  }

  private Optional<ServerReading> read(Optional<ServerReading.Meter> meter, String session) {
    try {
      return meter.isPresent() ? Optional.of(meter.get().read(session)) : Optional.empty();
    } catch (ServerReading.MeterException e) {
      news.accept("what the server takes is not known: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void inLoop(Runnable action) throws RefusedException, InterruptedException {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    dialer.later(
        0,
        () -> {
          action.run();
          done.complete(true);
        });
    await(done, REST_MILLIS);
  }

  private static <T> T await(CompletableFuture<T> future, long millis)
      throws RefusedException, InterruptedException {
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new RefusedException(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
    } catch (TimeoutException e) {
      throw new RefusedException("the server has not answered for " + millis / 1000 + " seconds");
    }
  }

  // ---- in the dialer's thread ----

  private void seatAll(int perGame) {
    long period = plan.periodNanos();
    for (int i = 0; i < plan.players(); i++) {
      if (i % perGame == 0) {
        games.add(new LoadGame(this::delayed));
      }
      LoadGame game = games.get(games.size() - 1);
      long offset = period * i / plan.players();
      LoadPlayer player = new LoadPlayer(this, game, plan, name(i), i, offset);
      game.players().add(player);
      if (i % perGame == 0) {
        toLogIn.add(player);
      }
    }
    logIn();
  }

  /** {@code Pab}: a name of letters, since not every world takes others. */
  private static String name(int number) {
    StringBuilder name = new StringBuilder("P");
    for (int rest = number + 26; rest > 0; rest /= 26) {
      name.append((char) ('a' + rest % 26));
    }
    return name.toString();
  }

  private void logIn() {
    while (comingIn < plan.loginsAtOnce() && !toLogIn.isEmpty()) {
      comingIn++;
      toLogIn.remove().logIn(System.nanoTime());
    }
  }

  private void forAll(Consumer<LoadPlayer> what) {
    games.forEach(game -> game.players().forEach(what));
  }

  private void measure(boolean on) {
    measuring = on;
  }

  void create(Talk talk) {
    talk.create(world);
  }

  void seated(LoadPlayer player, String session, long nanos) {
    LoadReport.record(counts.logins, nanos);
    LoadGame game = player.game();
    if (game.session().isEmpty()) {
      game.opened(session);
      game.players().stream().filter(other -> other != player).forEach(toLogIn::add);
    }
    comingIn--;
    seated++;
    if (seated == plan.players()) {
      loggedIn.complete(true);
    }
    logIn();
  }

  void lost(LoadPlayer player, String why) {
    if (!loggedIn.isDone()) {
      loggedIn.completeExceptionally(new RefusedException(why));
    } else if (++counts.lost == 1) {
      news.accept("a player was lost, " + why);
    }
  }

  void answered(long nanos, boolean done) {
    if (measuring) {
      LoadReport.record(counts.roundTrips, nanos);
      counts.refused += done ? 0 : 1;
    }
  }

  void told(int lines) {
    counts.lines += measuring ? lines : 0;
  }

  void received(int bytes) {
    counts.bytes += measuring ? bytes : 0;
  }

  /** Changes of a game's state, as its first player is told of them. */
  void changed(int changes) {
    counts.changes += measuring ? changes : 0;
  }

  void resynced() {
    counts.resyncs++;
  }

  private void delayed(long nanos) {
    if (measuring) {
      LoadReport.record(counts.delays, nanos);
    }
  }

  /** Waits until nobody waits for an answer and all replicas agree, or for long enough. */
  private CompletableFuture<Boolean> comeToRest() {
    CompletableFuture<Boolean> agree = new CompletableFuture<>();
    dialer.later(LOOK_NANOS, () -> look(agree, System.nanoTime()));
    return agree;
  }

  private void look(CompletableFuture<Boolean> agree, long since) {
    boolean asking =
        games.stream().anyMatch(game -> game.players().stream().anyMatch(LoadPlayer::isAsking));
    boolean same = !asking && games.stream().allMatch(LoadGame::agrees);
    if (same || System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(REST_MILLIS)) {
      agree.complete(same);
    } else {
      dialer.later(LOOK_NANOS, () -> look(agree, since));
    }
  }
}

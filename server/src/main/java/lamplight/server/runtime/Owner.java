package lamplight.server.runtime;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import lamplight.engine.session.Output;

/**
 * A {@link Keeper} with the one executor that may touch it and the timer that wakes it: one owner
 * for each session and one for the lobby. Every use of the keeper is a task here, and what it puts
 * out is carried out in that task.
 */
final class Owner<K extends Keeper> {
  private final K keeper;
  private final SerialExecutor executor;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private final Consumer<List<Output>> outputs;
  private final Traffic traffic = new Traffic();

  /**
   * When the earliest wake-up is due that the timer knows of; touched by the executor's tasks only.
   */
  private long wakeAt = Long.MAX_VALUE;

  Owner(
      K keeper,
      SerialExecutor executor,
      ScheduledExecutorService timer,
      Clock clock,
      Consumer<List<Output>> outputs) {
    this.keeper = keeper;
    this.executor = executor;
    this.timer = timer;
    this.clock = clock;
    this.outputs = outputs;
  }

  /** Of all connections, while they are this owner's. */
  Traffic traffic() {
    return traffic;
  }

  /** Does something in its turn. */
  void execute(Runnable task) {
    executor.execute(task);
  }

  /** The same, on the thread that brings it if that can be. */
  void execute(Runnable task, Executor here) {
    executor.execute(task, here);
  }

  /** Does something in its turn that may take long, when nothing else waits. */
  void executeAside(Runnable task) {
    executor.executeAside(task);
  }

  /** The same on threads of its own. */
  void executeAside(Runnable task, Executor there) {
    executor.executeAside(task, there);
  }

  /** Uses the keeper in its turn. */
  void use(BiFunction<K, Long, List<Output>> use) {
    executor.execute(() -> now(use, outputs));
  }

  /** The same for what may take long. */
  void useAside(BiFunction<K, Long, List<Output>> use) {
    executor.executeAside(() -> now(use, outputs));
  }

  /**
   * Uses the keeper now; only from a task of this owner.
   *
   * @param carryOut what to do with what comes of it, when the keeper lets it go
   */
  void now(BiFunction<K, Long, List<Output>> use, Consumer<List<Output>> carryOut) {
    now(use, carryOut, () -> {});
  }

  /**
   * The same for whoever wants to know if it came to nothing.
   *
   * @param lost what to do in place of {@code carryOut} if it could not be saved, or threw
   */
  void now(BiFunction<K, Long, List<Output>> use, Consumer<List<Output>> carryOut, Runnable lost) {
    try {
      long now = clock.millis();
      List<Output> done = done(use, now, lost);
      keeper.post(done, now, () -> carryOut.accept(done), lost);
    } finally {
      sleep();
    }
  }

  private List<Output> done(BiFunction<K, Long, List<Output>> use, long now, Runnable lost) {
    try {
      return use.apply(keeper, now);
    } catch (RuntimeException | Error e) {
      lost.run();
      throw e;
    }
  }

  private void sleep() {
    long next = keeper.nextWake();
    if (next < wakeAt) {
      wakeAt = next;
      var unused =
          timer.schedule(
              () -> executor.execute(() -> wake(next)),
              clock.nanosUntil(next),
              TimeUnit.NANOSECONDS);
    }
  }

  private void wake(long due) {
    if (wakeAt == due) {
      wakeAt = Long.MAX_VALUE;
    }
    boolean early = clock.millis() < keeper.nextWake();
    now((k, time) -> early ? List.of() : k.tick(time), outputs);
  }
}

package lamplight.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "aside"));
  private final List<String> failures = new ArrayList<>();
  private final SerialExecutor serial = serial();

  private SerialExecutor serial() {
    return serial(Long.MAX_VALUE);
  }

  private SerialExecutor serial(long briefNanos) {
    return new SerialExecutor(
        threads, aside, briefNanos, e -> failures.add(String.valueOf(e.getMessage())));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    aside.shutdownNow();
  }

  @Test
  void tasksRunOneAfterAnotherInTheirOrder() throws InterruptedException {
    List<Integer> ran = new ArrayList<>(); // unguarded: the executor is the guard
    for (int i = 0; i < 10_000; i++) {
      int number = i;
      serial.execute(() -> ran.add(number));
    }
    settle();
    assertThat(ran).hasSize(10_000).isSorted();
  }

  @Test
  void aTaskThatThrowsIsReportedAndTheNextOneRuns() throws InterruptedException {
    serial.execute(
        () -> {
          throw new IllegalStateException("broken");
        });
    settle();
    assertThat(failures).containsExactly("broken");
  }

  @Test
  void anErrorInATaskIsReportedAndTheNextOneRuns() throws InterruptedException {
    serial.execute(
        () -> {
          throw new StackOverflowError("endless");
        });
    settle();
    assertThat(failures).containsExactly("endless");
  }

  /** Something is run between being put into its queue and being counted, now and then. */
  @Test
  void nothingIsLostThatManyBringAtOnce() throws InterruptedException {
    int rounds = 50_000;
    CountDownLatch ran = new CountDownLatch(3 * rounds);
    Runnable brought = ran::countDown;
    List<Thread> bringers =
        List.of(
            new Thread(() -> repeat(rounds, () -> serial.execute(brought))),
            new Thread(() -> repeat(rounds, () -> serial.execute(brought, Runnable::run))),
            new Thread(() -> repeat(rounds, () -> serial.executeAside(brought))));
    bringers.forEach(Thread::start);
    for (Thread bringer : bringers) {
      bringer.join();
    }
    await(ran);
    assertThat(failures).isEmpty();
  }

  private static void repeat(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }

  @Test
  void whatTakesLongIsDoneAsideAndBehindWhatWaits() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    List<String> ran = new ArrayList<>();
    serial.execute(() -> await(held));
    serial.executeAside(() -> ran.add(Thread.currentThread().getName()));
    serial.executeAside(() -> ran.add("another"));
    serial.execute(() -> ran.add("waits"));
    held.countDown();
    settleAside();
    assertThat(ran).containsExactly("waits", "aside", "another");
  }

  @Test
  void whatTakesLongHoldsUpNoOtherExecutor() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    serial.executeAside(() -> await(held));
    CountDownLatch others = new CountDownLatch(1);
    for (int i = 0; i < 10; i++) { // more than there are threads
      serial().execute(others::countDown);
    }
    await(others);
    held.countDown();
    settleAside();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatTakesLongHasItsTurnWhereOthersAlwaysWait() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    serial.execute(new Forever(done));
    serial.executeAside(done::countDown);
    await(done);
    settle();
    assertThat(failures).isEmpty();
  }

  /** Asks for another turn in each of its turns. */
  private final class Forever implements Runnable {
    private final CountDownLatch end;

    Forever(CountDownLatch end) {
      this.end = end;
    }

    @Override
    public void run() {
      if (end.getCount() > 0) {
        serial.execute(this);
      }
    }
  }

  @Test
  void whoeverBringsATaskRunsIt() {
    List<Thread> ran = new ArrayList<>();
    Runnable task = () -> ran.add(Thread.currentThread());
    serial.execute(task, Runnable::run);
    serial.execute(task); // where the last one came from
    assertThat(ran).hasSize(2).containsOnly(Thread.currentThread());
  }

  @Test
  void aThreadThatHasEndedIsPassedOver() throws InterruptedException {
    ExecutorService ended = Executors.newSingleThreadExecutor();
    ended.shutdown();
    List<String> ran = new ArrayList<>();
    serial.execute(() -> ran.add("all the same"), ended);
    settle();
    assertThat(ran).containsExactly("all the same");
  }

  @Test
  void longTasksDoNotHoldUpWhoeverBringsThem() throws InterruptedException {
    SerialExecutor slow = serial(0);
    List<Thread> ran = new ArrayList<>();
    CountDownLatch second = new CountDownLatch(1);
    slow.execute(() -> ran.add(Thread.currentThread()), Runnable::run);
    slow.execute(
        () -> {
          ran.add(Thread.currentThread());
          second.countDown();
        },
        Runnable::run);
    await(second);
    assertThat(ran).hasSize(2).startsWith(Thread.currentThread()).doesNotHaveDuplicates();
  }

  @Test
  void whatWaitsBehindALongTaskIsRunElsewhere() throws InterruptedException {
    SerialExecutor slow = serial(0);
    List<Thread> ran = new ArrayList<>();
    CountDownLatch second = new CountDownLatch(1);
    slow.execute(
        () -> {
          slow.execute(
              () -> {
                ran.add(Thread.currentThread());
                second.countDown();
              },
              Runnable::run);
          ran.add(Thread.currentThread());
        },
        Runnable::run);
    await(second);
    assertThat(ran).hasSize(2).startsWith(Thread.currentThread()).doesNotHaveDuplicates();
  }

  private void settleAside() {
    CountDownLatch last = new CountDownLatch(1);
    serial.executeAside(last::countDown);
    await(last);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void settle() throws InterruptedException {
    CountDownLatch last = new CountDownLatch(1);
    serial.execute(last::countDown);
    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
  }
}

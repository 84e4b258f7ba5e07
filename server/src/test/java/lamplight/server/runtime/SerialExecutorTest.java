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
  private final List<String> failures = new ArrayList<>();
  private final SerialExecutor serial =
      new SerialExecutor(threads, e -> failures.add(String.valueOf(e.getMessage())));

  @AfterEach
  void stop() {
    threads.shutdownNow();
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

  private void settle() throws InterruptedException {
    CountDownLatch last = new CountDownLatch(1);
    serial.execute(last::countDown);
    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
  }
}

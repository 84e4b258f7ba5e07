package lamplight.tui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({
    "0, 250, 500",
    "1, 500, 1000",
    "2, 1000, 2000",
    "3, 2000, 4000",
    "4, 2500, 5000",
    "9, 2500, 5000",
    "1000000, 2500, 5000"
  })
  void theWaitDoublesUpToTheLongest(int failures, long least, long most) {
    Backoff backoff = new Backoff(failures);
    Random random = new Random(1);
    Set<Long> waits = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      waits.add(backoff.wait(random));
    }
    assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(least, most));
    assertThat(waits).as("not all clients come back at once").hasSizeGreaterThan(50);
  }

  @Test
  void everyFailureCounts() {
    assertThat(Backoff.NONE.failed().failed()).isEqualTo(new Backoff(2));
  }
}

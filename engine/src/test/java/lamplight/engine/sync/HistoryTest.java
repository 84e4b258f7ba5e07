package lamplight.engine.sync;

import static lamplight.engine.sync.EntrySetTest.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistoryTest {

  private final History history = new History(5, set("FLAG:a:5"));

  @Test
  void betweenTwoChangesTheViewIsTheEarlierOne() {
    history.add(6, set("FLAG:a:5"));
    history.add(9, set("FLAG:a:9"));

    assertThat(history.at(4)).isEmpty();
    assertThat(history.at(8)).contains(set("FLAG:a:5"));
    assertThat(history.at(9)).contains(set("FLAG:a:9"));
    assertThat(history.at(10)).isEmpty();
  }

  @Test
  void atLeastAHundredVersionsAreKept() {
    for (int version = 6; version <= 500; version++) {
      history.add(version, set("FLAG:a:" + version));
    }
    assertThat(history.at(400)).contains(set("FLAG:a:400"));
    assertThat(history.at(500 - History.VERSIONS)).isEmpty();
  }

  @Test
  void aReplicaHoldsAVersionOnlyWithItsHash() {
    history.add(6, set("FLAG:a:6"));

    assertThat(history.heldBy(new Position(5, set("FLAG:a:5").hash()))).isPresent();
    assertThat(history.heldBy(new Position(5, set("FLAG:a:6").hash()))).isEmpty();
  }

  @Test
  void versionsOnlyGrow() {
    assertThatThrownBy(() -> history.add(5, EntrySet.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

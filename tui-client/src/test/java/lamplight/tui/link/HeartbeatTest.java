package lamplight.tui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lamplight.engine.wire.ClientMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatTest {
  private static final long OPENED = 1_000;

  private final Heartbeat heartbeat = new Heartbeat();

  HeartbeatTest() {
    heartbeat.opened(OPENED);
  }

  @Test
  void aServerIsAskedAtOnceAndThenNowAndThen() {
    assertThat(heartbeat.ping(OPENED)).isEmpty();
    assertThat(heartbeat.ping(OPENED + 1)).isEqualTo(Optional.of(new ClientMessage.Ping("1001")));
    assertThat(heartbeat.ping(OPENED + 2)).isEmpty();
    assertThat(heartbeat.pingAt()).isEqualTo(OPENED + 1 + Heartbeat.PING_EVERY);
    assertThat(heartbeat.ping(heartbeat.pingAt())).isPresent();
  }

  @Test
  void anyByteMovesTheEndOfSilence() {
    assertThat(heartbeat.silenceEnds()).isEqualTo(OPENED + Heartbeat.SILENCE);
    heartbeat.heard(OPENED + 7);
    assertThat(heartbeat.silenceEnds()).isEqualTo(OPENED + 7 + Heartbeat.SILENCE);
    assertThat(heartbeat.greetingEnds()).isEqualTo(OPENED + Heartbeat.GREETING);
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 1010, 9, false",
    "1001, 1001, 0, false",
    "9999, 1010, 0, false",
    "10990, 11000, 10, true",
    "who knows, 11000, -1, false",
    "'', 11000, -1, false"
  })
  void anAnswerTellsTheDelayAndALateOneThatTheLineHolds(
      String nonce, long now, int delay, boolean holds) {
    assertThat(heartbeat.pong(nonce, now)).isEqualTo(holds);
    assertThat(heartbeat.delay()).isEqualTo(delay);
  }

  @Test
  void theDelayOfALostLineIsUnknown() {
    heartbeat.pong("1001", 1010);
    heartbeat.lost();
    assertThat(heartbeat.delay()).isEqualTo(-1);
  }
}

package lamplight.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.wire.Capability;
import lamplight.server.Host;
import lamplight.server.runtime.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The load tool against a server in this process, over real sockets. */
class LoadTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "load");
  private static final String PEBBLES = " round pebble {n} and flat pebble {n}";

  private Host host;

  @BeforeEach
  void open() throws Exception {
    host = new Host(WORLDS, false);
  }

  @AfterEach
  void close() {
    host.close();
    assertThat(host.reports()).isEmpty();
  }

  static Stream<Set<Capability>> forms() {
    return Stream.of(Set.of(), Set.of(Capability.BINARY, Capability.DEFLATE, Capability.QUIET));
  }

  /**
   * The seed's load test in its short form: eight clients, a hundred changes a second asked for.
   * The long form is in OPERATIONS.md.
   */
  @ParameterizedTest
  @MethodSource("forms")
  void eightReplicasAgreeWhileMuchHappens(Set<Capability> form) throws Exception {
    Map<String, Object> facts =
        run(plan(Optional.of(form), 8, 6.25, "take" + PEBBLES, "drop" + PEBBLES));
    assertThat(facts)
        .containsEntry("players", 8)
        .containsEntry("games", 1)
        .containsEntry("replicas_agree", true)
        .containsEntry("resyncs", 0L)
        .containsEntry("lost", 0)
        .containsKeys("delay_to_others_p50_ms", "delay_to_others_p99_ms", "round_trip_p99_ms")
        .doesNotContainKey("server_cpu_s");
    assertThat((Double) facts.get("changes_per_second")).isPositive();
  }

  @Test
  void telnetPlayersAreAnswered() throws Exception {
    Map<String, Object> facts = run(plan(Optional.empty(), 3, 0, "look", "say Hello."));
    assertThat(facts).containsEntry("players", 3).containsEntry("lost", 0);
    assertThat((Long) facts.get("commands")).isPositive();
    assertThat((Long) facts.get("lines")).isPositive();
  }

  @Test
  void gamesAreFilledOneAfterAnother() throws Exception {
    LoadPlan all = plan(Optional.of(Set.of()), 5, 1, "look");
    LoadPlan pairs =
        new LoadPlan(
            all.server(),
            all.form(),
            Optional.of("square"),
            5,
            Optional.of(2),
            all.commands(),
            1,
            Duration.ZERO,
            Duration.ofMillis(100),
            1);
    assertThat(run(pairs)).containsEntry("games", 3).containsEntry("world", "square");
  }

  @Test
  void aWorldThatIsNotThereIsNamed() {
    LoadPlan plan = plan(Optional.empty(), 1, 1, "look");
    LoadPlan moon =
        new LoadPlan(
            plan.server(),
            plan.form(),
            Optional.of("moon"),
            1,
            Optional.empty(),
            plan.commands(),
            1,
            Duration.ZERO,
            Duration.ZERO,
            1);
    assertThatThrownBy(() -> run(moon))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("there is no world \"moon\"")
        .hasMessageContaining("there is square");
  }

  @Test
  void aPlayerWhoIsNotLetInEndsTheTrial() {
    LoadPlan plan = plan(Optional.of(Set.of()), 130, 1, "look");
    LoadPlan tooMany =
        new LoadPlan(
            plan.server(),
            plan.form(),
            plan.world(),
            130,
            Optional.of(130),
            plan.commands(),
            1,
            Duration.ZERO,
            Duration.ZERO,
            130);
    assertThatThrownBy(() -> run(tooMany))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("was not let in")
        .hasMessageContaining("is full");
  }

  @Test
  void delaysAreCountedFromTheCommandToTheFirstBlockThatShowsIt() {
    Progress other = new Progress();
    assertThat(other.reached(5, 100)).isEmpty();
    assertThat(other.delay(5, 40)).as("it was there already").hasValue(60);
    assertThat(other.delay(6, 110)).isEqualTo(OptionalLong.empty());
    assertThat(other.reached(7, 150)).containsExactly(40L);
    assertThat(other.reached(8, 160)).as("only once").isEmpty();
  }

  private LoadPlan plan(
      Optional<Set<Capability>> form, int players, double rate, String... commands) {
    int port = form.isPresent() ? host.sync() : host.telnet();
    return new LoadPlan(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        form,
        Optional.empty(),
        players,
        Optional.empty(),
        List.of(commands),
        rate,
        Duration.ZERO,
        Duration.ofMillis(1_500),
        50);
  }

  private static Map<String, Object> run(LoadPlan plan) throws Exception {
    List<String> news = new ArrayList<>();
    try (LoadRun run = new LoadRun(plan, news::add)) {
      LoadReport report = run.go(Optional.empty());
      assertThat(report.good()).as("%s\n%s", news, report.words()).isTrue();
      assertThat(report.words()).contains("round trips", "p99");
      return report.facts();
    }
  }
}

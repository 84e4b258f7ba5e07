package lamplight.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamplight.tui.host.LocalHost;
import lamplight.tui.host.SoloFolder;
import lamplight.tui.host.Worlds;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Link;
import lamplight.tui.link.Seats;
import lamplight.tui.state.Goal;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Settings;
import lamplight.tui.state.Stage;
import lamplight.tui.term.Front;
import lamplight.tui.term.Fronts;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole games of the mill in this process, through the plain front: the same lines as over a
 * socket.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlayTest {
  private static final Path WORLDS = Path.of("../worlds");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LocalHost host() {
    return new LocalHost(
        new Worlds(WORLDS, Optional.empty())::read, new SoloFolder(folder), Words.ENGLISH);
  }

  private Stage.Over play(Goal goal, String... lines) throws Exception {
    byte[] typed = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    LocalHost host = host();
    PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);
    return new Play(
            Settings.USUAL,
            goal,
            machine(host),
            messages -> Fronts.plain(new ByteArrayInputStream(typed), printed, messages))
        .run();
  }

  /** A machine without other servers, which remembers nothing. */
  private static Machine machine(LocalHost host) {
    return new Machine() {
      @Override
      public Server server(Optional<HostAndPort> place) {
        return new Server(host, new Link(new Random(1), 0, Set.of(), Words.ENGLISH), Seats.NONE);
      }

      @Override
      public Memory memory() {
        return Memory.NONE;
      }

      @Override
      public void remember(Memory memory) {}

      @Override
      public void host(boolean everybody, Consumer<Message> told) {
        told.accept(new Message.Hosted(Optional.empty(), "There is no launcher."));
      }
    };
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Goal goal(Optional<String> name, Optional<Goal.Offer> offer) {
    return Goal.of(name, offer, Optional.empty(), "ana", Optional.empty());
  }

  @Test
  void aGivenWorldIsPlayedAtOnceAndEveryAnswerIsThereBeforeTheEnd() throws Exception {
    Goal goal = goal(Optional.of("Ana"), Optional.of(new Goal.Offer.World("mill")));
    Stage.Over over = play(goal, "north", "xyzzy plugh", "inventory");
    assertThat(over.exitCode()).isZero();
    assertThat(printed())
        .contains("The Mill Yard")
        .contains("The Grinding Floor")
        .contains("xyzzy")
        .contains("You are carrying nothing.");
    assertThat(printed().lines())
        .noneMatch(String::isBlank)
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void withoutAWorldTheTutorialIsOfferedFirst() throws Exception {
    Stage.Over over = play(goal(Optional.empty(), Optional.empty()), "", "1", "look", "quit");
    assertThat(over)
        .isEqualTo(
            new Stage.Over(0, "You left the game. It is kept: ./lamplight play goes on with it."));
    assertThat(printed())
        .containsSubsequence(
            "What is your name?",
            "1: The Mill (begin here",
            "Which one?",
            "You play The Mill as ana");
  }

  @Test
  void anUnknownWorldIsRefusedInOneLine() throws Exception {
    Goal goal = goal(Optional.of("Ana"), Optional.of(new Goal.Offer.World("nowhere")));
    Stage.Over over = play(goal);
    assertThat(over.exitCode()).isEqualTo(1);
    assertThat(over.farewell()).contains("nowhere").doesNotContain("\n");
    assertThat(printed()).isEmpty();
  }

  @Test
  void aBadNameIsAskedForAgain() throws Exception {
    play(goal(Optional.empty(), Optional.empty()), "/\\", "mill", "Ana", "quit");
    assertThat(printed()).contains("You play The Mill as ana");
  }

  @Test
  void aFolderWithoutWorldsIsSaid() throws Exception {
    LocalHost host =
        new LocalHost(
            new Worlds(Path.of("src"), Optional.empty())::read,
            new SoloFolder(folder),
            Words.ENGLISH);
    Play play =
        new Play(
            Settings.USUAL,
            goal(Optional.of("Ana"), Optional.empty()),
            machine(host),
            messages -> {
              throw new IllegalStateException("nothing to show");
            });
    Stage.Over over = play.run();
    assertThat(over.exitCode()).isEqualTo(1);
    assertThat(over.farewell()).contains("no world to play in src");
  }

  /** A front that shows nothing, and breaks somehow. */
  private static final class Fragile implements Front {
    private final Runnable fault;
    private boolean shown;
    private boolean closed;

    Fragile(Runnable fault) {
      this.fault = fault;
    }

    @Override
    public void show(Model model) {
      if (!shown) { // a second thread could break the next test's game
        shown = true;
        fault.run();
      }
    }

    @Override
    public void suspend() {}

    @Override
    public void ring() {}

    @Override
    public void close() {
      closed = true;
    }
  }

  private static void breaks() {
    throw new IllegalArgumentException("a bug");
  }

  static Stream<Fragile> faults() {
    return Stream.of(
        new Fragile(PlayTest::breaks), new Fragile(() -> new Thread(PlayTest::breaks).start()));
  }

  /** The terminal is put right by the front's end, whichever thread broke. */
  @ParameterizedTest
  @MethodSource("faults")
  void aFaultInAnyThreadClosesTheFrontAndEndsTheProgram(Fragile front) {
    Goal goal = goal(Optional.of("Ana"), Optional.of(new Goal.Offer.World("mill")));
    Play play = new Play(Settings.USUAL, goal, machine(host()), messages -> front);
    assertThatThrownBy(play::run).hasStackTraceContaining("a bug");
    assertThat(front.closed).isTrue();
  }
}

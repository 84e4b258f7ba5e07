package lamplight.tui.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;
import lamplight.engine.sync.Known;
import lamplight.tui.link.Act;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Link;
import lamplight.tui.state.Goal;
import lamplight.tui.state.Intent;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Scene;
import lamplight.tui.state.Settings;
import lamplight.tui.state.Size;
import lamplight.tui.state.Update;
import lamplight.tui.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client's link and model against a real session, with 300 ms of delay in simulated time: map
 * and inventory answer a line at once, and are right in the end.
 */
class DelayedPlayTest {

  private static final long ONE_WAY = 150;

  /** A client and a server with a slow line between them. */
  private static final class Table {
    final House house = new House(List.of(mill()), false, kept(), new Random(1), Words.ENGLISH);
    final Link link = new Link(new Random(1), 0, Link.COMPACT, Words.ENGLISH);
    final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    long now;
    long order;
    Model model =
        Model.start(
            Settings.USUAL,
            Goal.of(
                Optional.of("Ana"),
                Optional.of(new Goal.Offer.World("mill")),
                Optional.empty(),
                "ana",
                Optional.of(new HostAndPort("localhost", 4001))),
            Memory.NONE,
            new Size(100, 30),
            0);

    /** Nothing can be written there, and nothing hangs on it. */
    private static SoloFolder kept() {
      return new SoloFolder(Path.of("pom.xml", "nowhere"));
    }

    private record Event(long at, long order, Runnable what) {}

    private static Game mill() {
      return new Game(
          new WorldLoader()
              .load(new WorldFolder(Path.of("..", "worlds", "mill")))
              .story()
              .orElseThrow());
    }

    Table() {
      house.enter(
          new House.Guest() {
            @Override
            public void hears(byte[] bytes) {
              later(ONE_WAY, () -> act(link.received(ByteBuffer.wrap(bytes), now)));
            }

            @Override
            public void isShownOut() {
              later(ONE_WAY, () -> act(link.lost("shown out", now)));
            }
          });
      act(link.tick(now));
      act(link.opened(now));
      pass(5_000);
    }

    void later(long millis, Runnable what) {
      events.add(new Event(now + millis, order++, what));
    }

    void pass(long millis) {
      long end = now + millis;
      while (true) {
        Event next = events.peek();
        long wake = Math.min(house.nextWake(), link.wake());
        if (next != null && next.at <= Math.min(end, wake)) {
          events.remove();
          now = Math.max(now, next.at);
          next.what.run();
        } else if (wake <= end) {
          now = Math.max(now, wake);
          house.tick(now);
          act(link.tick(now));
        } else {
          now = end;
          return;
        }
      }
    }

    void act(List<Act> acts) {
      for (Act act : acts) {
        if (act instanceof Act.Send send) {
          byte[] bytes = new byte[send.bytes().remaining()];
          send.bytes().get(bytes);
          later(ONE_WAY, () -> house.receive(ByteBuffer.wrap(bytes), now));
        } else if (act instanceof Act.Tell tell) {
          message(new Message.Heard(tell.news()));
        }
      }
    }

    void message(Message message) {
      Update.Step step = Update.step(model, message);
      model = step.model();
      for (Intent intent : step.intents()) {
        if (intent instanceof Intent.Command command) {
          act(link.command(command.text()));
        } else if (intent instanceof Intent.Enter enter) {
          act(link.create(enter.offer().id(), enter.name(), enter.password()));
        } else if (intent instanceof Intent.Browse) {
          act(link.browse());
        }
      }
    }

    void type(String line) {
      message(new Message.Entered(line));
    }

    String room() {
      return model.scene().room().map(Known.Room::id).orElse("");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void panesAnswerAtOnceAndAreRightInTheEnd(long seed) {
    Random random = new Random(seed);
    Table table = new Table();
    assertThat(table.room()).as("seed %s", seed).isEqualTo("yard");
    for (int step = 0; step < 60; step++) {
      Optional<Known.Room> known = table.model.scene().room();
      if (known.isEmpty()) { // too dark for a map
        table.type("up");
        table.pass(1_000);
        continue;
      }
      Known.Room here = known.get();
      List<String> lines = new ArrayList<>(here.exits().keySet());
      table.model.scene().here().forEach(thing -> lines.add("take " + thing.name()));
      table.model.scene().carried().forEach(thing -> lines.add("drop " + thing.name()));
      String line = lines.get(random.nextInt(lines.size()));
      table.type(line);
      Optional<Known.Exit> exit = Optional.ofNullable(here.exits().get(line));
      if (exit.filter(way -> way.explored() && way.passage() == Known.Passage.FREE).isPresent()) {
        assertThat(table.room()).as("seed %s: %s", seed, line).isEqualTo(exit.get().target());
      }
      table.pass(random.nextInt(700));
    }
    table.pass(10_000);
    assertThat(table.model.scene())
        .as("seed %s", seed)
        .isEqualTo(Scene.of(table.model.replica(), "ana"));
  }
}

package lamplight.engine.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;
import lamplight.engine.session.Arrival;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Position;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;

/**
 * Processor time and allocated bytes of one command of a session: {@code mvn -pl engine test
 * -Pbench -Dtest=StepBenchmark}. Two players sit in one room at clients of the binary form; one of
 * them plays. A command costs all that the engine does for it: the step, what both are sent, in
 * bytes, and the journal's record, in text, that nobody writes. Not a test: it asserts nothing.
 */
class StepBenchmark {

  private static final int WARM_UP = 100_000;
  private static final int ROUNDS = 9;
  private static final int COMMANDS = 2_000;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void measure() {
    measure("mill", "east", "basket");
    measure("hollow-mountain", "north", "bottle");
  }

  private static void measure(String world, String way, String thing) {
    Table table = new Table(world);
    for (long player = 1; player <= Table.PLAYERS; player++) {
      table.say(player, way);
    }
    List<String> commands = List.of("take " + thing, "inventory", "drop " + thing, "look");
    table.play(commands, WARM_UP / commands.size());
    List<List<Cost>> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(table.play(commands, COMMANDS / commands.size()));
    }
    for (int i = 0; i < commands.size(); i++) {
      int which = i;
      double[] micros =
          rounds.stream().mapToDouble(costs -> costs.get(which).micros()).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%-16s %-12s %7.1f us (best of %d), %7.1f us (median), %7.0f B%n",
          world,
          commands.get(i),
          micros[0],
          ROUNDS,
          micros[ROUNDS / 2],
          rounds.get(ROUNDS - 1).get(i).allocated());
    }
  }

  /** What a command costs on average. */
  private record Cost(double micros, double allocated) {}

  /** A session and its two players. */
  private static final class Table {
    static final int PLAYERS = 2;
    static final SessionId ID = new SessionId("bench-1");
    static final long STEP_MILLIS = 250;

    final Session session;
    final List<Link> links = new ArrayList<>();
    final List<ServerEnd> ends = new ArrayList<>();
    final AtomicLong written = new AtomicLong();
    List<ClientMessage> acks = new ArrayList<>();
    List<Link> acknowledging = new ArrayList<>();
    long now = 1_700_000_000_000L;

    Table(String world) {
      Loaded loaded = new WorldLoader().load(new WorldFolder(Path.of("..", "worlds", world)));
      Game game = new Game(loaded.story().orElseThrow());
      Output.Open open = new Output.Open(ID, game.world().id(), Optional.empty());
      session = Session.of(open, game, false, 1, new Random(1));
      for (long id = 1; id <= PLAYERS; id++) {
        Link link =
            new Link(
                new LinkId(id),
                LinkKind.SYNC,
                Set.of(Capability.BINARY),
                "bench",
                Optional.empty());
        ServerEnd end = new ServerEnd();
        end.write(new ServerMessage.Welcome(1, "bench", link.capabilities()));
        links.add(link);
        ends.add(end);
        Arrival sit =
            new Arrival.Sit("Player" + (char) ('A' + id), Optional.empty(), "words " + id);
        write(session.enter(new Output.Forward(link, ID, sit), now));
        acknowledge();
      }
    }

    void say(long player, String text) {
      now += STEP_MILLIS;
      Link link = links.get((int) player - 1);
      write(session.receive(link, new ClientMessage.Command(OptionalLong.empty(), text), now));
      acknowledge();
    }

    List<Cost> play(List<String> commands, int times) {
      long[] nanos = new long[commands.size()];
      long[] bytes = new long[commands.size()];
      for (int time = 0; time < times; time++) {
        for (int i = 0; i < nanos.length; i++) {
          now += STEP_MILLIS;
          ClientMessage command = new ClientMessage.Command(OptionalLong.empty(), commands.get(i));
          long allocated = THREAD.getCurrentThreadAllocatedBytes();
          long start = THREAD.getCurrentThreadCpuTime();
          write(session.receive(links.get(0), command, now));
          nanos[i] += THREAD.getCurrentThreadCpuTime() - start;
          bytes[i] += THREAD.getCurrentThreadAllocatedBytes() - allocated;
          acknowledge();
        }
      }
      List<Cost> costs = new ArrayList<>();
      for (int i = 0; i < nanos.length; i++) {
        costs.add(new Cost(nanos[i] / 1000.0 / times, bytes[i] / (double) times));
      }
      return costs;
    }

    /** Puts into bytes what a server would send, and what it would store. */
    private void write(List<Output> outputs) {
      List<List<ServerMessage>> sent = new ArrayList<>();
      links.forEach(link -> sent.add(new ArrayList<>()));
      for (Output output : outputs) {
        if (output instanceof Output.Send send) {
          int index = (int) send.to().value() - 1;
          sent.get(index).add(send.message());
          note(links.get(index), send.message());
        } else if (output instanceof Output.Commit commit) {
          written.addAndGet(commit.record().write().length());
        }
      }
      for (int i = 0; i < sent.size(); i++) {
        if (!sent.get(i).isEmpty()) {
          written.addAndGet(ends.get(i).write(sent.get(i)).length);
        }
      }
    }

    private void note(Link link, ServerMessage message) {
      if (message instanceof ServerMessage.Sync sync) {
        note(link, sync.block());
      } else if (message instanceof ServerMessage.Refused refused) {
        throw new IllegalStateException(refused.text());
      }
    }

    private void note(Link link, Block block) {
      acknowledging.add(link);
      acks.add(new ClientMessage.Ack(new Position(block.version(), block.hash())));
    }

    /** The clients have what they were sent. */
    private void acknowledge() {
      for (int i = 0; i < acks.size(); i++) {
        session.receive(acknowledging.get(i), acks.get(i), now);
      }
      acks.clear();
      acknowledging.clear();
    }
  }
}

package lamplight.tui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import lamplight.engine.archive.Recording;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.tui.link.Act;
import lamplight.tui.link.Conversation;
import lamplight.tui.link.News;
import lamplight.tui.link.Standing;
import lamplight.tui.link.Wire;
import lamplight.tui.state.Goal;
import lamplight.tui.state.Intent;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Settings;
import lamplight.tui.state.Size;
import lamplight.tui.state.Stage;
import lamplight.tui.state.Step;
import lamplight.tui.state.Story;
import lamplight.tui.state.Update;
import lamplight.tui.state.Watching;
import lamplight.tui.term.Front;
import org.jspecify.annotations.Nullable;

/**
 * One game from start to end. Everything that happens, on the wire or at the keyboard, goes through
 * one queue to one thread, which owns the link, the model and the front: a message changes the
 * model, the model's intents go to the link, the link's acts to the wire and back into the model;
 * then the front shows what came of all that was waiting.
 */
final class Play {
  /** Events that may wait; a wire or a keyboard that is faster has to wait itself. */
  private static final int MOST_EVENTS = 1_024;

  private static final long START = System.nanoTime();
  private static final long SECOND = 1_000;

  /** Between two pictures of something that moves. */
  private static final long FRAME = 40;

  /**
   * A command and its answer are one picture if the answer comes within this: nobody sees the wait,
   * and a screen is drawn once instead of twice.
   */
  private static final long ANSWER = 20;

  private static final Size UNKNOWN = new Size(80, 24);

  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>(MOST_EVENTS);
  private final Machine machine;
  private final Opener opener;
  private final Intent.Cases intents = new Intents();
  private final Act.Cases acts = new Acts();
  private Server server;
  private Model model;
  private @Nullable Front front;
  private int connection;

  /** Until when a picture waits for the answer to a command. */
  private long answerBy;

  /**
   * Opens the front, once there is something to show: until then a refusal is one line on an
   * ordinary terminal.
   */
  interface Opener {
    Front open(Consumer<Message> messages) throws IOException;
  }

  Play(Settings settings, Goal goal, Machine machine, Opener opener) {
    this.machine = machine;
    this.opener = opener;
    this.server = machine.server(goal.server());
    this.model = Model.start(settings, goal, machine.memory(), UNKNOWN, now());
  }

  /** Looks at a recording: nothing is connected, and nothing is sent. */
  static Play of(Settings settings, Goal goal, Recording recording, Opener opener) {
    Play play = new Play(settings, goal, new NoMachine(), opener);
    play.model = Watching.start(play.model, recording);
    return play;
  }

  /** Plays until the player or the server ends it. */
  Stage.Over run() throws IOException, InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> post(() -> broken(fault)));
    try {
      while (true) {
        tick();
        if (model.stage() instanceof Stage.Over over) {
          act(server.conversation().bye());
          return over;
        }
        show();
        Runnable event = events.poll(waitMillis(), TimeUnit.MILLISECONDS);
        while (event != null) {
          event.run();
          event = events.poll(patienceMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } finally {
      server.wire().close();
      if (front != null) {
        front.close();
      }
    }
  }

  /** What breaks another thread ends the game as if it had broken this one: it closes the front. */
  private static void broken(Throwable fault) {
    throw new IllegalStateException("a thread broke: " + fault, fault);
  }

  /** Milliseconds since the start: a clock that never jumps. */
  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START);
  }

  private void tick() {
    act(server.conversation().tick(now()));
    message(new Message.Tick(now()));
  }

  private void show() throws IOException {
    if (front == null && model.isInteractive()) {
      front = opener.open(message -> post(() -> message(message)));
    }
    if (front != null) {
      front.show(model);
    }
  }

  /**
   * Until the link has something to do, or somebody has stopped typing; each second while a
   * countdown is shown, and often while marks move on the map.
   */
  private long waitMillis() {
    long wake =
        Math.min(server.conversation().wake(), model.typing().wake().orElse(Long.MAX_VALUE));
    long untilWake = Math.max(0, wake - now());
    if (model.isMoving()) {
      return Math.min(FRAME, untilWake);
    }
    return model.standing().state() == Standing.State.WAITING
        ? Math.min(SECOND, untilWake)
        : untilWake;
  }

  /** How long a picture still waits for an answer. */
  private long patienceMillis() {
    return model.standing().unanswered() == 0 ? 0 : Math.max(0, answerBy - now());
  }

  private void message(Message message) {
    Step step = Update.step(model, message);
    Story before = model.story();
    model = step.model();
    Story story = model.story();
    if (story.width() != before.width() || story.height() != before.height()) {
      act(server.conversation().resized(story.width(), story.height()));
    }
    step.intents().forEach(intent -> intent.match(intents));
  }

  private final class Intents implements Intent.Cases {
    @Override
    public void browse(Intent.Browse intent) {
      act(server.conversation().browse());
    }

    @Override
    public void enter(Intent.Enter intent) {
      intent.offer().match(new Entering(intent.name(), intent.password()));
    }

    @Override
    public void command(Intent.Command intent) {
      answerBy = now() + ANSWER;
      act(server.conversation().command(intent.text()));
    }

    @Override
    public void go(Intent.Go intent) {
      if (intent.forGood()) {
        act(server.conversation().leave());
      }
      act(server.conversation().bye());
      server = machine.server(intent.server());
    }

    @Override
    public void host(Intent.Host intent) {
      machine.host(intent.everybody(), hosted -> post(() -> message(hosted)));
    }

    @Override
    public void remember(Intent.Remember intent) {
      machine.remember(intent.memory());
    }

    @Override
    public void typing(Intent.Typing intent) {
      act(server.conversation().typing());
    }

    @Override
    public void suspend(Intent.Suspend intent) {
      if (front != null) {
        front.suspend();
      }
    }

    @Override
    public void ring(Intent.Ring intent) {
      if (front != null) {
        front.ring();
      }
    }
  }

  /** Goes in by an offer. */
  private final class Entering implements Goal.Offer.Cases {
    private final String name;
    private final Optional<String> password;

    Entering(String name, Optional<String> password) {
      this.name = name;
      this.password = password;
    }

    @Override
    public void world(Goal.Offer.World offer) {
      act(server.conversation().create(offer.id(), name, password));
    }

    @Override
    public void session(Goal.Offer.Session offer) {
      Optional<String> token = server.seats().token(offer.id(), name);
      act(server.conversation().join(offer.id(), name, password, token));
    }

    @Override
    public void seat(Goal.Offer.Seat offer) {
      act(server.conversation().resume(offer.id()));
    }
  }

  private void act(List<Act> all) {
    all.forEach(act -> act.match(acts));
  }

  private final class Acts implements Act.Cases {
    @Override
    public void open(Act.Open act) {
      connection++;
      server.wire().open(new Ear(connection));
    }

    @Override
    public void send(Act.Send act) {
      server.wire().send(act.bytes());
    }

    @Override
    public void hang(Act.Hang act) {
      connection++;
      server.wire().close();
    }

    @Override
    public void tell(Act.Tell act) {
      message(new Message.Heard(act.news()));
    }

    @Override
    public void keep(Act.Keep act) {
      server.seats().keep(act.session(), act.name(), act.token());
    }
  }

  /** Waits while the queue is full, so that a flood is the sender's to bear. */
  private void post(Runnable event) {
    try {
      events.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hears one connection; what comes of an older one is dropped. */
  private final class Ear implements Wire.Listener {
    private final int number;

    Ear(int number) {
      this.number = number;
    }

    @Override
    public void opened() {
      post(conversation -> conversation.opened(now()));
    }

    @Override
    public void received(ByteBuffer bytes) {
      post(conversation -> conversation.received(bytes, now()));
    }

    @Override
    public void warned(String certificate) {
      Line words = Line.of(model.words().say("tls.unknown", certificate));
      Play.this.post(() -> message(new Message.Heard(new News.Told(TextKind.SYSTEM, words))));
    }

    @Override
    public void lost(String reason) {
      post(conversation -> conversation.lost(reason, now()));
    }

    private void post(Function<Conversation, List<Act>> event) {
      Play.this.post(
          () -> {
            if (number == connection) {
              act(event.apply(server.conversation()));
            }
          });
    }
  }
}

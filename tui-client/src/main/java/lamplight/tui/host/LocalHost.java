package lamplight.tui.host;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.tui.link.Wire;
import lamplight.tui.text.Words;
import org.jspecify.annotations.Nullable;

/** A server in this process as a wire: one thread owns the house, and reads the worlds first. */
public final class LocalHost implements Wire {
  /** How often the files of worlds that are being written are looked at. */
  private static final long LOOK_MILLIS = 500;

  /** How many problems of an edited world are told in its games. */
  private static final int TOLD_PROBLEMS = 5;

  private final Callable<List<Game>> worlds;
  private final Optional<Worlds> written;
  private final SoloFolder kept;
  private final ScheduledThreadPoolExecutor thread;
  private final long startMillis = System.currentTimeMillis();
  private final long startNanos = System.nanoTime();

  // Owned by the thread.
  private final Words words;
  private @Nullable House house;
  private @Nullable Future<?> alarm;

  /**
   * A host of worlds.
   *
   * @param worlds reads them; the words of what it throws are for the player
   * @param kept where games are kept
   * @param words what the host itself says
   */
  public LocalHost(Callable<List<Game>> worlds, SoloFolder kept, Words words) {
    this(worlds, Optional.empty(), kept, words);
  }

  /** A host for whoever writes the worlds: with debug verbs, and edits arrive in the games. */
  public static LocalHost ofAuthor(Worlds worlds, SoloFolder kept, Words words) {
    return new LocalHost(worlds::read, Optional.of(worlds), kept, words);
  }

  private LocalHost(
      Callable<List<Game>> worlds, Optional<Worlds> written, SoloFolder kept, Words words) {
    this.words = words;
    this.worlds = worlds;
    this.written = written;
    this.kept = kept;
    this.thread = new ScheduledThreadPoolExecutor(1, LocalHost::daemon);
    thread.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lamplight-host");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void open(Listener listener) {
    thread.execute(() -> enter(listener));
  }

  private void enter(Listener listener) {
    try {
      if (house == null) {
        Optional<EditedWorlds> edited = written.map(EditedWorlds::new);
        House built = new House(worlds.call(), edited.isPresent(), kept, new SecureRandom(), words);
        house = built;
        edited.ifPresent(files -> watch(files, built));
      }
    } catch (Exception e) {
      listener.lost(Trouble.words(e, words));
      return;
    }
    house.enter(new Visitor(listener, words));
    listener.opened();
  }

  private void watch(EditedWorlds files, House open) {
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            () -> files.look().forEach((folder, loaded) -> edited(open, folder, loaded)),
            LOOK_MILLIS,
            LOOK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private void edited(House open, Path folder, Loaded loaded) {
    if (loaded.story().isPresent()) {
      open.renew(new Game(loaded.story().get()), now());
    } else {
      List<String> lines = new ArrayList<>(List.of(words.say("worlds.edited.broken")));
      loaded.problems().stream().limit(TOLD_PROBLEMS).map(Problem::toString).forEach(lines::add);
      int more = loaded.problems().size() - TOLD_PROBLEMS;
      if (more > 0) {
        lines.add(words.say("worlds.edited.more", Integer.toString(more)));
      }
      open.tell(new WorldId(new WorldFolder(folder).name()), String.join("\n", lines), now());
    }
    setAlarm(open);
  }

  @Override
  public void send(ByteBuffer bytes) {
    thread.execute(() -> inside().ifPresent(open -> hear(open, bytes)));
  }

  @Override
  public void close() {
    thread.execute(() -> inside().ifPresent(open -> open.leave(now())));
  }

  private Optional<House> inside() {
    return Optional.ofNullable(house);
  }

  private void hear(House open, ByteBuffer bytes) {
    open.receive(bytes, now());
    setAlarm(open);
  }

  /** Wakes the house when a session wants it. */
  private void setAlarm(House open) {
    if (alarm != null) {
      alarm.cancel(false);
    }
    long wake = open.nextWake();
    if (wake < Long.MAX_VALUE) {
      alarm = thread.schedule(() -> wake(open), Math.max(0, wake - now()), TimeUnit.MILLISECONDS);
    }
  }

  private void wake(House open) {
    open.tick(now());
    setAlarm(open);
  }

  /** Unix milliseconds that never go back. */
  private long now() {
    return startMillis + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }

  private record Visitor(Listener listener, Words words) implements House.Guest {
    @Override
    public void hears(byte[] bytes) {
      listener.received(ByteBuffer.wrap(bytes));
    }

    @Override
    public void isShownOut() {
      listener.lost(words.say("wire.closed"));
    }
  }
}

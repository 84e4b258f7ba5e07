package lamplight.tui.host;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lamplight.engine.play.Game;
import lamplight.tui.link.Wire;
import lamplight.tui.text.Words;
import org.jspecify.annotations.Nullable;

/** A server in this process as a wire: one thread owns the house, and reads the worlds first. */
public final class LocalHost implements Wire {
  private final Callable<List<Game>> worlds;
  private final boolean author;
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
   * @param author whether the player writes them, and has debug verbs
   * @param kept where games are kept
   * @param words what the host itself says
   */
  public LocalHost(Callable<List<Game>> worlds, boolean author, SoloFolder kept, Words words) {
    this.words = words;
    this.worlds = worlds;
    this.author = author;
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
        house = new House(worlds.call(), author, kept, new SecureRandom(), words);
      }
    } catch (Exception e) {
      listener.lost(Trouble.words(e, words));
      return;
    }
    house.enter(new Visitor(listener, words));
    listener.opened();
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

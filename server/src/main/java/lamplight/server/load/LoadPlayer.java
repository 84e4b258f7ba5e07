package lamplight.server.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import lamplight.engine.sync.ClientState;
import lamplight.server.transport.dial.Dialer;

/**
 * One of the many: comes in, says its commands when they are due, one at a time, and measures each
 * from when it was due. So a server that answers late is not asked less, and does not look better.
 */
final class LoadPlayer implements Dialer.User, Talk.Heard {
  /** Stands in a command for the player's place in the game, from 1. */
  private static final String PLACE = "{n}";

  private final LoadRun run;
  private final LoadGame game;
  private final String name;
  private final Talk talk;
  private final long startOffset;
  private final String place;
  private final Progress progress = new Progress();
  private Optional<Dialer.Wire> wire = Optional.empty();
  private String id = "";
  private boolean seated;
  private boolean leaving;
  private boolean gone;

  private boolean playing;
  private boolean asking;
  private int next;
  private long due;
  private long loginSince;

  /**
   * @param startOffset nanoseconds that its first command comes after those of the first player, so
   *     that not all speak at once
   */
  LoadPlayer(LoadRun run, LoadGame game, LoadPlan plan, String name, int first, long startOffset) {
    this.run = run;
    this.game = game;
    this.name = name;
    this.talk = plan.talk(this);
    this.next = first;
    this.startOffset = startOffset;
    this.place = Integer.toString(game.players().size() + 1);
  }

  LoadGame game() {
    return game;
  }

  String id() {
    return id;
  }

  Progress progress() {
    return progress;
  }

  boolean isGone() {
    return gone;
  }

  boolean isAsking() {
    return asking && !gone;
  }

  Optional<ClientState> replica() {
    return gone ? Optional.empty() : talk.replica();
  }

  // ---- what the run has it do ----

  void logIn(long now) {
    loginSince = now;
    run.dialer().dial(run.plan().server(), this);
  }

  void play(long now) {
    playing = true;
    due = now + startOffset;
    run.dialer().later(startOffset, this::ask);
  }

  void stop() {
    playing = false;
  }

  void leave() {
    leaving = true;
    if (!gone) {
      talk.leave();
      wire.ifPresent(Dialer.Wire::close);
    }
  }

  private void ask() {
    if (playing && !gone) {
      List<String> commands = run.plan().commands();
      asking = true;
      talk.command(commands.get(next % commands.size()).replace(PLACE, place));
      next++;
    }
  }

  // ---- from the connection ----

  @Override
  public void opened(Dialer.Wire opened) {
    wire = Optional.of(opened);
    talk.begin(name);
  }

  @Override
  public void read(ByteBuffer bytes) {
    run.received(bytes.remaining());
    talk.read(bytes);
  }

  @Override
  public void closed(String why) {
    talk.close();
    gone = true;
    if (!leaving) {
      run.lost(this, name + ": " + why);
    }
  }

  // ---- from the talk ----

  @Override
  public void say(byte[] bytes) {
    wire.ifPresent(open -> open.send(bytes));
  }

  @Override
  public void greeted() {
    game.session().ifPresentOrElse(talk::join, () -> run.create(talk));
  }

  @Override
  public void offered(List<Talk.Offer> worlds) {
    // Only a scout asks.
  }

  @Override
  public void seated(String session, String player) {
    id = player;
    seated = true;
    run.seated(this, session, System.nanoTime() - loginSince);
  }

  @Override
  public void refused(String why) {
    if (!seated) {
      run.lost(this, name + " was not let in: " + why);
    }
  }

  @Override
  public void answered(boolean done) {
    if (!asking) {
      return;
    }
    long now = System.nanoTime();
    asking = false;
    run.answered(now - due, done);
    if (done) {
      game.proved(this, due);
    }
    long period = run.plan().periodNanos();
    due = period == 0 ? now : due + period;
    run.dialer().later(due - now, this::ask);
  }

  @Override
  public void synced(int changes) {
    game.reached(this, System.nanoTime());
    if (game.isFirst(this)) {
      run.changed(changes);
    }
  }

  @Override
  public void resynced() {
    run.resynced();
  }

  @Override
  public void told(int lines) {
    run.told(lines);
  }
}

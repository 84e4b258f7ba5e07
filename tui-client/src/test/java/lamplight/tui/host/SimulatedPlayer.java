package lamplight.tui.host;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import lamplight.engine.session.LinkId;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.link.Act;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Link;
import lamplight.tui.link.News;
import lamplight.tui.state.Goal;
import lamplight.tui.state.Intent;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Scene;
import lamplight.tui.state.Settings;
import lamplight.tui.state.Size;
import lamplight.tui.state.Step;
import lamplight.tui.state.Update;
import lamplight.tui.text.Words;

/**
 * The client's own link and model, with somebody who plays at random, on a line with 300 ms of
 * delay and more there and back that is cut now and then. After each message the panes are compared
 * with the confirmed replica.
 */
final class SimulatedPlayer {

  /** What must hold of the panes. */
  enum Checker {
    /** Map and inventory show at once what a plain command will likely come to. */
    AT_ONCE,
    /** They differ from the confirmed replica by what commands without an answer may do alone. */
    NOTHING_ELSE,
    /** With nothing under way they are what the server says that the player may know. */
    RIGHT_IN_THE_END
  }

  /** A client that is broken on purpose. */
  enum Sabotage {
    NONE,
    GUESS_WITH_THE_ANSWER,
    KEEP_WHAT_WAS_REFUSED,
    KEEP_WHAT_WAS_ANSWERED,
    MISS_A_CHANGE,
    MISS_THE_LAST_CHANGES
  }

  private static final int ONE_WAY = 150;
  private static final int JITTER = 60;

  /** The client guesses at no more commands at a time. */
  private static final int GUESSES = 16;

  /** What a command that has no answer yet may do to the panes. */
  private record Open(Optional<String> room, Optional<String> thing) {}

  final String name;
  final Map<Checker, Set<String>> violations;
  private final SimulatedTable at;
  private final Random random;
  private final Sabotage sabotage;
  private final Link link;
  private Model model =
      Model.start(
          Settings.USUAL,
          Goal.of(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "somebody",
              Optional.of(new HostAndPort("localhost", 4001))),
          Memory.NONE,
          new Size(100, 30),
          0);

  private String me = "";
  private ClientState confirmed = ClientState.EMPTY;
  private final Map<Long, Open> open = new HashMap<>();
  private Optional<Line> line = Optional.empty();
  private boolean lives;
  private int guessed;
  private int heard;

  SimulatedPlayer(
      SimulatedTable at, String name, Sabotage sabotage, Map<Checker, Set<String>> violations) {
    this.at = at;
    this.name = name;
    this.sabotage = sabotage;
    this.violations = violations;
    this.random = new Random(at.random.nextLong());
    Set<Capability> form = random.nextBoolean() ? Link.COMPACT : Set.of();
    this.link = new Link(random, 0, form, Words.ENGLISH);
  }

  /** How many commands were guessed at so far. */
  int guessed() {
    return guessed;
  }

  // ---- playing ----

  void arrive() {
    tick();
  }

  void live() {
    lives = true;
    at.later(random.nextInt(500), this::act);
  }

  /** Types nothing more. */
  void rest() {
    lives = false;
  }

  private void act() {
    if (!lives) {
      return;
    }
    at.later(60 + random.nextInt(700), this::act);
    if (random.nextInt(40) == 0) {
      line.ifPresent(Line::cut);
    } else {
      type(something());
    }
  }

  /** Mostly what can be guessed at; things that others want too are refused now and then. */
  private String something() {
    Scene scene = model.scene();
    List<String> lines = new ArrayList<>(scene.exits());
    lines.addAll(scene.exits());
    scene.here().forEach(thing -> lines.add("take " + thing.name()));
    scene.carried().forEach(thing -> lines.add("drop " + thing.name()));
    lines.addAll(List.of("take all", "drop all", "out", "take moon", "north", "look"));
    return lines.get(random.nextInt(lines.size()));
  }

  private void type(String typed) {
    Scene before = model.scene();
    boolean guesses = open.size() < GUESSES && before.self().isPresent();
    message(new Message.Entered(typed));
    Optional<Known.Exit> exit =
        before
            .room()
            .flatMap(room -> Optional.ofNullable(room.exits().get(typed)))
            .filter(way -> way.explored() && way.passage() == Known.Passage.FREE);
    if (guesses && exit.isPresent()) {
      String there = exit.get().target();
      shows(model.scene().self().filter(me -> me.isIn(there)).isPresent(), typed);
    }
    if (guesses && typed.startsWith("take ") && isPlain(typed)) {
      only(before.here(), typed.substring(5))
          .filter(this::isTakeable)
          .ifPresent(id -> shows(carried(model.scene()).contains(id), typed));
    }
    if (guesses && typed.startsWith("drop ") && isPlain(typed) && before.room().isPresent()) {
      only(before.carried().stream().filter(it -> it.depth() == 0).toList(), typed.substring(5))
          .ifPresent(id -> shows(!carried(model.scene()).contains(id), typed));
    }
  }

  private void shows(boolean shown, String typed) {
    guessed++;
    check(Checker.AT_ONCE, shown, () -> name + " typed " + typed + " and saw nothing of it");
  }

  private static boolean isPlain(String typed) {
    return !typed.matches(".*\\b(and|then|all|except|from|but)\\b.*");
  }

  /** The only thing that ends in such a name. */
  private static Optional<String> only(List<Scene.Thing> things, String called) {
    String wanted = called.toLowerCase(Locale.ROOT);
    List<String> fitting =
        things.stream()
            .filter(thing -> thing.name().toLowerCase(Locale.ROOT).endsWith(wanted))
            .map(Scene.Thing::id)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** Nothing else in sight may have such a name either. */
  private boolean isTakeable(String thing) {
    String shown = confirmed.name(thing).toLowerCase(Locale.ROOT);
    return confirmed.label(thing).filter(it -> it.traits().contains("takeable")).isPresent()
        && confirmed.labels().stream()
                .filter(label -> label.name().toLowerCase(Locale.ROOT).endsWith(shown))
                .count()
            == 1;
  }

  private static Set<String> carried(Scene scene) {
    Set<String> carried = new TreeSet<>();
    scene.carried().stream()
        .filter(thing -> thing.depth() == 0)
        .map(Scene.Thing::id)
        .forEach(carried::add);
    return carried;
  }

  // ---- the client ----

  private void tick() {
    run(link.tick(at.now));
    wakeLater();
  }

  private void wakeLater() {
    long wake = link.wake();
    if (wake < Long.MAX_VALUE) {
      at.later(
          Math.max(1, wake - at.now),
          () -> {
            if (link.wake() <= at.now) {
              tick();
            }
          });
    }
  }

  private void run(List<Act> acts) {
    acts.forEach(act -> act.match(new Doing()));
  }

  private final class Doing implements Act.Cases {
    @Override
    public void open(Act.Open act) {
      Line next = new Line();
      line = Optional.of(next);
      at.later(2 * ONE_WAY, next::opened);
    }

    @Override
    public void send(Act.Send act) {
      byte[] bytes = new byte[act.bytes().remaining()];
      act.bytes().get(bytes);
      line.ifPresent(it -> it.up(bytes));
    }

    @Override
    public void hang(Act.Hang act) {
      line.ifPresent(Line::hangUp);
    }

    @Override
    public void tell(Act.Tell act) {
      hear(act.news());
    }

    @Override
    public void keep(Act.Keep act) {}
  }

  private void hear(News news) {
    if (news instanceof News.Ready) {
      message(new Message.Heard(news));
      run(
          at.code()
              .map(code -> link.join(code, name, Optional.empty(), Optional.empty()))
              .orElseGet(() -> link.create(at.world(), name, Optional.empty())));
      return;
    }
    if (news instanceof News.Seated seated) {
      me = seated.player();
    } else if (news instanceof News.Changed changed) {
      confirmed = changed.replica();
    } else if (news instanceof News.Sent sent) {
      open.put(sent.number(), opens(sent.command()));
    }
    spoiled(news).ifPresent(told -> message(new Message.Heard(told)));
    if (news instanceof News.Answered answered) {
      open.remove(answered.number());
    } else if (news instanceof News.Refused refused) {
      refused.command().ifPresent(open::remove);
    }
    if (confirmed.version() > 0) {
      comparePanes();
    }
  }

  /** What a command may do to what is shown now. */
  private Open opens(String typed) {
    Scene scene = model.scene();
    Optional<String> room =
        scene
            .room()
            .flatMap(it -> Optional.ofNullable(it.exits().get(typed)))
            .map(Known.Exit::target);
    List<Scene.Thing> things = new ArrayList<>(scene.here());
    things.addAll(scene.carried());
    Optional<String> thing =
        typed.matches("(take|drop) .*") ? only(things, typed.substring(5)) : Optional.empty();
    return new Open(room, thing);
  }

  /** What the model is told; less or other of it if the client is broken. */
  private Optional<News> spoiled(News news) {
    heard++;
    boolean now = heard % 5 == 0;
    return switch (sabotage) {
      case NONE -> Optional.of(news);
      case GUESS_WITH_THE_ANSWER -> Optional.of(news).filter(it -> !(it instanceof News.Sent));
      case KEEP_WHAT_WAS_REFUSED ->
          Optional.of(
              news instanceof News.Refused it
                  ? new News.Refused(OptionalLong.empty(), it.code(), it.text())
                  : news);
      case KEEP_WHAT_WAS_ANSWERED -> Optional.of(news).filter(it -> !(it instanceof News.Answered));
      case MISS_A_CHANGE -> Optional.of(news).filter(it -> !(now && it instanceof News.Changed));
      case MISS_THE_LAST_CHANGES ->
          Optional.of(news).filter(it -> lives || !(it instanceof News.Changed));
    };
  }

  private void message(Message message) {
    Step step = Update.step(model, message);
    model = step.model();
    for (Intent intent : step.intents()) {
      if (intent instanceof Intent.Command command) {
        run(link.command(command.text()));
      }
    }
  }

  // ---- what must hold ----

  /** The panes are the confirmed replica, and over it no more than what has no answer yet. */
  private void comparePanes() {
    Scene shown = model.scene();
    Scene known = Scene.of(confirmed, me);
    Set<String> rooms = new HashSet<>();
    known.self().flatMap(Scene.Member::room).ifPresent(rooms::add);
    open.values().forEach(it -> it.room().ifPresent(rooms::add));
    Set<String> moved = new HashSet<>();
    open.values().forEach(it -> it.thing().ifPresent(moved::add));
    Set<String> differing = new TreeSet<>(carried(shown));
    differing.addAll(carried(known));
    differing.removeIf(it -> carried(shown).contains(it) && carried(known).contains(it));
    boolean holds =
        (open.isEmpty() ? shown.equals(known) : sameApartFromMe(shown, known))
            && shown.self().flatMap(Scene.Member::room).map(rooms::contains).orElse(true)
            && moved.containsAll(differing);
    check(
        Checker.NOTHING_ELSE,
        holds,
        () -> name + " is shown " + shown + " over " + known + " with " + open + " open");
  }

  private static boolean sameApartFromMe(Scene a, Scene b) {
    return a.rooms().equals(b.rooms())
        && a.score().equals(b.score())
        && a.end().equals(b.end())
        && others(a).equals(others(b));
  }

  private static List<Scene.Member> others(Scene scene) {
    return scene.party().stream().filter(member -> !scene.isMe(member)).toList();
  }

  /** When everything is at rest. */
  void finish() {
    ClientState right = new ClientState(confirmed.version(), at.view(me), false);
    check(
        Checker.RIGHT_IN_THE_END,
        open.isEmpty() && model.scene().equals(Scene.of(right, me)),
        () -> name + " is shown " + model.scene() + " with " + open + " open, not " + right);
  }

  private void check(Checker checker, boolean holds, Supplier<String> what) {
    if (!holds) {
      violations.computeIfAbsent(checker, any -> new TreeSet<>()).add(what.get());
    }
  }

  // ---- the network ----

  /** One connection, both ends of it. */
  private final class Line implements SimulatedTable.Door {
    private final LinkId id = at.connected(this);
    private final ServerEnd end = new ServerEnd();
    private boolean here = true;
    private boolean there = true;
    private long upAt;
    private long downAt;

    void opened() {
      if (here) {
        run(link.opened(at.now));
        wakeLater();
      }
    }

    void up(byte[] bytes) {
      upAt = Math.max(upAt, at.now + ONE_WAY + random.nextInt(JITTER));
      at.later(upAt - at.now, () -> arriveUp(bytes));
    }

    private void arriveUp(byte[] bytes) {
      for (Inbound<ClientMessage> inbound : there ? end.read(ByteBuffer.wrap(bytes)) : none()) {
        if (there && inbound instanceof Inbound.Good<ClientMessage> good) {
          at.receive(id, good.message());
        }
      }
    }

    private static List<Inbound<ClientMessage>> none() {
      return List.of();
    }

    @Override
    public void hears(ServerMessage message) {
      byte[] bytes = end.write(message);
      downAt = Math.max(downAt, at.now + ONE_WAY + random.nextInt(JITTER));
      at.later(downAt - at.now, () -> arriveDown(bytes));
    }

    private void arriveDown(byte[] bytes) {
      if (here) {
        run(link.received(ByteBuffer.wrap(bytes), at.now));
        wakeLater();
      }
    }

    @Override
    public void isShut() {
      there = false;
      downAt = Math.max(downAt, at.now + ONE_WAY);
      at.later(downAt - at.now, this::lost);
    }

    /** The line breaks: what is under way is gone, and both ends notice, the server later. */
    void cut() {
      at.later(random.nextInt(3_000), this::hangUp);
      lost();
    }

    private void lost() {
      if (here) {
        here = false;
        run(link.lost("The line was cut.", at.now));
        wakeLater();
      }
    }

    /** The server has nobody at its end any more. */
    private void hangUp() {
      here = false;
      if (there) {
        there = false;
        end.close();
        at.lost(id);
      }
    }
  }
}

package lamplight.server.transport.telnet.gmcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lamplight.engine.model.Direction;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.sync.ClientState;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.json.Json;

/**
 * One client's GMCP: what it subscribed to, and what it is told of its player's view.
 *
 * <p>Invariants: nothing goes out that the client has not subscribed to. Whatever is told of the
 * state comes from the {@link ClientState} that {@link #sees} is given, and is said once. What a
 * client sends is taken if it makes sense and passed over if not; it is never an error.
 */
public final class Gmcp {
  /** Requests for lists that are answered together; more of them are passed over. */
  static final int MAX_REQUESTS = 8;

  /** Steps that a player typed and whose outcome is not known; the oldest are forgotten. */
  static final int MAX_STEPS = 30;

  /** For clients of ours: others show the words, and their players type them. */
  private static final String SEAT = "Lamplight.Seat";

  /** For clients of ours: why the connection ends, in the protocol's codes. */
  private static final String BYE = "Lamplight.Bye";

  /** A package of scripts that a client may fetch and install. */
  public record Gui(String version, String url) {}

  private static final Map<String, BiConsumer<Gmcp, Object>> FROM_CLIENT =
      Map.of(
          "core.hello", Gmcp::hello,
          "core.supports.set", Gmcp::supportsOnly,
          "core.supports.add", (gmcp, body) -> gmcp.supports.add(body),
          "core.supports.remove", (gmcp, body) -> gmcp.supports.remove(body),
          "core.ping", (gmcp, body) -> gmcp.send("Core.Ping"),
          "char.items.inv", (gmcp, body) -> gmcp.request(Scene.INVENTORY),
          "char.items.room", (gmcp, body) -> gmcp.request(Scene.ROOM),
          "char.items.contents", (gmcp, body) -> gmcp.requestInside(body));

  private final Consumer<byte[]> client;
  private final Optional<Gui> gui;
  private final Supports supports = new Supports();
  private final List<Report> reports = Reports.fresh();
  private final Set<String> requests = new LinkedHashSet<>();
  private final Deque<String> steps = new ArrayDeque<>();
  private Optional<Scene> scene = Optional.empty();
  private final Channels channels = new Channels();
  private String clientName = "";

  /** Where the line was spoken that is shown now. */
  private String channel = "";

  private boolean guiOffered;

  /**
   * @param client takes the bodies of subnegotiations
   * @param gui offered to clients that can install it
   */
  public Gmcp(Consumer<byte[]> client, Optional<Gui> gui) {
    this.client = client;
    this.gui = gui;
  }

  // ---- from the client ----

  /** A subnegotiation's body: a name, and JSON behind a space or nothing. */
  public void received(byte[] body) {
    String words = new String(body, StandardCharsets.UTF_8).strip();
    int space = words.indexOf(' ');
    String name = space < 0 ? words : words.substring(0, space);
    Optional<BiConsumer<Gmcp, Object>> handler =
        Optional.ofNullable(FROM_CLIENT.get(name.toLowerCase(Locale.ROOT)));
    if (handler.isPresent()) {
      handler.get().accept(this, space < 0 ? "" : Json.read(words.substring(space)).orElse(""));
    }
  }

  private void hello(Object body) {
    if (body instanceof Map<?, ?> hello && hello.get("client") instanceof String name) {
      clientName = name;
    }
  }

  private void supportsOnly(Object packages) {
    supports.clear();
    supports.add(packages);
  }

  private void request(String location) {
    if (requests.size() < MAX_REQUESTS) {
      requests.add(location);
    }
  }

  private void requestInside(Object thing) {
    if (!(thing instanceof Map) && !(thing instanceof List) && !thing.toString().isEmpty()) {
      request(Scene.INSIDE + thing);
    }
  }

  /** To be called when all that came in is read: answers it. */
  public void answer() {
    offerGui();
    scene.ifPresent(
        here -> {
          requests.forEach(location -> list(here, location));
          tell(here);
        });
    requests.clear();
  }

  private void list(Scene here, String location) {
    Report.Words words = Reports.items(location);
    if (supports.wants(words.all())) {
      List<Object> items = List.copyOf(here.items(location).values());
      send(words.all(), words.list().apply(items));
    }
  }

  private void offerGui() {
    boolean installs = clientName.equalsIgnoreCase("Mudlet") || supports.wants("Client.GUI");
    if (installs && !guiOffered) {
      gui.ifPresent(
          scripts ->
              send(
                  "Client.GUI", Scene.members("version", scripts.version(), "url", scripts.url())));
      guiOffered = true;
    }
  }

  // ---- from the player's session ----

  /** What the player may know now. Goes out before the text that tells of it. */
  public void sees(ServerMessage.Session seat, ClientState view) {
    String from = scene.map(Scene::here).orElse("");
    Scene now = new Scene(seat.world(), seat.session(), seat.player(), view);
    if (!from.equals(now.here())) {
      went(from, now.here());
    }
    scene = Optional.of(now);
    tell(now);
  }

  /** The player has sat down; a page of ours keeps the words that lead back to the seat. */
  public void seated(ServerMessage.Session seat) {
    if (supports.wants(SEAT)) {
      send(SEAT, Scene.members("session", seat.session(), "words", seat.token()));
    }
  }

  /** The player has no seat any more. */
  public void left() {
    if (supports.wants(SEAT)) {
      send(SEAT, Map.of());
    }
    scene = Optional.empty();
    steps.clear();
    reports.forEach(Report::forget);
  }

  private void tell(Scene now) {
    for (Report report : reports) {
      if (supports.wants(report.message())) {
        report.tell(now, this::send);
      } else {
        report.forget();
      }
    }
  }

  /** Something happened; of speech the line follows in the same batch. */
  public void happened(ServerMessage.Event event) {
    channels.happened(event);
  }

  /** A line that the player hears somebody speak, and which is shown next. */
  public void spoken(Line line) {
    String words = clean(line.plain());
    Optional<Channels.Utterance> said = channels.heard(line.plain());
    channel = said.map(Channels.Utterance::channel).orElse(Channels.Channel.SAY).word();
    if (supports.wants("Comm.Channel.Start")) {
      send("Comm.Channel.Start", channel);
    }
    if (supports.wants("Comm.Channel.Text")) {
      String talker = said.flatMap(this::talker).orElseGet(() -> somebody(line));
      send(
          "Comm.Channel.Text",
          Scene.members("channel", channel, "talker", clean(talker), "text", words));
    }
  }

  private Optional<String> talker(Channels.Utterance said) {
    return scene.map(here -> here.view().name(said.player()));
  }

  /** One of the world's own people. */
  private static String somebody(Line line) {
    return line.spans().stream()
        .filter(span -> span.kind() == Span.Kind.PERSON)
        .findFirst()
        .map(Span::words)
        .orElse("");
  }

  /** The line that was spoken is shown. */
  public void told() {
    if (supports.wants("Comm.Channel.End")) {
      send("Comm.Channel.End", channel);
    }
  }

  /** All that happened at a time is shown. */
  public void quiet() {
    channels.clear();
  }

  private static String clean(String words) {
    return words
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The player typed a command. */
  public void typed(String command) {
    String[] words = command.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (words.length <= 2) {
      Direction.of(words[words.length - 1]).ifPresent(way -> step(way.word()));
    }
  }

  private void step(String way) {
    if (steps.size() == MAX_STEPS) {
      steps.remove();
    }
    steps.add(way);
  }

  /** The player came into another room: the step that led there is done, and those before it. */
  private void went(String from, String to) {
    forgetSteps(
        way ->
            scene
                .flatMap(before -> before.view().room(from))
                .map(room -> room.exits().get(way))
                .filter(exit -> !exit.explored() || exit.target().equals(to))
                .isPresent());
  }

  /** A step was refused because there is no such way: it is the oldest that has none. */
  public void noSuchExit() {
    Set<String> ways = new LinkedHashSet<>();
    scene.flatMap(Scene::room).ifPresent(room -> ways.addAll(room.exits().keySet()));
    forgetSteps(way -> !ways.contains(way))
        .filter(way -> supports.wants("Room.WrongDir"))
        .ifPresent(way -> send("Room.WrongDir", Scene.shortly(way)));
  }

  /** Forgets the steps up to the first that is so, if there is one. */
  private Optional<String> forgetSteps(Predicate<String> isSo) {
    Optional<String> found = steps.stream().filter(isSo).findFirst();
    if (found.isPresent()) {
      while (!found.get().equals(steps.remove())) {
        // those before it came to nothing
      }
    }
    return found;
  }

  /** The connection ends; a page of ours comes back by itself, if it makes sense. */
  public void goodbye(ServerMessage.Bye bye) {
    if (supports.wants(BYE)) {
      send(BYE, Scene.members("code", bye.code().code()));
    }
    if (!clientName.isEmpty() || !supports.isEmpty()) {
      send("Core.Goodbye", bye.text());
    }
  }

  private void send(String message, Object value) {
    client.accept((message + " " + Json.of(value)).getBytes(StandardCharsets.UTF_8));
  }

  private void send(String message) {
    client.accept(message.getBytes(StandardCharsets.UTF_8));
  }
}

package lamplight.server.transport.telnet;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** What a player says and is told who has a seat: commands, and the game's prose. */
final class GameTalk {
  private static final String PROMPT = "> ";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Visit visit;
  private final Kit kit;
  private String game = "";
  private String rejoinWords = "";

  /** The player typed {@code leave}, and was asked whether that is meant. */
  private boolean leaveAsked;

  /** The server has not given the seat up. */
  private boolean leaveRefused;

  private boolean paragraphEnded;
  private boolean paragraphBegins;

  /** The player asked for the map, and the view is not here yet. */
  private boolean mapWanted;

  GameTalk(Visit visit, Kit kit) {
    this.visit = visit;
    this.kit = kit;
  }

  void prompt() {
    kit.terminal()
        .askOrNothing(kit.terminal().settings().prompt(kit.terminal().reader() ? "" : PROMPT));
  }

  // ---- what is typed ----

  void take(String line) {
    switch (line.toLowerCase(Locale.ROOT)) {
      case "" -> prompt();
      case "quit" -> visit.quit();
      case "leave" -> leave();
      default -> command(line);
    }
    leaveAsked = leaveAsked && line.equalsIgnoreCase("leave");
  }

  /** The seat is gone for good then, so it is asked whether that is meant. */
  private void leave() {
    if (!leaveAsked) {
      leaveAsked = true;
      kit.say("That gives your seat up for good; quit keeps it. Really? Type leave again.");
      prompt();
      return;
    }
    leaveAsked = false;
    kit.server().send(new ClientMessage.Leave());
  }

  private void command(String line) {
    if (Preferences.isAboutSetting(line)) {
      List<String> words = List.of(line.split("\\s+", -1));
      if (kit.preferences().set(words.subList(1, words.size()))) {
        prompt();
      }
    } else if (line.equalsIgnoreCase("map") && !kit.terminal().reader()) {
      map();
    } else {
      kit.beside().typed(line);
      kit.server().send(new ClientMessage.Command(OptionalLong.empty(), line));
    }
  }

  /** Draws the map, as soon as the player's view is here. */
  private void map() {
    mapWanted = kit.beside().view().isEmpty();
    if (mapWanted) {
      kit.beside().request();
      return;
    }
    List<Line> drawing = kit.beside().map(kit.terminal().width() - 1, kit.terminal().ink().ascii());
    if (drawing.isEmpty()) {
      kit.server().send(new ClientMessage.Command(OptionalLong.empty(), "map"));
    } else {
      kit.terminal().tell(TextKind.RESULT, drawing);
      prompt();
    }
  }

  // ---- what the game tells ----

  /** A batch of messages begins. */
  void batch() {
    leaveRefused = false;
    paragraphBegins = true;
  }

  /**
   * The batch is at its end.
   *
   * @param answered what it answers
   */
  void told(Optional<ClientMessage> answered) {
    paragraphEnded = false;
    if (answered.filter(ClientMessage.Leave.class::isInstance).isPresent() && !leaveRefused) {
      kit.preferences().left();
      kit.beside().left();
      visit.left();
      kit.say("You have left " + game + ".");
    }
  }

  void block(Block block) {
    kit.beside().block(block);
    if (mapWanted) {
      map();
    }
  }

  void refused(ServerMessage.Refused refused) {
    leaveRefused = true;
    kit.terminal().tell(TextKind.RESULT, List.of(Line.of(Visit.words(refused))));
  }

  /** Paragraphs of one answer stand apart; there is no empty line before the prompt. */
  void text(TextKind kind, Line line) {
    if (line.isEmpty()) {
      paragraphEnded = true;
      paragraphBegins = true;
      return;
    }
    if (paragraphEnded) {
      kit.terminal().tell(kind, List.of(Line.EMPTY));
      paragraphEnded = false;
    }
    Line shown = kit.terminal().reader() ? Spoken.of(line) : ExitsLine.of(kind, line);
    kit.terminal().tell(kind, List.of(paragraphBegins ? stamped(shown) : shown));
    paragraphBegins = false;
  }

  private Line stamped(Line line) {
    if (!kit.terminal().settings().isOn(Setting.TIMESTAMPS)) {
      return line;
    }
    List<Span> spans = new ArrayList<>();
    spans.add(Span.plain("[" + TIME.format(kit.card().time().get()) + "] "));
    spans.addAll(line.spans());
    return new Line(spans);
  }

  void seated(ServerMessage.Session session) {
    game = session.session();
    rejoinWords = session.token();
    kit.beside().seated(session);
    kit.preferences().seated();
    kit.say(
        "You sit in "
            + session.session()
            + " as "
            + session.player()
            + "; others come in with: join "
            + session.session());
    sayHowToComeBack();
    paragraphEnded = true;
  }

  void sayHowToComeBack() {
    kit.say("To take your seat again: resume " + rejoinWords);
  }
}

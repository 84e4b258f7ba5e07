package lamplight.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Refusal;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Notice;
import lamplight.engine.rules.Observer;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.Packer;
import lamplight.engine.wire.ServerMessage;

/**
 * The stage and the party around it. While one input is worked off, what has to be done piles up
 * here, in order, until {@link #finish}.
 */
final class Table {

  private static final Answer FAILED =
      new Answer.Refused(
          Refusal.INTERNAL, "Something went wrong inside the game; nothing changed.");

  final SessionId id;
  final Stage stage;
  final Party party = new Party();
  final Packer packer = new Packer();

  private final boolean locked;
  private final boolean author;
  private Offer offer;
  private List<Output> out = new ArrayList<>();

  /**
   * @param locked whether it has a password
   * @param author whether its host is its world's author
   */
  Table(SessionId id, Offer offer, boolean locked, boolean author, Stage stage) {
    this.id = id;
    this.offer = offer;
    this.locked = locked;
    this.author = author;
    this.stage = stage;
  }

  /** What is played. */
  Offer offer() {
    return offer;
  }

  /** Whether a seat is that of a host who writes the world. */
  boolean isAuthor(Seat seat) {
    return author && party.host().filter(host -> host == seat).isPresent();
  }

  Table put(Output output) {
    out.add(output);
    return this;
  }

  Table send(LinkId to, ServerMessage message) {
    return put(new Output.Send(to, message));
  }

  /** Sends what there is for everybody, and gives out all that has piled up. */
  List<Output> finish(long now) {
    party.connections().forEach(connection -> connection.flush(now, out));
    List<Output> done = out;
    out = new ArrayList<>();
    return done;
  }

  void answer(Connection connection, ServerMessage answer) {
    connection.answer(answer, out);
  }

  /** Makes a step and shares it. */
  Answer step(Input input, long now) {
    return step(input, Observer.NOBODY, now);
  }

  /** The same, and somebody hears what rules do. */
  Answer step(Input input, Observer observer, long now) {
    Optional<Step> step = attempt(input, observer);
    step.ifPresent(made -> share(made, now));
    return step.map(Step::answer).orElse(FAILED);
  }

  /** Makes a step; empty if something in it throws, and then nothing has changed. */
  Optional<Step> attempt(Input input, Observer observer) {
    try {
      return Optional.of(stage.step(input, observer));
    } catch (RuntimeException | StackOverflowError e) {
      put(new Output.Fault(id, input.toString(), e));
      return Optional.empty();
    }
  }

  /** Goes on with another version of the world, if it can. */
  void renew(Game game, long now) {
    try {
      Step step = stage.renew(game, author);
      if (step.answer() instanceof Answer.Refused kept) {
        put(new Output.Kept(id, kept.text()));
        if (author) {
          say(
              List.of(
                  Line.of(
                      "[The world was edited, but this game goes on as it was: "
                          + kept.text()
                          + ".]")));
        }
      } else {
        offer = Offer.of(game.world());
        share(step, now);
        summarise();
      }
    } catch (RuntimeException | StackOverflowError e) {
      put(new Output.Fault(id, "the edited world", e));
    }
  }

  /** Tells everybody what a step told them; what it showed is known to the stage. */
  void share(Step step, long now) {
    for (Notice notice : step.notices()) {
      ServerMessage event =
          new ServerMessage.Event(notice.type(), notice.player(), notice.detail(), now / 1000);
      notice.to().stream()
          .sorted()
          .flatMap(player -> party.of(player).stream())
          .flatMap(seat -> seat.connection().stream())
          .filter(Connection::wantsEvents)
          .forEach(connection -> connection.mention(event, out));
    }
    step.told()
        .forEach(
            told ->
                party
                    .of(told.to())
                    .ifPresent(seat -> seat.text.add(told.kind(), told.paragraph())));
  }

  /** Hands something transient on to all others that want it. */
  Table relay(Seat from, ServerMessage.Live live) {
    party.seats().stream()
        .filter(seat -> seat != from)
        .flatMap(seat -> seat.connection().stream())
        .filter(connection -> connection.link().has(Capability.LIVE))
        .forEach(connection -> connection.mention(live, out));
    return this;
  }

  /** The keeper of the server says something to everybody. */
  void say(List<Line> paragraph) {
    party.seats().forEach(seat -> seat.text.add(TextKind.SYSTEM, paragraph));
  }

  /** The player gives the seat up. */
  void leave(Seat seat, long now) {
    party.remove(seat);
    step(new Input.Leave(seat.player), now);
    summarise();
  }

  /** The player's connection is gone; the seat stays. */
  Table away(Seat seat, long now) {
    party.disconnect(seat);
    step(new Input.Lose(seat.player), now);
    summarise();
    return this;
  }

  /** Cuts off the clients that have not read for too long; their seats stay. */
  void cutStuck(long now) {
    for (Seat seat : party.seats()) {
      if (seat.connection().filter(connection -> connection.stuck(now)).isPresent()) {
        seat.connection().ifPresent(stuck -> put(new Output.Cut(stuck.link().id())));
        away(seat, now);
      }
    }
  }

  /** Ends a seat's connection, if it has one, and says why. */
  void farewell(Seat seat, Farewell why, String text) {
    seat.connection()
        .map(connection -> connection.link().id())
        .ifPresent(
            link -> send(link, new ServerMessage.Bye(why, text)).put(new Output.Close(link)));
  }

  void summarise() {
    put(new Output.Summary(summary(), party.rejoinWords()));
  }

  SessionSummary summary() {
    return new SessionSummary(
        id,
        offer.world(),
        offer.title(),
        locked,
        party.host().map(seat -> seat.player),
        party.seats().stream().map(Seat::summary).toList(),
        offer.maxPlayers(),
        stage.version());
  }
}

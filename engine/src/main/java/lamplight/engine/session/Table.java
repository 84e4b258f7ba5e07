package lamplight.engine.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.State;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Notice;
import lamplight.engine.rules.Observer;
import lamplight.engine.store.Recovery;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.Packer;
import lamplight.engine.wire.ServerMessage;

/**
 * The stage and the party around it. While one input is worked off, what has to be done piles up
 * here, in order, until {@link #finish}.
 */
final class Table {

  private static final String ROLLED_BACK =
      "The server could not save: what was done in the last moment did not happen.";

  private static final Answer FAILED =
      new Answer.Refused(
          Refusal.INTERNAL, "Something went wrong inside the game; nothing changed.");

  private static final Answer UNSAVED =
      new Answer.Refused(
          Refusal.NOT_SAVED, "The server cannot save just now, so nothing was changed. Try later.");

  private static final Answer TOO_LOUD =
      new Answer.Refused(
          Refusal.RATE_LIMITED,
          "The others cannot read so fast, so that was not said. Wait a moment.");

  final SessionId id;
  final Stage stage;
  final Party party = new Party();
  final Packer packer = new Packer();
  private final Lines lines = new Lines();

  final Ledger ledger;

  /** Whether what changes could be saved now. */
  boolean saving = true;

  /** Who was here when the session was kept, has not come back yet, and need not be missed yet. */
  private final Set<PlayerId> awaited = new HashSet<>();

  private final boolean locked;
  private final boolean author;
  private Offer offer;
  private List<Output> out = new ArrayList<>();

  /**
   * @param locked whether it has a password
   * @param author whether its host is its world's author
   */
  Table(SessionId id, Offer offer, boolean locked, boolean author, Stage stage, Ledger ledger) {
    this.id = id;
    this.offer = offer;
    this.locked = locked;
    this.author = author;
    this.stage = stage;
    this.ledger = ledger;
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
    return finish(now, false);
  }

  /**
   * The same.
   *
   * @param force whether the journal is to have all there is
   */
  List<Output> finish(long now, boolean force) {
    party.flush(stage.version(), now, out);
    List<Output> done = out;
    ledger.close(this, now, force).ifPresent(commit -> done.add(0, commit));
    out = new ArrayList<>();
    return done;
  }

  void answer(Connection connection, ServerMessage answer) {
    connection.answer(answer, out);
  }

  /** Tells a client that has just come what the seat remembers, and how rooms are told. */
  void tellSettings(Seat seat, Connection connection) {
    seat.settings()
        .forEach((name, value) -> answer(connection, new ServerMessage.Setting(name, value)));
    tellBrief(seat, connection);
  }

  /** Tells a client whether rooms are told in brief, if that is not as it was. */
  void tellBrief(Seat seat, Connection connection) {
    connection.brief(stage.isBrief(seat.player), out);
  }

  /** Makes a step and shares it. */
  Answer step(Input input, long now) {
    return step(input, Observer.NOBODY, now);
  }

  /** The same, and somebody hears what rules do. */
  Answer step(Input input, Observer observer, long now) {
    Optional<Step> step = attempt(input, observer, now);
    step.ifPresent(made -> share(made, now));
    return step.map(Step::answer).orElse(FAILED);
  }

  /** Makes a step; empty if something in it throws, and then nothing has changed. */
  Optional<Step> attempt(Input input, Observer observer, long now) {
    try {
      Step step = stage.draft(input, observer);
      Optional<Answer> forbidden = forbidden(input, step, now);
      if (forbidden.isPresent()) {
        return forbidden.map(stage::unchanged);
      }
      stage.go(step);
      ledger.happened(input, step);
      return Optional.of(step);
    } catch (RuntimeException | StackOverflowError e) {
      put(new Output.Fault(id, input.toString(), e));
      return Optional.empty();
    }
  }

  /** Why a step is not made, though the world allows it. */
  private Optional<Answer> forbidden(Input input, Step step, long now) {
    if (!saving && !step.changes().isEmpty()) {
      return Optional.of(UNSAVED);
    }
    boolean tooLoud =
        input instanceof Input.Command command
            && isHeardByOthers(step, command.player())
            && party.of(command.player()).filter(seat -> !seat.speech.take(now)).isPresent();
    return tooLoud ? Optional.of(TOO_LOUD) : Optional.empty();
  }

  private static boolean isHeardByOthers(Step step, PlayerId speaker) {
    for (Told told : step.told()) {
      if (told.kind() == TextKind.SPEECH && !told.to().equals(speaker)) {
        return true;
      }
    }
    return false;
  }

  /** Goes on with another version of the world, if it can. */
  void renew(Game game, long now) {
    try {
      State before = stage.state();
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
        displace(before);
        ledger.mark();
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
      mention(notice, now);
    }
    for (Told told : step.told()) {
      Optional<Seat> seat = party.of(told.to());
      if (seat.isPresent()) {
        seat.get().text.add(told.kind(), lines.shared(told.paragraph()));
      }
    }
  }

  /** Tells of something those who notice it and whose programs want to know. */
  private void mention(Notice notice, long now) {
    ServerMessage event =
        new ServerMessage.Event(notice.type(), notice.player(), notice.detail(), now / 1000);
    for (Seat seat : party.seats()) {
      if (notice.to().contains(seat.player)) {
        seat.connection()
            .filter(Connection::wantsEvents)
            .ifPresent(connection -> connection.mention(event, out));
      }
    }
  }

  /** Hands something transient on to all others that want it and know where it comes from. */
  Table relay(Seat from, ServerMessage.Live live) {
    party.seats().stream()
        .filter(seat -> seat != from && stage.isAware(seat.player, from.player))
        .flatMap(seat -> seat.connection().stream())
        .filter(connection -> connection.link().has(Capability.LIVE))
        .forEach(connection -> connection.mention(live, out));
    return this;
  }

  /** The keeper of the server says something to everybody. */
  void say(List<Line> paragraph) {
    party.everybody().forEach(seat -> seat.text.add(TextKind.SYSTEM, paragraph));
  }

  /** The player gives the seat up; false: that could not be saved, and nothing changed. */
  boolean leave(Seat seat, long now) {
    if (saving) {
      party.remove(seat);
      step(new Input.Leave(seat.player), now);
      summarise();
    }
    return saving;
  }

  /** What could not be saved of who is here and who is not is made up for. */
  void catchUp(long now) {
    for (Seat seat : party.seats()) {
      step(seat.here() ? new Input.Return(seat.player, false) : new Input.Lose(seat.player), now);
    }
  }

  /** The player's connection is gone; the seat stays. */
  Table away(Seat seat, long now) {
    party.disconnect(seat);
    step(new Input.Lose(seat.player), now);
    summarise();
    return this;
  }

  /** Takes the seats, their texts and their answers that were kept. */
  void recover(Recovery recovery) {
    List<KeptSeat> seats =
        recovery.entries().kind(KeptSeat.KIND).values().stream()
            .map(KeptSeat::read)
            .sorted(Comparator.comparingInt(KeptSeat::order))
            .toList();
    seats.forEach(seat -> party.add(Seat.of(seat, stage.history(seat.player()), packer)));
    recovery
        .told()
        .forEach(said -> party.of(said.to()).ifPresent(seat -> seat.text.keep(said.message())));
    recovery
        .answered()
        .forEach(said -> party.of(said.to()).ifPresent(seat -> seat.answers.keep(said.message())));
    seats.forEach(
        kept -> party.of(kept.player()).ifPresent(seat -> seat.text.loaded(kept.settled())));
    ledger.recovered(recovery.entries(), recovery.sequence());
  }

  /**
   * Takes the clients of an older table that had gone further than could be saved. What they had
   * asked for and not heard of did not happen; they are sent what there is.
   *
   * @param lost what the older table put out and nobody was sent
   */
  void takeOver(Table old, List<Output> lost, long now) {
    for (Seat before : old.party.seats()) {
      before
          .connection()
          .map(Connection::link)
          .ifPresent(
              link ->
                  party
                      .of(before.player)
                      .ifPresentOrElse(
                          seat -> takeOver(seat, before, link, lost, now), () -> turnOut(link)));
    }
    say(List.of(Line.of(ROLLED_BACK)));
    summarise();
  }

  private void takeOver(Seat seat, Seat before, Link link, List<Output> lost, long now) {
    seat.text.goOnBehind(sent(before, link, lost));
    Connection connection = party.connect(seat, link, seat.text.last(), now);
    for (long number : before.answers.notIn(seat.answers)) {
      answer(
          connection,
          new ServerMessage.Refused(OptionalLong.of(number), Refusal.NOT_SAVED, ROLLED_BACK));
    }
  }

  /** Number of the last line that a client was sent. */
  private static long sent(Seat before, Link link, List<Output> lost) {
    long read = before.connection().map(Connection::read).orElse(0L);
    for (Output output : lost) {
      if (output instanceof Output.Send send
          && send.to().equals(link.id())
          && send.message() instanceof ServerMessage.Text text) {
        read = Math.min(read, text.number() - 1);
      }
    }
    return read;
  }

  private void turnOut(Link link) {
    send(
        link.id(), new ServerMessage.Refused(OptionalLong.empty(), Refusal.NOT_SAVED, ROLLED_BACK));
    put(new Output.Released(link.id()));
  }

  /** Telnet players have nothing but these words to come back with. */
  void tellRejoinWords() {
    for (Seat seat : party.everybody()) {
      if (seat.byTelnet()) {
        seat.text.add(
            TextKind.SYSTEM,
            List.of(Line.of("To come back to your seat: resume " + seat.rejoinWords)));
      }
    }
  }

  /** Ends all connections; the seats stay, and the world does not notice. */
  void dismiss(Farewell why, String reason, long now) {
    party.connections().forEach(connection -> connection.flush(now, out));
    for (Seat seat : party.seats()) {
      farewell(seat, why, reason);
      party.disconnect(seat);
    }
  }

  /** The player is at the table again; nobody notices if only the server was away. */
  void isBack(Seat seat, boolean afresh, long now) {
    boolean quietly = awaited.remove(seat.player);
    if (seat.displaced && saving) {
      seat.displaced = false;
      step(new Input.Return(seat.player, false, quietly), now);
      step(new Input.Displaced(seat.player), now); // tells the room too
    } else {
      step(new Input.Return(seat.player, afresh, quietly), now);
    }
  }

  /** Whoever is away and was in a room that the world has no more is told when they are back. */
  void displace(State before) {
    for (Seat seat : party.everybody()) {
      PlayerState was = before.player(seat.player);
      boolean moved = !stage.state().player(seat.player).room().equals(was.room());
      seat.displaced |= moved && !seat.here();
    }
  }

  /**
   * The server was down for so long: for a world that says so, that time passed for who was here.
   */
  void passDowntime(long millis, long now) {
    boolean anybody = party.seats().stream().anyMatch(seat -> stage.isHere(seat.player));
    if (anybody && stage.passesDowntime() && stage.needsClock()) {
      long left = Math.min(millis, SessionLimits.DOWNTIME_MOST_MILLIS);
      for (; left > 0; left -= SessionLimits.CLOCK_MOST_MILLIS) {
        step(new Input.Pass(Math.min(left, SessionLimits.CLOCK_MOST_MILLIS)), now);
      }
    }
  }

  /**
   * The server was away, and nobody has come back to it yet: the world shows all as away, without a
   * word.
   */
  void awaitAll(long now) {
    for (Seat seat : party.seats()) {
      if (!seat.here() && stage.isHere(seat.player)) {
        awaited.add(seat.player);
        step(new Input.Lose(seat.player, true), now);
      }
    }
  }

  /** Whoever has not come back is missed from now on: the others read of it, and rules hear. */
  void missTheAbsent(long now) {
    for (PlayerId player : List.copyOf(awaited)) {
      awaited.remove(player);
      if (party.of(player).filter(seat -> !seat.here()).isPresent()) {
        step(new Input.Return(player, false, true), now);
        step(new Input.Lose(player), now);
      }
    }
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
    farewell(seat.connection(), why, text);
  }

  void farewell(Optional<Connection> connection, Farewell why, String text) {
    connection
        .map(at -> at.link().id())
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

package lamplight.engine.session;

import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Input;
import lamplight.engine.prose.Visible;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;

/** What a session makes of the messages of somebody who sits at its table. */
final class Seated implements ClientMessage.Cases<Table> {

  private final Table table;
  private final Seat seat;
  private final Connection connection;
  private final long now;

  Seated(Table table, Seat seat, Connection connection, long now) {
    this.table = table;
    this.seat = seat;
    this.connection = connection;
    this.now = now;
  }

  @Override
  public Table setting(ClientMessage.Setting message) {
    if (!seat.commands.take(now)) {
      return refuse(Refusal.RATE_LIMITED, "That was too fast; it was not carried out.");
    }
    if (!table.saving) {
      return refuse(Refusal.NOT_SAVED, "The server cannot save just now; try later.");
    }
    if (message.name().equals(Connection.BRIEF)) {
      return refuse(Refusal.NOT_ALLOWED, "Say brief or verbose: that belongs to the world.");
    }
    if (!seat.remember(message.name(), message.value())) {
      return refuse(
          Refusal.TOO_LARGE, "A seat remembers at most " + SessionLimits.SETTINGS + " settings.");
    }
    table.ledger.mark();
    return table;
  }

  @Override
  public Table command(ClientMessage.Command message) {
    OptionalLong seq = message.seq();
    Optional<ServerMessage> answered =
        seq.isPresent() ? seat.answers.to(seq.getAsLong()) : Optional.empty();
    if (answered.isPresent()) {
      return answerAgain(answered.get());
    }
    if (!seat.commands.take(now)) {
      return refuse(seq, Refusal.RATE_LIMITED, "That was too fast; it was not carried out.");
    }
    Answer came = carryOut(Visible.of(message.text()));
    table.tellBrief(seat, connection);
    if (came instanceof Answer.Refused refused) {
      ServerMessage answer = new ServerMessage.Refused(seq, refused.code(), refused.text());
      if (refused.code() == Refusal.RATE_LIMITED) {
        return say(answer); // it may be sent again under its number
      }
      seq.ifPresentOrElse(
          number -> seat.answers.remember(number, answer), () -> seat.answers.mention(answer));
      return say(answer);
    }
    seq.ifPresent(
        number -> {
          ServerMessage.Ok ok = new ServerMessage.Ok(number);
          seat.answers.remember(number, ok);
          connection.prove(ok);
        });
    return table;
  }

  /** What was refused has changed nothing that a block must show first. */
  private Table answerAgain(ServerMessage answer) {
    if (answer instanceof ServerMessage.Ok done) {
      connection.prove(done);
      return table;
    }
    return say(answer);
  }

  private Answer carryOut(String text) {
    return table.isAuthor(seat)
        ? seat.authoring.carryOut(table, seat, text, now)
        : table.step(new Input.Command(seat.player, text), now);
  }

  @Override
  public Table ack(ClientMessage.Ack message) {
    connection.state().ifPresent(link -> link.acknowledge(message.position(), now));
    return table;
  }

  @Override
  public Table syncRequest(ClientMessage.SyncRequest message) {
    connection.request(message.position(), now);
    return table;
  }

  @Override
  public Table live(ClientMessage.Live message) {
    if (!connection.live().take(now)) {
      return refuse(Refusal.RATE_LIMITED, "LIVE is for 20 messages a second.");
    }
    return table.relay(
        seat, new ServerMessage.Live(seat.player.value(), message.type(), message.data()));
  }

  @Override
  public Table fetch(ClientMessage.Fetch message) {
    return refuse(Refusal.NOT_OFFERED, "This server has no handouts yet.");
  }

  @Override
  public Table ping(ClientMessage.Ping message) {
    return say(new ServerMessage.Pong(message.nonce()));
  }

  @Override
  public Table pong(ClientMessage.Pong message) {
    return table;
  }

  @Override
  public Table leave(ClientMessage.Leave message) {
    if (!table.leave(seat, now)) {
      return refuse(Refusal.NOT_SAVED, "The server cannot save just now; try later.");
    }
    return table.put(new Output.Released(connection.link().id()));
  }

  @Override
  public Table bye(ClientMessage.Bye message) {
    table.farewell(seat, Farewell.BYE, "Your seat in " + table.id + " is kept.");
    return table.away(seat, now);
  }

  /** The lobby knows all sessions. */
  @Override
  public Table listAll(ClientMessage.ListAll message) {
    return table.put(new Output.Stray(connection.link(), message));
  }

  @Override
  public Table hello(ClientMessage.Hello message) {
    return refuse(Refusal.NOT_ALLOWED, "HELLO comes before you take a seat.");
  }

  @Override
  public Table create(ClientMessage.Create message) {
    return alreadySeated();
  }

  @Override
  public Table join(ClientMessage.Join message) {
    return alreadySeated();
  }

  @Override
  public Table resume(ClientMessage.Resume message) {
    return alreadySeated();
  }

  private Table alreadySeated() {
    return refuse(
        Refusal.ALREADY_IN_SESSION, "You have a seat in " + table.id + "; LEAVE gives it up.");
  }

  private Table refuse(Refusal code, String text) {
    return refuse(OptionalLong.empty(), code, text);
  }

  private Table refuse(OptionalLong seq, Refusal code, String text) {
    return say(new ServerMessage.Refused(seq, code, text));
  }

  private Table say(ServerMessage answer) {
    table.answer(connection, answer);
    return table;
  }
}

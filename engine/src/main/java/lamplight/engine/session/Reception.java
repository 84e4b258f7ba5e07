package lamplight.engine.session;

import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Refusal;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.rules.Observer;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;

/** Gives somebody who comes from the lobby a seat, or says why not and sends them back. */
final class Reception implements Arrival.Cases {

  private final Table table;
  private final Optional<Password> password;
  private final Secrets secrets;
  private final Link link;
  private final long now;

  Reception(Table table, Optional<Password> password, Secrets secrets, Link link, long now) {
    this.table = table;
    this.password = password;
    this.secrets = secrets;
    this.link = link;
    this.now = now;
  }

  @Override
  public void sit(Arrival.Sit arrival) {
    Optional<PlayerName> typed = PlayerName.of(arrival.name());
    if (typed.isEmpty()) {
      turnAway(Refusal.BAD_NAME, PlayerName.refusal(arrival.name()));
      return;
    }
    PlayerName name = typed.get();
    if (!password.map(secret -> arrival.password().filter(secret::is).isPresent()).orElse(true)) {
      wrongPassword(arrival.password().isPresent());
    } else if (table.party.named(name).isPresent()) {
      turnAway(
          Refusal.NAME_TAKEN,
          "Somebody in "
              + table.id
              + " is called "
              + name.shown()
              + "; choose another name, or resume if that is you.");
    } else if (table.party.seats().size() >= table.offer().maxPlayers()) {
      int seats = table.offer().maxPlayers();
      turnAway(Refusal.SESSION_FULL, table.id + " is full: " + seats + " of " + seats + " seats.");
    } else {
      join(name, arrival.rejoinWords());
    }
  }

  /**
   * @param given whether a password was said at all
   */
  void wrongPassword(boolean given) {
    if (given) {
      table.put(new Output.WrongSecret(link.id()));
    }
    turnAway(
        Refusal.WRONG_PASSWORD,
        given
            ? "That is not the password of " + table.id + "."
            : table.id + " has a password; say it after your name.");
  }

  private void join(PlayerName name, String rejoinWords) {
    PlayerId player = table.stage.freeId(name);
    Optional<Step> made = table.attempt(new Input.Join(player, name.shown()), Observer.NOBODY, now);
    if (made.isEmpty()) {
      turnAway(Refusal.INTERNAL, "Something went wrong inside the game; you have no seat.");
    } else if (made.get().answer() instanceof Answer.Refused refused) {
      turnAway(refused.code(), refused.text());
    } else {
      String token = secrets.token();
      Seat seat =
          new Seat(
              player,
              table.party.nextOrder(),
              name,
              rejoinWords,
              new Tokens(token),
              table.stage.history(player),
              table.packer);
      table.party.add(seat);
      table.party.connect(seat, link, 0, now);
      welcome(seat, token);
      seat.connection().ifPresent(connection -> table.tellSettings(seat, connection));
      table.share(made.get(), now);
      table.summarise();
    }
  }

  @Override
  public void comeBack(Arrival.ComeBack arrival) {
    Optional<Seat> opened = table.party.openedBy(arrival.secret());
    if (opened.isEmpty()) {
      table.put(new Output.WrongSecret(link.id()));
      turnAway(Refusal.WRONG_TOKEN, "That opens no seat in " + table.id + ".");
      return;
    }
    Seat seat = opened.get();
    boolean wasAway = !seat.here();
    table.farewell(seat, Farewell.TAKEN_OVER, "You play from another connection now.");
    table.party.disconnect(seat);
    String token = arrival.secret();
    if (table.saving) {
      token = secrets.token();
      seat.tokens.rotate(arrival.secret(), token);
      table.ledger.mark();
    }
    seat.text.keep(SessionLimits.RESENT_LINES);
    if (link.kind() != LinkKind.TELNET) { // whose lines have no numbers
      seat.text.goOnBehind(arrival.lastText().orElse(0));
    }
    long last = seat.text.last();
    long read = Math.min(last, arrival.lastText().orElse(last));
    Connection connection = table.party.connect(seat, link, read, now);
    arrival
        .position()
        .ifPresent(position -> connection.state().ifPresent(state -> state.request(position)));
    welcome(seat, token);
    table.tellSettings(seat, connection);
    if (wasAway) {
      table.isBack(seat, arrival.lastText().isEmpty(), now);
    }
    table.summarise();
  }

  /** A telnet player is told the words that a person can keep in mind. */
  private void welcome(Seat seat, String token) {
    String secret = link.kind() == LinkKind.TELNET ? seat.rejoinWords : token;
    table.send(
        link.id(),
        new ServerMessage.Session(
            table.id.code(), seat.player.value(), secret, table.offer().world().value()));
  }

  private void turnAway(Refusal code, String text) {
    table.send(link.id(), new ServerMessage.Refused(OptionalLong.empty(), code, text));
    table.put(new Output.Released(link.id()));
  }
}

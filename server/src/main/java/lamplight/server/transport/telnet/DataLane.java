package lamplight.server.transport.telnet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.telnet.TelnetOption;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Protocol;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.transport.telnet.gmcp.Gmcp;

/**
 * What goes beside one player's text: the replica of the player's view, which the server sends
 * where somebody wants it, GMCP, which is told from it, and MSSP.
 */
final class DataLane {
  private final Visit.Sender server;
  private final Terminal terminal;
  private final ServerCard card;
  private Optional<Gmcp> gmcp = Optional.empty();
  private Optional<ServerMessage.Session> seat = Optional.empty();
  private ClientState view = ClientState.EMPTY;

  /** Whether the server was asked for state in the lobby: it then comes with each seat. */
  private boolean introduced;

  DataLane(Visit.Sender server, Terminal terminal, ServerCard card) {
    this.server = server;
    this.terminal = terminal;
    this.card = card;
  }

  // ---- the client's side ----

  void agreed(TelnetOption option, boolean on) {
    if (option == TelnetOption.MSSP && on) {
      terminal.send(TelnetOption.MSSP, Mssp.body(card.status().get()));
    } else if (option == TelnetOption.GMCP) {
      gmcp =
          on
              ? Optional.of(new Gmcp(body -> terminal.send(TelnetOption.GMCP, body), card.gui()))
              : Optional.empty();
      if (on && seat.isPresent()) {
        request();
        look();
      }
    }
  }

  void told(TelnetOption option, byte[] body) {
    if (option == TelnetOption.GMCP) {
      gmcp.ifPresent(data -> data.received(body));
    }
  }

  /** All that came in is taken. */
  void received() {
    gmcp.ifPresent(Gmcp::answer);
  }

  /** The player typed a command. */
  void typed(String command) {
    if (gmcp.isPresent()) {
      gmcp.get().typed(command);
    }
  }

  // ---- the server's side ----

  /** To be called before a seat is asked for, so that state comes with it if it is wanted. */
  void introduce() {
    if (gmcp.isPresent() && !introduced) {
      introduced = true;
      server.send(
          new ClientMessage.Hello(Protocol.VERSION, terminal.client(), Set.of(Capability.STATE)));
    }
  }

  void seated(ServerMessage.Session session) {
    seat = Optional.of(session);
    view = ClientState.EMPTY;
    gmcp.ifPresent(data -> data.seated(session));
  }

  void left() {
    seat = Optional.empty();
    view = ClientState.EMPTY;
    gmcp.ifPresent(Gmcp::left);
  }

  /** What the player may know, if the server has sent it. */
  Optional<ClientState> view() {
    return Optional.of(view).filter(known -> known.version() > 0);
  }

  /** The map as a drawing, no wider than that; empty if there is nothing to draw. */
  List<Line> map(int width, boolean ascii) {
    return seat.map(at -> MapDrawing.of(view, at.player(), width, ascii)).orElse(List.of());
  }

  /** Asks the server for all state; from then on it sends what becomes of it too. */
  void request() {
    if (view().isEmpty()) {
      server.send(new ClientMessage.SyncRequest(view.position()));
    }
  }

  void block(Block block) {
    ClientState.Applied applied = view.apply(block);
    view = applied.state();
    if (applied.reply() == ClientState.Reply.SYNC_REQUEST) {
      server.send(new ClientMessage.SyncRequest(view.position()));
    }
    look();
  }

  private void look() {
    seat.ifPresent(at -> view().ifPresent(known -> gmcp.ifPresent(data -> data.sees(at, known))));
  }

  /** Something happened, of which the text tells as well. */
  void event(ServerMessage.Event event) {
    gmcp.ifPresent(data -> data.happened(event));
  }

  /** Text that is shown after this. Returns whether {@link #told()} is to be called behind it. */
  boolean text(ServerMessage.Text text) {
    boolean speech = text.kind() == TextKind.SPEECH && !text.line().isEmpty();
    if (speech && gmcp.isPresent()) {
      gmcp.get().spoken(text.line());
    }
    return speech;
  }

  /** What was spoken is shown. */
  void told() {
    gmcp.ifPresent(Gmcp::told);
  }

  /** A batch of messages is shown. */
  void shown() {
    gmcp.ifPresent(Gmcp::quiet);
  }

  void refused(ServerMessage.Refused refused) {
    if (refused.code() == Refusal.NO_SUCH_EXIT) {
      gmcp.ifPresent(Gmcp::noSuchExit);
    }
  }

  void goodbye(ServerMessage.Bye bye) {
    gmcp.ifPresent(data -> data.goodbye(bye));
  }
}

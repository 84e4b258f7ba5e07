package lamplight.server.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.Protocol;
import lamplight.engine.wire.ServerMessage;

/** Plays by the sync protocol, and holds a replica as a client has to: every hash is checked. */
final class SyncTalk implements Talk {
  private static final String CLIENT = "lamplight-load";

  private final Heard heard;
  private final Set<Capability> capabilities;
  private final ClientEnd end = new ClientEnd();
  private final List<Offer> offers = new ArrayList<>();
  private ClientState state = ClientState.EMPTY;
  private Optional<ServerMessage.Session> seat = Optional.empty();
  private boolean seatTold;
  private String name = "";
  private long asked;
  private int lines;

  SyncTalk(Heard heard, Set<Capability> capabilities) {
    this.heard = heard;
    this.capabilities = capabilities;
  }

  @Override
  public void begin(String called) {
    name = called;
    say(new ClientMessage.Hello(Protocol.VERSION, CLIENT, capabilities));
  }

  @Override
  public void list() {
    say(new ClientMessage.ListAll());
  }

  @Override
  public void create(String world) {
    say(new ClientMessage.Create(world, name, Optional.empty()));
  }

  @Override
  public void join(String session) {
    say(new ClientMessage.Join(session, name, Optional.empty()));
  }

  @Override
  public void command(String words) {
    say(new ClientMessage.Command(OptionalLong.of(++asked), words));
  }

  @Override
  public void leave() {
    say(new ClientMessage.Leave());
    say(new ClientMessage.Bye());
  }

  private void say(ClientMessage message) {
    heard.say(end.write(message).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void read(ByteBuffer bytes) {
    for (Inbound<ServerMessage> inbound : end.read(bytes)) {
      if (inbound instanceof Inbound.Good<ServerMessage> good) {
        good.message().match(new News());
      } else if (inbound instanceof Inbound.Bad<ServerMessage> bad) {
        heard.refused("the server said what is no message: " + bad.text());
      }
    }
    if (lines > 0) {
      heard.told(lines);
      lines = 0;
    }
  }

  @Override
  public Optional<ClientState> replica() {
    return Optional.of(state);
  }

  @Override
  public void close() {
    end.close();
  }

  private void apply(Block block) {
    ClientState.Applied applied = state.apply(block);
    state = applied.state();
    switch (applied.reply()) {
      case NOTHING -> {}
      case ACK -> say(new ClientMessage.Ack(state.position()));
      case SYNC_REQUEST -> {
        say(new ClientMessage.SyncRequest(state.position()));
        heard.resynced();
      }
    }
    heard.synced(block instanceof Block.Delta delta ? delta.changes().size() : 0);
    if (!seatTold && seat.isPresent()) {
      seatTold = true;
      heard.seated(seat.get().session(), seat.get().player());
    }
  }

  /** What each message is to this client. */
  private final class News implements ServerMessage.Cases<Boolean> {
    @Override
    public Boolean welcome(ServerMessage.Welcome message) {
      heard.greeted();
      return true;
    }

    @Override
    public Boolean session(ServerMessage.Session message) {
      seat = Optional.of(message);
      return true;
    }

    @Override
    public Boolean world(ServerMessage.World message) {
      String players = message.players();
      int most = Integer.parseInt(players.substring(players.indexOf('-') + 1));
      return offers.add(new Offer(message.id(), most));
    }

    @Override
    public Boolean about(ServerMessage.About message) {
      return false;
    }

    @Override
    public Boolean open(ServerMessage.Open message) {
      return false;
    }

    @Override
    public Boolean end(ServerMessage.End message) {
      heard.offered(List.copyOf(offers));
      return true;
    }

    @Override
    public Boolean sync(ServerMessage.Sync message) {
      apply(message.block());
      return true;
    }

    @Override
    public Boolean text(ServerMessage.Text message) {
      lines += message.line().isEmpty() ? 0 : 1;
      return true;
    }

    @Override
    public Boolean ok(ServerMessage.Ok message) {
      heard.answered(true);
      return true;
    }

    @Override
    public Boolean refused(ServerMessage.Refused message) {
      if (message.seq().isPresent()) {
        heard.answered(false);
      } else {
        heard.refused(message.text());
      }
      return true;
    }

    @Override
    public Boolean bye(ServerMessage.Bye message) {
      return false;
    }

    @Override
    public Boolean ping(ServerMessage.Ping message) {
      say(new ClientMessage.Pong(message.nonce()));
      return true;
    }

    @Override
    public Boolean pong(ServerMessage.Pong message) {
      return false;
    }

    @Override
    public Boolean dict(ServerMessage.Dict message) {
      return false;
    }

    @Override
    public Boolean event(ServerMessage.Event message) {
      return false;
    }

    @Override
    public Boolean live(ServerMessage.Live message) {
      return false;
    }

    @Override
    public Boolean setting(ServerMessage.Setting message) {
      return false;
    }
  }
}

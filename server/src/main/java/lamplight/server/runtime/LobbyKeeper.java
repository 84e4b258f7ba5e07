package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/** The lobby as a keeper: it wants no wake-ups and has nothing to say to a slow client. */
record LobbyKeeper(Lobby lobby) implements Keeper {
  @Override
  public List<Output> receive(Link link, ClientMessage message, long now) {
    return lobby.receive(link, message, now);
  }

  @Override
  public List<Output> lost(LinkId link, long now) {
    return forget(link);
  }

  @Override
  public List<Output> writable(LinkId link, boolean writable, long now) {
    return List.of();
  }

  @Override
  public List<Output> linger(LinkId link, ServerMessage.Bye why) {
    return List.of(new Output.Send(link, why), new Output.Close(link));
  }

  @Override
  public List<Output> tick(long now) {
    return List.of();
  }

  @Override
  public long nextWake() {
    return Long.MAX_VALUE;
  }

  @Override
  public void post(List<Output> outputs, long now, Runnable release, Runnable lost) {
    release.run();
  }

  /** A connection is gone; it may have been lost while it sat in a session. */
  List<Output> forget(LinkId link) {
    lobby.lost(link);
    return List.of();
  }

  List<Output> update(Output.Summary summary) {
    lobby.update(summary);
    return List.of();
  }

  List<Output> closed(SessionId session) {
    lobby.closed(session);
    return List.of();
  }
}

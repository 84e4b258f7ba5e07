package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.wire.ClientMessage;

/** A session as a keeper. */
record SessionKeeper(Session session) implements Keeper {
  @Override
  public List<Output> receive(Link link, ClientMessage message, long now) {
    return session.receive(link, message, now);
  }

  @Override
  public List<Output> lost(LinkId link, long now) {
    return session.lost(link, now);
  }

  @Override
  public List<Output> writable(LinkId link, boolean writable, long now) {
    return session.writable(link, writable, now);
  }

  @Override
  public List<Output> tick(long now) {
    return session.tick(now);
  }

  @Override
  public long nextWake() {
    return session.nextWake();
  }
}

package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.session.Link;
import lamplight.engine.session.Output;

/**
 * Something that happened on a connection and waits for whoever owns the connection when its turn
 * comes.
 *
 * @param asked whether it is something that the client said, which is answered
 */
record Incoming(boolean asked, Use use) {
  /** What comes of it. */
  interface Use {
    List<Output> happen(Keeper keeper, Link link, long now);
  }
}

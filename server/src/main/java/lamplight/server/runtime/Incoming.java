package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.session.Link;
import lamplight.engine.session.Output;

/**
 * Something that happened on a connection and waits for whoever owns the connection when its turn
 * comes.
 */
interface Incoming {
  List<Output> happen(Keeper keeper, Link link, long now);
}

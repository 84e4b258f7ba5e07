package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Output;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/**
 * A state machine that owns connections for a while: the lobby or a session. Its methods are called
 * on its {@link Owner}'s executor only, one at a time.
 */
interface Keeper {
  List<Output> receive(Link link, ClientMessage message, long now);

  List<Output> lost(LinkId link, long now);

  /** The client has had its time to take a seat; {@code why} says what it did instead. */
  List<Output> linger(LinkId link, ServerMessage.Bye why);

  List<Output> writable(LinkId link, boolean writable, long now);

  /** Time has come: {@code now} is not before {@link #nextWake}. */
  List<Output> tick(long now);

  /** When it wants {@link #tick} next, in Unix milliseconds; {@code Long.MAX_VALUE}: not at all. */
  long nextWake();

  /**
   * Lets what a turn came to be carried out, at once or when it may be.
   *
   * @param release carries it out; runs in the owner's turn
   * @param lost runs in its place if it could not be saved, in a turn after that in which clients
   *     are told so
   */
  void post(List<Output> outputs, long now, Runnable release, Runnable lost);
}

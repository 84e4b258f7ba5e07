package lamplight.engine.session;

import lamplight.engine.wire.ServerMessage;

/** What a simulated client lets pass of the server's messages: it heeds only some of them. */
interface Unheeded extends ServerMessage.Cases<Boolean> {
  @Override
  default Boolean bye(ServerMessage.Bye message) {
    return true;
  }

  @Override
  default Boolean dict(ServerMessage.Dict message) {
    return true;
  }

  @Override
  default Boolean end(ServerMessage.End message) {
    return true;
  }

  @Override
  default Boolean event(ServerMessage.Event message) {
    return true;
  }

  @Override
  default Boolean live(ServerMessage.Live message) {
    return true;
  }

  @Override
  default Boolean open(ServerMessage.Open message) {
    return true;
  }

  @Override
  default Boolean ping(ServerMessage.Ping message) {
    return true;
  }

  @Override
  default Boolean pong(ServerMessage.Pong message) {
    return true;
  }

  @Override
  default Boolean setting(ServerMessage.Setting message) {
    return true;
  }

  @Override
  default Boolean welcome(ServerMessage.Welcome message) {
    return true;
  }

  @Override
  default Boolean world(ServerMessage.World message) {
    return true;
  }

  @Override
  default Boolean about(ServerMessage.About message) {
    return true;
  }
}

package lamplight.server.transport.telnet;

import lamplight.engine.prose.Line;

/** What all parts of a visit use. */
record Kit(
    Visit.Sender server,
    ServerCard card,
    Terminal terminal,
    DataLane beside,
    Preferences preferences) {

  /** Shows words that are the server's own. */
  void say(String words) {
    terminal.say(Line.of(words));
  }
}

package lamplight.server.transport.telnet;

import lamplight.engine.telnet.Compressor;

/** What all telnet connections of an event loop share. */
record Workshop(Compressor compressor, Typesetter typesetter) {
  Workshop() {
    this(new Compressor(), new Typesetter());
  }
}

package lamplight.server.transport.telnet;

/** The command bytes of RFC 854 and RFC 885. */
final class Telnet {
  static final int IAC = 255;
  static final int DONT = 254;
  static final int DO = 253;
  static final int WONT = 252;
  static final int WILL = 251;
  static final int SB = 250;
  static final int GA = 249;
  static final int EL = 248;
  static final int EC = 247;
  static final int AYT = 246;
  static final int SE = 240;
  static final int EOR = 239;

  private Telnet() {}
}

package lamplight.engine.telnet;

/** The command bytes of RFC 854 and RFC 885. */
public final class Telnet {
  public static final int IAC = 255;
  public static final int DONT = 254;
  public static final int DO = 253;
  public static final int WONT = 252;
  public static final int WILL = 251;
  public static final int SB = 250;
  public static final int GA = 249;
  public static final int EL = 248;
  public static final int EC = 247;
  public static final int AYT = 246;
  public static final int AO = 245;
  public static final int IP = 244;
  public static final int BRK = 243;
  public static final int NOP = 241;
  public static final int SE = 240;
  public static final int EOR = 239;

  private Telnet() {}
}

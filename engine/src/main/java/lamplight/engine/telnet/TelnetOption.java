package lamplight.engine.telnet;

import java.util.Arrays;
import java.util.Optional;

/** The telnet options that have a name here, and their numbers. */
public enum TelnetOption {
  /** RFC 856. */
  BINARY(0),
  /** RFC 857. */
  ECHO(1),
  /** RFC 858, suppress go-ahead. */
  SGA(3),
  /** RFC 860. */
  TIMING_MARK(6),
  /** RFC 1091, and MTTS in it. */
  TTYPE(24),
  /** RFC 885, end of record: the mark behind a prompt. */
  EOR(25),
  /** RFC 1073, the window's size. */
  NAWS(31),
  /** RFC 1572, and MNES in it. */
  NEW_ENVIRON(39),
  /** RFC 2066. */
  CHARSET(42),
  /** What a server says of itself to lists of MUDs. */
  MSSP(70),
  /** Compression from the server to the client, version 2. */
  MCCP2(86),
  /** Data beside the text. */
  GMCP(201);

  private final int code;

  TelnetOption(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static Optional<TelnetOption> of(int code) {
    return Arrays.stream(values()).filter(option -> option.code == code).findFirst();
  }
}

package lamplight.server.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ports on which a server lets players in.
 *
 * @param certificate what is to be said of the one on the port for TLS, if anything
 */
record OpenPorts(
    int telnet, int sync, OptionalInt web, OptionalInt tls, Optional<String> certificate) {
  private static final String LOOPBACK = "127.0.0.1";

  /** Addresses that stand for all of a machine's own. */
  static final List<String> ALL = List.of("0.0.0.0", "::");

  /** The line that programs wait for; what is new comes at its end. */
  String ready() {
    return "ready telnet="
        + telnet
        + " sync="
        + sync
        + (web.isPresent() ? " web=" + web.getAsInt() : "")
        + (tls.isPresent() ? " tls=" + tls.getAsInt() : "");
  }

  /** How players come in, for the host to pass on. */
  List<String> directions(String bind) {
    boolean here = bind.equals(LOOPBACK) || bind.equals("localhost") || bind.equals("::1");
    String host = ALL.contains(bind) ? LOOPBACK : bind;
    String inAddress = host.contains(":") ? "[" + host + "]" : host;
    List<String> lines = new ArrayList<>();
    lines.add("Lamplight is open" + (here ? " to this machine" : "") + ". To join:");
    lines.add("  ./lamplight play " + inAddress + ":" + sync + "      full screen");
    lines.add("  telnet " + host + " " + telnet + "              any telnet or MUD client");
    tls.ifPresent(
        port -> lines.add("  " + host + " " + port + ", with TLS: MUD clients that have it"));
    certificate.ifPresent(remark -> lines.add("      its certificate is " + remark));
    web.ifPresent(port -> lines.add("  http://" + inAddress + ":" + port + "        any browser"));
    lines.add("Ctrl-C or SIGTERM stops it; \"lamplight admin\" gives it orders.");
    return lines;
  }
}

package lamplight.server.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("./lamplight play " + inAddress + ":" + sync, "full screen");
    ways.put("telnet " + host + " " + telnet, "any telnet or MUD client");
    tls.ifPresent(port -> ways.put(host + " " + port + ", with TLS", "MUD clients that have it"));
    web.ifPresent(port -> ways.put("http://" + inAddress + ":" + port, "any browser"));
    int wide = ways.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("Lamplight is open" + (here ? " to this machine" : "") + ". To join:");
    ways.forEach((how, who) -> lines.add("  " + how + " ".repeat(wide - how.length() + 4) + who));
    certificate.ifPresent(remark -> lines.add("The certificate for TLS is " + remark));
    lines.add("Ctrl-C or SIGTERM stops it; \"lamplight admin\" gives it orders.");
    return lines;
  }
}

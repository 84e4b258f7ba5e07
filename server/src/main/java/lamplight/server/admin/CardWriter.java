package lamplight.server.admin;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import lamplight.engine.sync.Known.Presence;
import lamplight.server.runtime.Clock;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.telnet.MapPackage;
import lamplight.server.transport.telnet.Mssp;
import lamplight.server.transport.telnet.ServerCard;
import lamplight.server.transport.telnet.gmcp.Gmcp;

/** Writes the card of a running server: what it knows of itself, and what its host says of it. */
record CardWriter(Gateway gateway, Clock clock, Map<String, String> host) {
  private static final String HOSTNAME = "HOSTNAME";

  /** Listing sites know the port for TLS by both. */
  private static final List<String> TLS = List.of("TLS", "SSL");

  CardWriter {
    host = new TreeMap<>(host);
  }

  /**
   * @throws RefusedException if a name or value cannot be sent
   */
  static CardWriter of(Gateway gateway, Clock clock, Map<String, String> host)
      throws RefusedException {
    for (Map.Entry<String, String> told : host.entrySet()) {
      if (!Mssp.isAllowed(told.getKey(), told.getValue())) {
        throw new RefusedException(
            "--mssp "
                + told.getKey()
                + "="
                + told.getValue()
                + " cannot be sent; a name is of capitals, digits, blanks and dashes, such as"
                + " HOSTNAME, and a value is one line of at most 200 letters");
      }
    }
    return new CardWriter(gateway, clock, host);
  }

  ServerCard card(String bind, OpenPorts ports) {
    long since = clock.millis() / 1_000;
    Optional<String> page = page(bind, ports.web());
    return new ServerCard(
        () -> status(since, ports, page),
        page.map(at -> new Gmcp.Gui(MapPackage.VERSION, at + MapPackage.PATH)),
        () -> LocalTime.ofInstant(Instant.ofEpochMilli(clock.millis()), ZoneId.systemDefault()));
  }

  private Map<String, String> status(long since, OpenPorts ports, Optional<String> page) {
    Map<String, String> status = new LinkedHashMap<>();
    status.put("NAME", "Lamplight");
    status.put("PLAYERS", Integer.toString(players()));
    status.put("UPTIME", Long.toString(since));
    status.put("PORT", Integer.toString(ports.telnet()));
    if (ports.certificate().isEmpty()) { // clients move to that port, and would be refused there
      ports.tls().ifPresent(port -> TLS.forEach(name -> status.put(name, Integer.toString(port))));
    }
    page.ifPresent(at -> status.put("WEBSITE", at + "/"));
    status.put("CODEBASE", codebase());
    status.put("AREAS", Integer.toString(gateway.worlds().size()));
    status.putAll(Mssp.ALWAYS);
    status.putAll(host);
    return status;
  }

  /** Where the web port is, if there is one and players can know its host. */
  private Optional<String> page(String bind, OptionalInt web) {
    if (web.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(host.get(HOSTNAME))
        .or(() -> Optional.of(bind).filter(address -> !OpenPorts.ALL.contains(address)))
        .map(address -> address.contains(":") ? "[" + address + "]" : address)
        .map(address -> "http://" + address + ":" + web.getAsInt());
  }

  private int players() {
    return (int)
        gateway.sessions().stream()
            .flatMap(session -> session.seats().stream())
            .filter(seat -> seat.presence() == Presence.Where.HERE)
            .count();
  }

  private static String codebase() {
    String version = new LamplightCommand.Version().getVersion()[0];
    return version.replaceFirst("^lamplight", "Lamplight");
  }
}

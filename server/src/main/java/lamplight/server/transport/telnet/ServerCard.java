package lamplight.server.transport.telnet;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lamplight.server.transport.telnet.gmcp.Gmcp;

/**
 * What telnet clients are told of the server that they came to.
 *
 * @param status by the names of MSSP
 * @param gui scripts that draw the map, if there is an address to fetch them from
 * @param time for timestamps
 */
public record ServerCard(
    Supplier<Map<String, String>> status, Optional<Gmcp.Gui> gui, Supplier<LocalTime> time) {

  /** Of a server that says nothing. */
  public static final ServerCard BLANK =
      new ServerCard(Map::of, Optional.empty(), () -> LocalTime.MIDNIGHT);
}

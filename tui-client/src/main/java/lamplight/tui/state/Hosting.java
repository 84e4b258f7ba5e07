package lamplight.tui.state;

import lamplight.tui.link.HostAndPort;

/**
 * A server that was started from the start screen.
 *
 * @param everybody for all who reach this machine, or for this machine alone
 * @param address what others write to reach this machine
 * @param telnet the port for telnet and MUD clients
 * @param sync the port for Lamplight's own client
 */
public record Hosting(boolean everybody, String address, int telnet, int sync) {
  /** Where the player's own program finds it. */
  HostAndPort own() {
    return new HostAndPort("127.0.0.1", sync);
  }

  /** What Lamplight's own client is given. */
  public HostAndPort forClients() {
    return new HostAndPort(address, sync);
  }
}

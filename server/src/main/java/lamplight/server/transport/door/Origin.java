package lamplight.server.transport.door;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a client comes from, as limits count it: one IPv4 address, or the 64 bits of IPv6 that one
 * household or machine is given, whose addresses are all the same to us. Two origins are equal if
 * they are one for a limit.
 *
 * @param network the address; of IPv6 with the last 64 bits zero
 */
public record Origin(InetAddress network) {
  private static final int HOUSEHOLD_BYTES = 8;
  private static final AttributeKey<InetAddress> PROXIED =
      AttributeKey.valueOf(Origin.class, "PROXIED");

  /** The origin of an address. */
  public static Origin of(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return new Origin(address);
    }
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, HOUSEHOLD_BYTES, bytes.length, (byte) 0);
    try {
      return new Origin(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new AssertionError("sixteen bytes are an address", e);
    }
  }

  /** Where the client of a connection comes from: as a trusted proxy said, else the other end. */
  public static Origin of(Channel channel) {
    return of(address(channel));
  }

  /** The address of a connection's client: as a trusted proxy said, else the other end. */
  public static InetAddress address(Channel channel) {
    @Nullable InetAddress proxied = channel.hasAttr(PROXIED) ? channel.attr(PROXIED).get() : null;
    return proxied != null ? proxied : peer(channel);
  }

  /** The other end of a connection, which may be a proxy. */
  static InetAddress peer(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress socket && !socket.isUnresolved()
        ? socket.getAddress()
        : InetAddress.getLoopbackAddress(); // it was gone before we looked
  }

  static void proxied(Channel channel, InetAddress client) {
    channel.attr(PROXIED).set(client);
  }

  /** {@code 192.0.2.7} or {@code 2001:db8:0:1:0:0:0:0/64}. */
  @Override
  public String toString() {
    return network.getHostAddress() + (network instanceof Inet6Address ? "/64" : "");
  }
}

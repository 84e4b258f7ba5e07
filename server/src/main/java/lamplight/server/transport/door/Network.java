package lamplight.server.transport.door;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of addresses, such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address.
 *
 * @param address any address in it
 * @param prefix how many bits are the same in all of it, 0 to 32 or 128
 */
public record Network(InetAddress address, int prefix) {
  public Network {
    int bits = 8 * address.getAddress().length;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("a prefix of " + prefix + " in an address of " + bits);
    }
  }

  /**
   * Reads {@code ADDRESS} or {@code ADDRESS/PREFIX}; empty if it is neither. Asks no name server.
   */
  public static Optional<Network> read(String text) {
    int slash = text.indexOf('/');
    InetAddress address =
        NetUtil.createInetAddressFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return Optional.empty();
    }
    int bits = 8 * address.getAddress().length;
    String prefix = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
    return prefix.matches("[0-9]{1,3}") && Integer.parseInt(prefix) <= bits
        ? Optional.of(new Network(address, Integer.parseInt(prefix)))
        : Optional.empty();
  }

  public boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % 8;
      if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}

package lamplight.engine.sync;

import java.util.HexFormat;

/**
 * The hash of a set of entries: the sum modulo 2^32 of the CRC-32 of their lines (protocol, section
 * 2). A sum, because a change then costs one subtraction and one addition.
 */
public record StateHash(int sum) {

  /** The hash of no entries. */
  public static final StateHash EMPTY = new StateHash(0);

  /**
   * Reads hex digits; fewer than eight are the last ones, so that a person can type {@code 0}.
   *
   * @throws IllegalArgumentException if {@code hex} is anything else
   */
  public static StateHash parse(String hex) {
    if (hex.isEmpty() || hex.length() > 8 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("a hash is eight hex digits");
    }
    return new StateHash(HexFormat.fromHexDigits(hex));
  }

  /** The hash of both sets of entries together; they have no key in common. */
  public StateHash plus(StateHash other) {
    return new StateHash(sum + other.sum);
  }

  public StateHash plus(Entry entry) {
    return new StateHash(sum + entry.crc());
  }

  public StateHash minus(Entry entry) {
    return new StateHash(sum - entry.crc());
  }

  /** Eight lower-case hex digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(sum);
  }
}

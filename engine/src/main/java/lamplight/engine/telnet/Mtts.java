package lamplight.engine.telnet;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client says it can show and do: the MUD Terminal Type Standard, in the third answer to
 * {@link TelnetOption#TTYPE} as {@code MTTS 271}, and in a variable of {@link
 * TelnetOption#NEW_ENVIRON} as {@code 271}.
 */
public record Mtts(Set<Bit> bits) {
  /** The bits, by their values. */
  public enum Bit {
    ANSI(1),
    VT100(2),
    UTF_8(4),
    COLOURS_256(8),
    MOUSE(16),
    OSC_PALETTE(32),
    SCREEN_READER(64),
    PROXY(128),
    TRUECOLOUR(256),
    MNES(512),
    MSLP(1024),
    TLS(2048);

    private final int value;

    Bit(int value) {
      this.value = value;
    }
  }

  private static final Pattern FORM = Pattern.compile("(?:MTTS )?([0-9]{1,6}) *");

  public Mtts {
    bits = Set.copyOf(bits);
  }

  public boolean has(Bit bit) {
    return bits.contains(bit);
  }

  /** With the bits of both: clients tell fewer in one place than in the other. */
  public Mtts and(Mtts other) {
    Set<Bit> both = EnumSet.noneOf(Bit.class);
    both.addAll(bits);
    both.addAll(other.bits);
    return new Mtts(both);
  }

  /** {@code MTTS 271}. */
  public String word() {
    return "MTTS " + bits.stream().mapToInt(bit -> bit.value).sum();
  }

  /** Reads {@code MTTS 271} or {@code 271}; empty if it is neither. */
  public static Optional<Mtts> read(String word) {
    var form = FORM.matcher(word);
    if (!form.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(form.group(1));
    Collection<Bit> bits =
        Arrays.stream(Bit.values()).filter(bit -> (number & bit.value) != 0).toList();
    return Optional.of(new Mtts(Set.copyOf(bits)));
  }
}

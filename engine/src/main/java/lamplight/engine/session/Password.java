package lamplight.engine.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A session's password, kept as hashes that are compared in constant time.
 *
 * <p>In memory it is a salted SHA-256, which takes no time in the lobby. On a disk it is {@link
 * #kept}, a slow hash of that one, so that whoever reads the disk cannot guess fast; the first who
 * says the right password after the session was loaded makes the quick one known again. A
 * connection may guess a few times only ({@link SessionLimits#WRONG_SECRETS}). In any thread.
 */
public final class Password {

  private static final int SALT_BYTES = 16;
  private static final int SLOW_ROUNDS = 100_000;
  private static final int SLOW_BITS = 256;
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] salt;
  private volatile Optional<byte[]> quick;
  private volatile Optional<byte[]> slow;

  private Password(byte[] salt, Optional<byte[]> quick, Optional<byte[]> slow) {
    this.salt = salt;
    this.quick = quick;
    this.slow = slow;
  }

  /** Keeps {@code words}, salted from {@code secrets}. */
  public static Password of(String words, RandomGenerator secrets) {
    byte[] salt = new byte[SALT_BYTES];
    secrets.nextBytes(salt);
    return new Password(salt, Optional.of(quick(salt, words)), Optional.empty());
  }

  /**
   * The password that was kept as {@code text}.
   *
   * @throws IllegalArgumentException if {@link #kept} gave no such text
   */
  static Password read(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("no password is kept like that");
    }
    return new Password(
        HEX.parseHex(parts[0]), Optional.empty(), Optional.of(HEX.parseHex(parts[1])));
  }

  /** Salt and PBKDF2 hash in hex; the first time it takes some tens of milliseconds. */
  String kept() {
    byte[] hash = slow.orElseGet(() -> slow(quick.orElseThrow()));
    slow = Optional.of(hash);
    return HEX.formatHex(salt) + "." + HEX.formatHex(hash);
  }

  /** Whether {@link #is} takes as long as the slow hash. */
  boolean isSlow() {
    return quick.isEmpty();
  }

  boolean is(String words) {
    byte[] guess = quick(salt, words);
    if (quick.isPresent()) {
      return MessageDigest.isEqual(quick.get(), guess);
    }
    boolean right = MessageDigest.isEqual(slow.orElseThrow(), slow(guess));
    quick = Optional.of(guess).filter(known -> right);
    return right;
  }

  private static byte[] quick(byte[] salt, String words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(words.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private byte[] slow(byte[] quick) {
    try {
      char[] hex = HEX.formatHex(quick).toCharArray();
      PBEKeySpec spec = new PBEKeySpec(hex, salt, SLOW_ROUNDS, SLOW_BITS);
      Arrays.fill(hex, ' ');
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}

package lamplight.engine.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * A session's password, kept as a salted SHA-256 and compared in constant time.
 *
 * <p>It guards a table among friends, lives in memory only and may be guessed a few times a
 * connection ({@link SessionLimits#WRONG_SECRETS}), so a fast hash is enough, and it may run on the
 * session's own thread. Whoever writes it to a disk must first hash it slowly.
 */
public final class Password {

  private static final int SALT_BYTES = 16;

  private final byte[] salt;
  private final byte[] hash;

  private Password(byte[] salt, byte[] hash) {
    this.salt = salt;
    this.hash = hash;
  }

  /** Keeps {@code words}, salted from {@code secrets}. */
  public static Password of(String words, RandomGenerator secrets) {
    byte[] salt = new byte[SALT_BYTES];
    secrets.nextBytes(salt);
    return new Password(salt, hash(salt, words));
  }

  boolean is(String words) {
    return MessageDigest.isEqual(hash, hash(salt, words));
  }

  private static byte[] hash(byte[] salt, String words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(words.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}

package lamplight.engine.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what nobody must guess. Its source is a secure one outside of tests. */
final class Secrets {

  private static final int TOKEN_BYTES = 16;

  private final RandomGenerator source;

  Secrets(RandomGenerator source) {
    this.source = source;
  }

  /** 128 bits in hex. */
  String token() {
    byte[] token = new byte[TOKEN_BYTES];
    source.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  /**
   * Three words that a person can keep in mind: {@code copper-otter-lantern}, one of ten million.
   */
  String rejoinWords() {
    return pick(Words.ADJECTIVES) + "-" + pick(Words.ANIMALS) + "-" + pick(Words.THINGS);
  }

  /** A code to read out to friends: {@code otter-42}. It is short, not secret. */
  SessionId sessionId() {
    return new SessionId(pick(Words.ANIMALS) + "-" + source.nextInt(10, 100));
  }

  private String pick(List<String> words) {
    return words.get(source.nextInt(words.size()));
  }

  /** What is kept of a secret that nobody could guess. */
  static String hash(String secret) {
    try {
      byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Compares in a time that does not tell how much is right. */
  static boolean same(String secret, String guess) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
  }
}

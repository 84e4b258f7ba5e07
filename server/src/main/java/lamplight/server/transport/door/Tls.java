package lamplight.server.transport.door;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import lamplight.server.runtime.RefusedException;

/** The server's certificate and key, and the threads on which handshakes are calculated. */
public final class Tls implements AutoCloseable {
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  /** How long a client may take to agree on TLS. */
  private static final long HANDSHAKE_MILLIS = 10_000;

  /** Handshakes are calculated beside the event loops, one at a time. */
  private static final int THREADS = 1;

  /** Steps of handshakes that may wait; a client whose step finds no place is cut off. */
  private static final int WAITING_STEPS = 1_000;

  private static final String ALIAS = "lamplight";

  /**
   * The self-signed certificate is for trying: its key store has no secret but its file's rights.
   */
  private static final String PASSWORD = "lamplight";

  private final SslContext context;
  private final ExecutorService calculating =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING_STEPS),
          new DefaultThreadFactory("tls", true));

  private final Optional<String> remark;

  private Tls(SslContext context, Optional<String> remark) {
    this.context = context;
    this.remark = remark;
  }

  /**
   * What a host should know of the certificate, behind "it is": the SHA-256 of a self-signed one,
   * as clients show it; that clients will refuse one which is out of date; else nothing.
   */
  public Optional<String> remark() {
    return remark;
  }

  /**
   * TLS with a certificate of the host's.
   *
   * @param chain PEM: the server's certificate and those that vouch for it
   * @param key PEM: PKCS#8, without a password
   * @throws RefusedException if a file does not hold that, or one does not fit the other
   */
  public static Tls of(Path chain, Path key) throws RefusedException {
    try {
      PrivateKey secret = PemFile.key(key);
      List<X509Certificate> certificates = PemFile.certificates(chain);
      if (!PemFile.fit(secret, certificates.get(0))) {
        throw new RefusedException(
            "--tls-key " + key + " is not the key of the first certificate in " + chain);
      }
      return new Tls(
          built(SslContextBuilder.forServer(secret, certificates)),
          outOfDate(certificates.get(0), Instant.now()));
    } catch (IOException | GeneralSecurityException e) {
      throw new RefusedException(
          "--tls-cert " + chain + " and --tls-key " + key + " cannot be used: " + e.getMessage());
    }
  }

  /**
   * TLS with a certificate of nobody's, for trying; made once, and kept in a folder so that clients
   * see the same one again.
   *
   * @throws RefusedException if none can be made or read
   */
  public static Tls selfSigned(Path folder) throws RefusedException {
    Path file = folder.resolve("self-signed.p12");
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      KeyStore store = read(file);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      return new Tls(
          built(SslContextBuilder.forServer(keys)),
          Optional.of("self-signed, SHA-256 " + fingerprint(store.getCertificate(ALIAS))));
    } catch (IOException | GeneralSecurityException e) {
      throw new RefusedException(
          "no certificate could be made or read in "
              + folder
              + ": "
              + reason(e)
              + "; give one of yours with --tls-cert and --tls-key");
    }
  }

  /** The server starts with it all the same: who plays without TLS is not to wait for a new one. */
  static Optional<String> outOfDate(X509Certificate certificate, Instant now) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    return now.isBefore(from) || now.isAfter(until)
        ? Optional.of("good from " + from + " until " + until + " only: clients will refuse it")
        : Optional.empty();
  }

  private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** With the JDK's own tool: its classes offer nothing for it. */
  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made =
        new ProcessBuilder(
                tool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (made.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static SslContext built(SslContextBuilder builder) throws SSLException {
    return builder.protocols(VERSIONS).build();
  }

  /** The innermost reason in a line: the outer ones say only that something failed. */
  private static String reason(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  SslHandler handler(Channel channel) {
    SslHandler handler = context.newHandler(channel.alloc(), calculating);
    handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
    return handler;
  }

  /** No handshake comes to its end any more. */
  @Override
  public void close() {
    calculating.shutdownNow();
  }
}

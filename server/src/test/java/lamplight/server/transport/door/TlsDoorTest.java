package lamplight.server.transport.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import lamplight.server.Host;
import lamplight.server.Peer;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.Listeners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game within TLS, beside a client that never comes to an agreement. */
public class TlsDoorTest {
  @TempDir private Path folder;
  private Host host;
  private Listeners listeners;

  @BeforeEach
  void open() throws RefusedException {
    host = new Host();
    listeners = Listeners.create();
  }

  @AfterEach
  void close() {
    host.close();
    listeners.stop();
  }

  @Test
  void aGameIsPlayedWithinTls() throws IOException, GeneralSecurityException, RefusedException {
    Tls tls = Tls.selfSigned(folder);
    int port = listeners.tls(host.gateway(), tls, "127.0.0.1", 0);
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port);
        Peer plain = new Peer(port);
        Peer bea = new Peer(tlsTo(port))) {
      silent.getOutputStream().write(0x16); // the beginning of a handshake, and no more
      assertThat(plain.say("Beatrice").hearTheEnd()).as("without TLS").doesNotContain("name");
      silent.shutdownOutput();
      silent.setSoTimeout(5_000);
      assertThat(silent.getInputStream().read()).as("gone before its time is over").isEqualTo(-1);
      bea.hear("name? ");
      bea.say("Bea", "new yard").hear("\n> ");
      assertThat(bea.say("look").hear("\n> ")).contains("The Yard");
      assertThat(bea.say("quit").hearTheEnd()).contains("resume ");
    }
    assertThat(Tls.selfSigned(folder).remark())
        .as("clients see the same certificate again")
        .isEqualTo(tls.remark());
    assertThat(host.reports()).isEmpty();
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeAreNamed()
      throws IOException, GeneralSecurityException, RefusedException {
    Tls.selfSigned(folder);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(folder.resolve("self-signed.p12")), "lamplight".toCharArray());
    byte[] key = store.getKey("lamplight", "lamplight".toCharArray()).getEncoded();
    byte[] other = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    Path chain = pem("CERTIFICATE", store.getCertificate("lamplight").getEncoded());
    assertThat(Tls.of(chain, pem("PRIVATE KEY", key)).remark()).isEmpty();
    assertRefused(chain, pem("PRIVATE KEY", other), "is not the key of the first certificate");
    assertRefused(chain, pem("EC PRIVATE KEY", key), "openssl pkcs8 -topk8");
    assertRefused(chain, pem("PRIVATE KEY", new byte[] {1, 2, 3}), "is neither RSA, EC nor EdDSA");
    assertRefused(pem("PRIVATE KEY", key), pem("PRIVATE KEY", key), "certificate");
    assertRefused(folder.resolve("nothing.pem"), pem("PRIVATE KEY", key), "there is no ");
  }

  @Test
  void aCertificateThatIsOutOfDateIsRemarkedOn()
      throws IOException, GeneralSecurityException, RefusedException {
    Tls.selfSigned(folder);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(folder.resolve("self-signed.p12")), "lamplight".toCharArray());
    X509Certificate certificate = (X509Certificate) store.getCertificate("lamplight");
    Instant until = certificate.getNotAfter().toInstant();
    assertThat(Tls.outOfDate(certificate, until)).isEmpty();
    assertThat(Tls.outOfDate(certificate, until.plusSeconds(1)))
        .hasValueSatisfying(remark -> assertThat(remark).contains("until " + until));
    assertThat(Tls.outOfDate(certificate, Instant.EPOCH)).isPresent();
  }

  private static void assertRefused(Path chain, Path key, String why) {
    assertThatThrownBy(() -> Tls.of(chain, key))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }

  private Path pem(String what, byte[] content) throws IOException {
    String text =
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content)
            + "\n-----END "
            + what
            + "-----\n";
    return Files.writeString(Files.createTempFile(folder, "", ".pem"), text);
  }

  /** A connection within TLS to a port of this machine, whatever certificate it has. */
  public static Socket tlsTo(int port) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
    return context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
  }
}

package lamplight.tui.link;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import lamplight.tui.text.Words;

/**
 * TLS over a connection. A certificate that the system trusts is taken; most MUDs have one of their
 * own making, so any other is taken when a server is met first, with a warning, and from then on
 * that server must show the same one.
 */
public final class Tls implements SocketWire.Layer {
  private static final int HANDSHAKE_MILLIS = 10_000;

  private final Path known;
  private final String name;
  private final String host;
  private final int port;
  private final Words words;

  /**
   * TLS to one server.
   *
   * @param known the file of servers that were met, a line each: address, space, SHA-256 of the
   *     certificate; made when it is needed
   */
  public Tls(Path known, String host, int port, Words words) {
    this.words = words;
    this.known = known;
    this.name = host + ":" + port;
    this.host = host;
    this.port = port;
  }

  @Override
  public SocketWire.Layered over(Socket plain) throws IOException {
    Trust trust = new Trust();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(HANDSHAKE_MILLIS);
      socket.startHandshake();
      socket.setSoTimeout(0);
      return new SocketWire.Layered(socket, trust.warning);
    } catch (GeneralSecurityException e) {
      throw new IOException(words.say("tls.none", String.valueOf(e.getMessage())), e);
    }
  }

  /** Asks the system first, then the file. */
  private final class Trust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager system;
    private Optional<String> warning = Optional.empty();

    Trust() throws IOException {
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        system = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
      } catch (GeneralSecurityException e) {
        throw new IOException(words.say("tls.system"), e);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      try {
        system.checkServerTrusted(chain, type, socket);
      } catch (CertificateException e) {
        checkKnown(fingerprint(chain[0]));
      }
    }

    private void checkKnown(String shown) throws CertificateException {
      try {
        Optional<String> before = read();
        if (before.isEmpty()) {
          write(shown);
          warning = Optional.of(shown);
        } else if (!before.get().equals(shown)) {
          throw new CertificateException(words.say("tls.changed", name, shown, known.toString()));
        }
      } catch (IOException e) {
        throw new CertificateException(
            words.say("tls.file", known.toString(), String.valueOf(e.getMessage())), e);
      }
    }

    private Optional<String> read() throws IOException {
      List<String> lines = Files.exists(known) ? Files.readAllLines(known) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst();
    }

    private void write(String fingerprint) throws IOException {
      Files.createDirectories(known.toAbsolutePath().getParent());
      Files.writeString(
          known,
          name + " " + fingerprint + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }

    private String fingerprint(X509Certificate certificate) throws CertificateException {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.of().formatHex(hash);
      } catch (GeneralSecurityException e) {
        throw new CertificateException(e);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      system.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      system.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      system.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      system.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      system.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return system.getAcceptedIssuers();
    }
  }
}

package lamplight.server.transport.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as certificate authorities hand them out, RFC 7468. */
final class PemFile {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** The kinds of keys that servers have, and how something is signed with each. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private PemFile() {}

  /** All certificates of a file, at least one. */
  static List<X509Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> certificates;
    try {
      certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(file)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
    } catch (CertificateException e) {
      throw new CertificateException(file + " is not a chain of certificates in PEM", e);
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("there is no certificate in " + file);
    }
    return certificates;
  }

  /** The key of a file. */
  static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    Matcher key = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
    if (!key.find()) {
      throw new InvalidKeyException(
          "there is no key in "
              + file
              + " that is PKCS#8 without a password; to make one of another: openssl pkcs8 -topk8"
              + " -nodes -in "
              + file
              + " -out NEW");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
    for (String kind : SIGNATURES.keySet()) {
      Optional<PrivateKey> found = ofKind(kind, encoded);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new InvalidKeyException(file + " is neither RSA, EC nor EdDSA");
  }

  private static Optional<PrivateKey> ofKind(String kind, byte[] encoded)
      throws GeneralSecurityException {
    try {
      return Optional.of(
          KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    }
  }

  /** Whether what the key signs is what the certificate vouches for. */
  static boolean fit(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    byte[] words = "lamplight".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance(SIGNATURES.get(key.getAlgorithm()));
    signature.initSign(key);
    signature.update(words);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(words);
    return signature.verify(signed);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no " + file, e);
    }
  }
}

package lamplight.server.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.door.Network;
import lamplight.server.transport.door.Tls;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code serve} about TLS and proxies. */
final class DoorOptions {
  private static final String TLS_PORT = "--tls-port";
  private static final String TRUST_PROXY = "--trust-proxy";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "The certificate chain for --tls-port, PEM (usually a self-signed one, made for trying).")
  private Optional<Path> certificate = Optional.empty();

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of --tls-cert, PEM, PKCS#8, without a password.")
  private Optional<Path> key = Optional.empty();

  private OptionalInt tlsPort = OptionalInt.empty();
  private final List<Network> proxies = new ArrayList<>();

  @Option(
      names = TLS_PORT,
      paramLabel = "PORT",
      description = "For telnet and MUD clients within TLS (usually none; 0: any free one).")
  void tlsPort(int port) {
    tlsPort = OptionalInt.of(ServeCommand.checked(spec, TLS_PORT, port));
  }

  @Option(
      names = TRUST_PROXY,
      paramLabel = "ADDRESS[/PREFIX]",
      description =
          "Connections from there begin with a PROXY header, which says whose they are; may be given again.")
  void trustProxy(List<String> networks) {
    for (String network : networks) {
      proxies.add(
          Network.read(network)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          TRUST_PROXY
                              + " is "
                              + network
                              + "; wanted is an address or a network, such as 127.0.0.1 or 10.0.0.0/8")));
    }
  }

  OptionalInt tlsPort() {
    return tlsPort;
  }

  List<Network> proxies() {
    return List.copyOf(proxies);
  }

  /**
   * What the port for TLS shows its clients; empty without such a port.
   *
   * @param folder where a certificate of nobody's is kept
   * @throws RefusedException if the files are not what they should be
   */
  Optional<Tls> tls(Path folder) throws RefusedException {
    if (certificate.isPresent() != key.isPresent()) {
      throw usage("--tls-cert and --tls-key go together; one of them is missing");
    }
    if (tlsPort.isEmpty()) {
      if (certificate.isPresent()) {
        throw usage("--tls-cert is for --tls-port, which is missing");
      }
      return Optional.empty();
    }
    return Optional.of(
        certificate.isPresent()
            ? Tls.of(certificate.get(), key.orElseThrow())
            : Tls.selfSigned(folder));
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}

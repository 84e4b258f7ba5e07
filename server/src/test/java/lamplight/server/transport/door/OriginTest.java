package lamplight.server.transport.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as limits and trust see them. */
class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:0:1:aaaa::1, 2001:db8:0:1:0:0:0:0/64",
    "2001:db8:0:1:bbbb::2, 2001:db8:0:1:0:0:0:0/64",
    "::1, 0:0:0:0:0:0:0:0/64"
  })
  void aHouseholdIsOneOrigin(String address, String origin) {
    assertThat(Origin.of(address(address))).hasToString(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/32, 2001:db8:7::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::1, ::1, true"
  })
  void aNetworkHasTheAddressesThatBeginLikeIt(String network, String address, boolean within) {
    assertThat(Network.read(network).orElseThrow().contains(address(address))).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::1/129", "1/x"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThat(Network.read(text)).isEmpty();
  }

  private static InetAddress address(String text) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(text);
    assertThat(address).isNotNull();
    return address;
  }
}

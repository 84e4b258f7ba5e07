package lamplight.server.transport.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class CrowdTest {
  @Test
  void oneHouseholdDoesNotKeepOthersOut() throws UnknownHostException {
    Crowd crowd = new Crowd(10, 2);
    assertThat(crowd.enter(origin("2001:db8::1"))).isEmpty();
    assertThat(crowd.enter(origin("2001:db8::2"))).isEmpty();
    assertThat(crowd.enter(origin("2001:db8::3"))).hasValueSatisfying(CrowdTest::namesTheAddress);
    assertThat(crowd.enter(origin("2001:db8:0:1::3"))).isEmpty();
    crowd.leave(origin("2001:db8::9"));
    assertThat(crowd.enter(origin("2001:db8::3"))).isEmpty();
  }

  @Test
  void thisMachineIsNotCountedByOriginButAmongAll() throws UnknownHostException {
    Crowd crowd = new Crowd(3, 1);
    for (int i = 0; i < 3; i++) {
      assertThat(crowd.enter(origin("127.0.0.1"))).isEmpty();
    }
    assertThat(crowd.enter(origin("127.0.0.1")))
        .hasValue("This server is full; please try again later.");
    assertThat(crowd.enter(origin("192.0.2.1"))).isPresent();
  }

  @Test
  void whoHasGoneIsForgotten() throws UnknownHostException {
    Crowd crowd = new Crowd(10, 5);
    crowd.enter(origin("192.0.2.1"));
    crowd.leave(origin("192.0.2.1"));
    assertThat(crowd.of(origin("192.0.2.1"))).isZero();
  }

  private static void namesTheAddress(String why) {
    assertThat(why).isEqualTo("There are too many connections from your address.");
  }

  private static Origin origin(String address) throws UnknownHostException {
    return Origin.of(InetAddress.getByName(address));
  }
}

package lamplight.engine.telnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lamplight.engine.telnet.OptionTable.Handler;
import lamplight.engine.telnet.OptionTable.Offer;
import lamplight.engine.telnet.OptionTable.Row;
import lamplight.engine.telnet.OptionTable.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server and a client made of the same parts, each with a table of its own, talk to each other.
 */
class TelnetEndTest {
  private static final OptionTable<Peer> SERVER =
      new OptionTable<>(
          List.of(
              row(TelnetOption.TTYPE, Use.NEVER, Use.OURS, Offer.FIRST),
              row(TelnetOption.ECHO, Use.OURS, Use.NEVER, Offer.NONE),
              row(TelnetOption.NAWS, Use.NEVER, Use.AGREED, Offer.SECOND),
              row(TelnetOption.GMCP, Use.OURS, Use.NEVER, Offer.SECOND)));
  private static final OptionTable<Peer> CLIENT =
      new OptionTable<>(
          List.of(
              row(TelnetOption.TTYPE, Use.AGREED, Use.NEVER, Offer.NONE),
              row(TelnetOption.ECHO, Use.NEVER, Use.AGREED, Offer.NONE),
              row(TelnetOption.NAWS, Use.AGREED, Use.NEVER, Offer.SECOND)));

  private static Row<Peer> row(TelnetOption option, Use us, Use them, Offer offer) {
    return new Row<>(
        option,
        us,
        them,
        offer,
        new Handler<>(
            (peer, side, on) -> peer.heard.add(option + " " + side + (on ? " on" : " off")),
            (peer, body) -> peer.heard.add(option + " " + text(body))));
  }

  private static final class Peer implements TelnetEnd.Listener {
    final TelnetEnd<Peer> end;
    final List<String> heard = new ArrayList<>();
    final StringBuilder data = new StringBuilder();

    Peer(OptionTable<Peer> table) {
      end = new TelnetEnd<>(table, this, this);
    }

    void receive(byte[] bytes) {
      for (byte octet : bytes) {
        end.receive(octet);
      }
    }

    @Override
    public void data(byte octet) {
      data.append((char) (octet & 0xFF));
    }

    @Override
    public void command(int code) {
      heard.add("command " + code);
    }

    @Override
    public void flood() {
      heard.add("flood");
    }
  }

  private final Peer server = new Peer(SERVER);
  private final Peer client = new Peer(CLIENT);

  /** Carries bytes to and fro until nobody has more to say; gives how often. */
  private int settle() {
    for (int round = 0; round < 50; round++) {
      byte[] down = server.end.drain();
      client.receive(down);
      byte[] up = client.end.drain();
      server.receive(up);
      if (down.length + up.length == 0) {
        return round;
      }
    }
    throw new AssertionError("they talk for ever");
  }

  @Test
  void bothEndsAgreeAndFallSilent() {
    server.end.connected();
    client.end.connected();
    assertThat(client.end.drain()).as("a client waits for the server's first command").isEmpty();
    assertThat(settle()).isLessThan(5);
    assertThat(server.heard)
        .containsExactlyInAnyOrder("TTYPE THEM on", "NAWS THEM on", "GMCP US off");
    assertThat(client.heard).containsExactlyInAnyOrder("TTYPE US on", "NAWS US on");
    assertThat(TelnetOption.values()).noneMatch(server.end::open);
    assertThat(client.end.on(TelnetOption.NAWS, Side.US)).isTrue();
    assertThat(server.end.on(TelnetOption.GMCP, Side.US)).isFalse();
  }

  @Test
  void anOptionThatIsWithdrawnIsOffAtOnceOnBothEnds() {
    server.end.connected();
    settle();
    server.end.ask(TelnetOption.ECHO, Side.US, true);
    settle();
    server.end.ask(TelnetOption.ECHO, Side.US, false);
    assertThat(server.end.on(TelnetOption.ECHO, Side.US)).isFalse();
    settle();
    assertThat(client.heard).endsWith("ECHO THEM on", "ECHO THEM off");
    assertThat(server.heard).endsWith("ECHO US on", "ECHO US off");
  }

  @Test
  void dataAndSubnegotiationsComeThroughWithBytesThatLookLikeCommands() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    server.end.write(all);
    server.end.send(TelnetOption.TTYPE, all);
    server.end.command(Telnet.GA);
    client.receive(server.end.drain());
    assertThat(client.data).hasToString(text(all));
    assertThat(client.heard).containsExactly("TTYPE " + text(all), "command " + Telnet.GA);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverEitherSideAsksForTheySettleAndAgree(long seed) {
    Random random = new Random(seed);
    server.end.connected();
    for (int round = 0; round < 50; round++) {
      for (Row<Peer> row : SERVER.rows()) {
        boolean byClient = row.option() == TelnetOption.NAWS && random.nextBoolean();
        if (byClient) {
          client.end.ask(row.option(), Side.US, random.nextBoolean());
        } else {
          server.end.ask(row.option(), row.offeredSide(), random.nextBoolean());
        }
        if (random.nextBoolean()) {
          client.receive(server.end.drain());
        }
        if (random.nextBoolean()) {
          server.receive(client.end.drain());
        }
      }
      settle();
      assertTheyAgree("seed " + seed + ", round " + round);
    }
  }

  private void assertTheyAgree(String when) {
    for (TelnetOption option : TelnetOption.values()) {
      for (Side side : Side.values()) {
        assertThat(server.end.on(option, side))
            .as("%s: %s by the server's %s", when, option, side)
            .isEqualTo(client.end.on(option, side == Side.US ? Side.THEM : Side.US));
      }
    }
  }

  @Test
  void aTableHasOneRowAnOption() {
    Row<Peer> echo = row(TelnetOption.ECHO, Use.OURS, Use.NEVER, Offer.NONE);
    assertThatThrownBy(() -> new OptionTable<>(List.of(echo, echo)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two rows of ECHO");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

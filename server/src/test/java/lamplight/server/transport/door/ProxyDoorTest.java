package lamplight.server.transport.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of proxies, cut at every point, and what stands behind them. */
class ProxyDoorTest {
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

  /** What speaks with the client. */
  private static final class Inside extends ChannelInboundHandlerAdapter {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public void channelActive(ChannelHandlerContext context) {
      heard.append("open ");
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      heard.append(bytes.toString(StandardCharsets.US_ASCII));
      bytes.release();
    }
  }

  private Inside inside = new Inside();

  private EmbeddedChannel connect(String trusted) {
    inside = new Inside();
    EmbeddedChannel channel = new EmbeddedChannel();
    ProxyDoor.before(
        channel,
        List.of(Network.read(trusted).orElseThrow()),
        () -> channel.pipeline().addLast(inside));
    channel.pipeline().fireChannelActive();
    return channel;
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of("PROXY TCP4 192.0.2.7 198.51.100.1 56324 4000\r\n", "192.0.2.7"),
        Arguments.of(
            "PROXY TCP6 2001:db8::7 2001:db8::1 56324 4000\r\n", "2001:db8:0:0:0:0:0:0/64"),
        Arguments.of("PROXY UNKNOWN\r\n", "127.0.0.1"),
        Arguments.of("hex:" + SIGNATURE + "2111000cc0000207c6336401dc040fa0", "192.0.2.7"),
        Arguments.of("hex:" + SIGNATURE + "20000000", "127.0.0.1"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void theClientIsWhoTheProxySays(String header, String origin) {
    byte[] bytes =
        header.startsWith("hex:")
            ? ByteBufUtil.decodeHexDump(header.substring(4))
            : header.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(bytes, bytes.length + 4);
    System.arraycopy("look".getBytes(StandardCharsets.US_ASCII), 0, all, bytes.length, 4);
    for (int cut = 1; cut < all.length; cut++) {
      EmbeddedChannel channel = connect("127.0.0.0/8");
      channel.writeInbound(Unpooled.copiedBuffer(all, 0, cut));
      channel.writeInbound(Unpooled.copiedBuffer(all, cut, all.length - cut));
      assertThat(inside.heard).as("cut at " + cut).hasToString("open look");
      assertThat(Origin.of(channel)).hasToString(origin);
      assertThat(channel.pipeline().first()).as("the doors are gone").isSameAs(inside);
      var unused = channel.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY TCP4 192.0.2.700 198.51.100.1 1 2\r\n",
        "PROXY TCP4 nonsense\r\n",
        "look around, please\r\n",
        "\r\n\r\n\0\r\nQUIT\nx\u0011\0\0"
      })
  void whoeverSaysSomethingElseIsCutOff(String words) {
    EmbeddedChannel channel = connect("127.0.0.0/8");
    channel.writeInbound(Unpooled.copiedBuffer(words, StandardCharsets.US_ASCII));
    assertThat(channel.isOpen()).isFalse();
    assertThat(inside.heard).isEmpty();
  }

  @Test
  void whoeverSaysNothingIsCutOff() {
    EmbeddedChannel channel = connect("127.0.0.0/8");
    channel.advanceTimeBy(6, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aHeaderFromElsewhereIsWhatTheClientTyped() {
    EmbeddedChannel channel = connect("10.0.0.0/8");
    String header = "PROXY TCP4 192.0.2.7 198.51.100.1 56324 4000\r\n";
    channel.writeInbound(Unpooled.copiedBuffer(header, StandardCharsets.US_ASCII));
    assertThat(inside.heard).hasToString("open " + header);
    assertThat(Origin.of(channel)).hasToString("127.0.0.1");
  }
}

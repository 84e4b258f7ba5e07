package lamplight.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import lamplight.engine.sync.Block;

/** A connection of one form with nothing in between. */
final class BothEnds implements AutoCloseable {
  final ServerEnd server = new ServerEnd();
  final ClientEnd client;
  final Packer packer;
  final Vocabulary vocabulary = new Vocabulary();
  final boolean binary;
  int bytes;

  BothEnds(Packer packer, ClientEnd.Words words, Capability... wishes) {
    this.packer = packer;
    this.client = new ClientEnd(words);
    Set<Capability> granted = EnumSet.noneOf(Capability.class);
    granted.addAll(List.of(wishes));
    binary = granted.contains(Capability.BINARY);
    List<ServerMessage> heard = hear(server.write(new ServerMessage.Welcome(1, "s", granted)));
    assertThat(heard).containsExactly(new ServerMessage.Welcome(1, "s", granted));
  }

  /** What the client makes of a message, whose bytes come in pieces. */
  List<ServerMessage> say(ServerMessage message, Random random) {
    byte[] written = written(message);
    List<ServerMessage> heard = new ArrayList<>();
    for (int from = 0; from < written.length; ) {
      int to = Math.min(written.length, from + 1 + random.nextInt(40));
      heard.addAll(hear(Arrays.copyOfRange(written, from, to)));
      from = to;
    }
    return heard;
  }

  /** What the client makes of a message, whose bytes come at once. */
  List<ServerMessage> say(ServerMessage message) {
    return hear(written(message));
  }

  /** A message's bytes, and before it the words that it names for the first time. */
  private byte[] written(ServerMessage message) {
    List<ServerMessage> all = new ArrayList<>();
    if (binary) {
      block(message).ifPresent(block -> all.addAll(packer.pack(block, vocabulary)));
    }
    all.add(message);
    byte[] written = server.write(all);
    bytes += written.length;
    return written;
  }

  private List<ServerMessage> hear(byte[] written) {
    List<ServerMessage> heard = new ArrayList<>();
    for (Inbound<ServerMessage> inbound : client.read(ByteBuffer.wrap(written))) {
      assertThat(inbound).isInstanceOf(Inbound.Good.class);
      heard.add(((Inbound.Good<ServerMessage>) inbound).message());
    }
    return heard;
  }

  private static Optional<Block> block(ServerMessage message) {
    return message instanceof ServerMessage.Sync sync
        ? Optional.of(sync.block())
        : Optional.empty();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}

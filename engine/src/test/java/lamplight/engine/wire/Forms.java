package lamplight.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lamplight.engine.sync.ClientState;

/** What must hold of whatever a client hears, in each of the forms in which a server can speak. */
final class Forms {

  private static final List<Set<Capability>> ALL =
      List.of(
          EnumSet.of(Capability.MARKUP),
          EnumSet.of(Capability.MARKUP, Capability.BINARY),
          EnumSet.of(Capability.MARKUP, Capability.BINARY, Capability.DEFLATE));

  private Forms() {}

  /**
   * A client reads {@code bytes} after a WELCOME that granted {@code form}: what comes out is
   * messages and problems, the same however the bytes are cut, and every form can say them.
   *
   * <p>Of a zlib stream that is damaged more comes out the smaller the pieces are.
   */
  static void check(Set<Capability> form, byte[] bytes) {
    List<Inbound<ServerMessage>> heard = hear(form, bytes, 1);
    List<Inbound<ServerMessage>> whole = hear(form, bytes, Math.max(1, bytes.length));
    if (form.contains(Capability.DEFLATE)) {
      assertThat(heard).hasSizeGreaterThanOrEqualTo(whole.size());
    } else {
      assertThat(heard).as("a byte at a time").isEqualTo(whole);
    }
    List<ServerMessage> messages = new ArrayList<>();
    ClientState state = ClientState.EMPTY;
    for (Inbound<ServerMessage> inbound : heard) {
      if (inbound instanceof Inbound.Good<ServerMessage> good) {
        messages.add(good.message());
        state = applied(state, good.message());
      } else {
        messages.add(((Inbound.Bad<ServerMessage>) inbound).answer());
      }
    }
    sayAlike(messages);
  }

  /**
   * Each form gives messages back as they are. What is about the form itself is left to the text
   * form, as a client makes use of it and does not pass it on.
   */
  static void sayAlike(List<ServerMessage> messages) {
    Packer packer = new Packer();
    List<ServerMessage> plain = new ArrayList<>();
    for (ServerMessage message : messages) {
      if (message instanceof ServerMessage.Dict || message instanceof ServerMessage.Welcome) {
        say(ALL.get(0), List.of(message), packer);
      } else {
        plain.add(message);
      }
    }
    ALL.forEach(form -> say(form, plain, packer));
  }

  private static void say(Set<Capability> form, List<ServerMessage> messages, Packer packer) {
    try (BothEnds line =
        new BothEnds(packer, new ClientEnd.Words(), form.toArray(new Capability[0]))) {
      List<ServerMessage> heard = new ArrayList<>();
      messages.forEach(message -> heard.addAll(line.say(message)));
      assertThat(heard).as("in %s", form).isEqualTo(messages);
    }
  }

  private static ClientState applied(ClientState state, ServerMessage message) {
    return message instanceof ServerMessage.Sync sync ? state.apply(sync.block()).state() : state;
  }

  private static List<Inbound<ServerMessage>> hear(
      Set<Capability> form, byte[] bytes, int pieceBytes) {
    List<Inbound<ServerMessage>> heard = new ArrayList<>();
    try (ServerEnd server = new ServerEnd();
        ClientEnd client = new ClientEnd()) {
      client.read(ByteBuffer.wrap(server.write(new ServerMessage.Welcome(1, "s", form))));
      for (int from = 0; from < bytes.length; from += pieceBytes) {
        int count = Math.min(pieceBytes, bytes.length - from);
        heard.addAll(client.read(ByteBuffer.wrap(bytes, from, count)));
      }
    }
    return heard;
  }
}

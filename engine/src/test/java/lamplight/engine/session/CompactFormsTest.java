package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.PlayerId;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;

/** Clients of the compact forms at a table. */
class CompactFormsTest {

  private final House house = new House(1);

  /** A client that speaks a compact form. */
  private final class Guest {
    final ClientEnd.Words words;
    final ClientEnd end;
    final House.Plug plug = house.plug();
    ClientState state = ClientState.EMPTY;
    Optional<ServerMessage.Session> seat = Optional.empty();
    int dictionaryWords;
    int read;

    Guest(ClientEnd.Words words, String wishes) {
      this.words = words;
      this.end = new ClientEnd(words);
      String dict = words.hash().map(hash -> ",dict=" + hash).orElse("");
      plug.say("HELLO:1:test:" + wishes + dict);
      hear();
    }

    void hear() {
      for (byte[] bytes : plug.sent.subList(read, plug.sent.size())) {
        for (Inbound<ServerMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
          take(((Inbound.Good<ServerMessage>) inbound).message());
        }
      }
      read = plug.sent.size();
      dictionaryWords = (int) plug.messages.stream().filter(this::isWord).count();
    }

    private boolean isWord(ServerMessage message) {
      return message instanceof ServerMessage.Dict;
    }

    private void take(ServerMessage message) {
      if (message instanceof ServerMessage.Session session) {
        seat = Optional.of(session);
      } else if (message instanceof ServerMessage.Sync sync) {
        apply(sync.block());
      }
    }

    private void apply(Block block) {
      ClientState.Applied applied = state.apply(block);
      assertThat(applied.reply()).isEqualTo(ClientState.Reply.ACK);
      state = applied.state();
    }

    String id() {
      return seat.orElseThrow().player();
    }
  }

  @Test
  void everyFormShowsTheSameView() {
    List<Guest> guests = new ArrayList<>();
    Guest host = new Guest(new ClientEnd.Words(), "binary");
    host.plug.say("CREATE:toy:Bea");
    host.hear();
    guests.add(host);
    for (String wishes : List.of("binary,deflate", "deflate")) {
      Guest guest = new Guest(new ClientEnd.Words(), wishes);
      guest.plug.say("JOIN:" + host.seat.orElseThrow().session() + ":Al" + guests.size());
      guests.add(guest);
    }
    host.plug.say("CMD:go yard", "CMD:turn");
    house.pass(1_000);
    for (Guest guest : guests) {
      guest.hear();
      assertThat(guest.state.entries()).isEqualTo(house.only().view(new PlayerId(guest.id())));
    }
  }

  @Test
  void aClientThatKeptItsWordsIsNotToldThemAgain() {
    Guest first = new Guest(new ClientEnd.Words(), "binary");
    first.plug.say("CREATE:toy:Bea");
    first.hear();
    assertThat(first.dictionaryWords).isPositive();
    first.plug.drop();

    Guest again = new Guest(first.words, "binary");
    again.plug.receive(resume(first));
    again.hear();
    assertThat(again.state.entries()).isEqualTo(house.only().view(new PlayerId("bea")));
    assertThat(again.dictionaryWords).isZero();
    again.plug.drop();

    Guest forgetful = new Guest(new ClientEnd.Words(), "binary");
    forgetful.plug.receive(resume(again));
    forgetful.hear();
    assertThat(forgetful.state.entries()).isEqualTo(house.only().view(new PlayerId("bea")));
    assertThat(forgetful.dictionaryWords).isEqualTo(first.dictionaryWords);
  }

  private static ClientMessage resume(Guest guest) {
    ServerMessage.Session seat = guest.seat.orElseThrow();
    return new ClientMessage.Resume(
        seat.session(), seat.token(), Optional.empty(), OptionalLong.empty());
  }
}

package lamplight.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Differ;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Patch;
import lamplight.engine.sync.RandomViews;
import lamplight.engine.sync.StateHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compact forms say what the text form says. */
class FramesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyFormSaysTheSame(long seed) {
    Random random = new Random(seed);
    RandomViews views = new RandomViews(seed);
    Packer packer = new Packer();
    List<BothEnds> lines =
        List.of(
            new BothEnds(packer, new ClientEnd.Words()),
            new BothEnds(packer, new ClientEnd.Words(), Capability.BINARY),
            new BothEnds(packer, new ClientEnd.Words(), Capability.DEFLATE),
            new BothEnds(packer, new ClientEnd.Words(), Capability.BINARY, Capability.DEFLATE));
    EntrySet view = EntrySet.EMPTY;
    for (int version = 1; version < 200; version++) {
      EntrySet next = views.next(view);
      ServerMessage message = message(random, version, view, next);
      for (BothEnds line : lines) {
        assertThat(line.say(message, random)).as("seed %s", seed).containsExactly(message);
      }
      view = next;
    }
    assertThat(lines.get(1).bytes).isLessThan(lines.get(0).bytes / 2);
    assertThat(lines.get(2).bytes).isLessThan(lines.get(0).bytes / 2);
  }

  private static ServerMessage message(Random random, long version, EntrySet from, EntrySet to) {
    return switch (random.nextInt(12)) {
      case 0 -> new ServerMessage.FullSync(Block.Snapshot.of(version, to.hash(), to));
      case 1 -> new ServerMessage.Ok(version);
      case 2 -> new ServerMessage.Check(new Block.Check(version, to.hash()));
      case 3 ->
          new ServerMessage.DeltaSync(
              Block.Delta.of(version / 2, version, Differ.between(from, to), to.hash()));
      default ->
          new ServerMessage.DeltaSync(
              Block.Delta.of(version - 1, version, Differ.between(from, to), to.hash()));
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PLAYER_ROOM:alice:hall",
        "ITEM_OWNER:lamp:alice",
        "ROOM_VISITED:hall",
        "PLAYER:alice:hall:100:100",
        "PLAYER:alice:hall:99:0",
        "PLAYER:alice:hall:128:-1",
        "PLAYER:alice:hall:007:1",
        "PLAYER:alice:hall:100:100:more",
        "PLAYER:alice",
        "ITEM:lamp:-:hall",
        "ITEM:lamp:-:in.chest",
        "ITEM:lamp:-:on.table",
        "ITEM:lamp:alice:-",
        "ITEM:lamp:-:-",
        "VISITED:hall:more",
        "DOOR:gate:locked",
        "DOOR:gate:ajar",
        "FLAG:x:true",
        "FLAG:x:-12345678901",
        "FLAG:x:-0",
        "FLAG:x:99999999999999999999",
        "FLAG:x:a long value %3A with signs",
        "FLAG:x",
        "COUNTER:c:7:Seals%3A broken",
        "LABEL:lamp:takeable,thing:brass lamp",
        "LABEL:lamp::brass lamp",
        "ROOM:hall:0,-1,12:north=library,east=?,up=!?,down=~cellar,west=!yard:The Hall",
        "ROOM:hall:0,0,0::The Hall",
        "ROOM:hall:0,0::The Hall",
        "ROOM:hall:0,0,0:north:The Hall",
        "PRESENCE:alice:away",
        "SCORE:party:7:350",
        "GONE:ITEM:lamp",
        "GONE:NOTE:n1",
        "NOTE:n1:bea:-:Ein Schlüssel 🗝 %25",
        "LAYER:0.walls:ZGF0YQ==",
        "FUTURE:x:y::z",
      })
  void everyLineComesBackToTheLetter(String line) throws BadLine {
    Patch patch = Patch.of(List.of(Change.parse(line), Change.parse(line)));
    Dictionary.Told told = new Dictionary.Told();
    for (ServerMessage.Dict dict : new Packer().pack(block(patch), new Vocabulary())) {
      told.learn(dict.word());
    }
    BitReader in = new BitReader(ByteBuffer.wrap(Packer.bytes(patch)));
    List<Change> read = Packing.unpack(in, told, 2);
    assertThat(read.stream().map(Change::line)).containsExactly(line, line);
    assertThat(read).isEqualTo(patch.changes());
  }

  private static Block block(Patch patch) {
    return new Block.Delta(0, 3, List.of(patch), StateHash.parse("4e2ddeee"));
  }

  /** The example of the protocol page, byte by byte. */
  @Test
  void theExampleIsWrittenAsThePageSays() {
    BothEnds line = new BothEnds(new Packer(), new ClientEnd.Words(), Capability.BINARY);
    Patch patch =
        Patch.of(
            List.of(
                Change.parse("PLAYER_ROOM:alice:library"), Change.parse("ITEM_OWNER:lamp:alice")));
    Block.Delta block = (Block.Delta) block(patch);
    List<ServerMessage> words = List.copyOf(line.packer.pack(block, line.vocabulary));
    assertThat(HexFormat.of().formatHex(line.server.write(words)))
        .isEqualTo("1802c022c2d8d2c6cb00136c69627261727980041b185b5c00");
    assertThat(HexFormat.of().formatHex(line.server.write(new ServerMessage.DeltaSync(block))))
        .isEqualTo("0a824e2ddeeec000000000");
  }

  @Test
  void aWordIsToldOnceAndNotAgainToAClientThatHasIt() {
    Packer packer = new Packer();
    ClientEnd.Words words = new ClientEnd.Words();
    assertThat(words.hash()).isEmpty();
    BothEnds first = new BothEnds(packer, words, Capability.BINARY);
    EntrySet view = EntrySet.of(Entry.of("VISITED", "hall"), Entry.of("VISITED", "yard"));
    first.say(new ServerMessage.FullSync(Block.Snapshot.of(1, view.hash(), view)), new Random(1));
    assertThat(words.hash()).contains(first.vocabulary.hash());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverComesInOnlyMessagesAndProblemsComeOut(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      Capability form = random.nextBoolean() ? Capability.BINARY : Capability.DEFLATE;
      ClientEnd client = new ClientEnd();
      client.read(
          ByteBuffer.wrap(new ServerEnd().write(new ServerMessage.Welcome(1, "s", Set.of(form)))));
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      for (int i = 0; i < noise.length; i += 1 + random.nextInt(12)) {
        noise[i] = (byte) random.nextInt(8);
      }
      ClientState state = ClientState.EMPTY;
      for (Inbound<ServerMessage> inbound : client.read(ByteBuffer.wrap(noise))) {
        if (inbound instanceof Inbound.Good<ServerMessage> good
            && good.message() instanceof ServerMessage.DeltaSync delta) {
          state = state.apply(delta.block()).state();
        }
      }
      assertThat(state.version()).isZero();
      client.close();
    }
  }
}

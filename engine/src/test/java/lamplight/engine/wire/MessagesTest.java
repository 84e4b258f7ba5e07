package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.StateHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden lines: each message as it stands on the wire, in both directions. */
class MessagesTest {

  record Sample(String lines, Object message) {
    @Override
    public String toString() {
      return lines.lines().findFirst().orElse("");
    }
  }

  private static final StateHash HASH = StateHash.parse("1ef11ed7");
  private static final Position POSITION = new Position(101, HASH);

  static List<Sample> fromClient() {
    return List.of(
        new Sample(
            "HELLO:1:nc:live,quiet",
            new ClientMessage.Hello(1, "nc", Set.of(Capability.LIVE, Capability.QUIET))),
        new Sample("HELLO:1:my%3Aclient", new ClientMessage.Hello(1, "my:client", Set.of())),
        new Sample("LIST", new ClientMessage.ListAll()),
        new Sample("CREATE:mill:Bea", new ClientMessage.Create("mill", "Bea", Optional.empty())),
        new Sample(
            "CREATE:mill:Bea:100%25%3A",
            new ClientMessage.Create("mill", "Bea", Optional.of("100%:"))),
        new Sample(
            "JOIN:otter-42:Zoë", new ClientMessage.Join("otter-42", "Zoë", Optional.empty())),
        new Sample(
            "JOIN:otter-42:Al:plum", new ClientMessage.Join("otter-42", "Al", Optional.of("plum"))),
        new Sample(
            "RESUME:otter-42:f00d",
            new ClientMessage.Resume("otter-42", "f00d", Optional.empty(), OptionalLong.empty())),
        new Sample(
            "RESUME::copper-otter-lantern",
            new ClientMessage.Resume(
                "", "copper-otter-lantern", Optional.empty(), OptionalLong.empty())),
        new Sample(
            "RESUME:otter-42:f00d:101:1ef11ed7:17",
            new ClientMessage.Resume(
                "otter-42", "f00d", Optional.of(POSITION), OptionalLong.of(17))),
        new Sample(
            "RESUME:otter-42:f00d:::17",
            new ClientMessage.Resume("otter-42", "f00d", Optional.empty(), OptionalLong.of(17))),
        new Sample(
            "CMD:say look: a door 100%",
            new ClientMessage.Command(OptionalLong.empty(), "say look: a door 100%")),
        new Sample("CMD#17:go north", new ClientMessage.Command(OptionalLong.of(17), "go north")),
        new Sample("ACK:101:1ef11ed7", new ClientMessage.Ack(POSITION)),
        new Sample("SYNC_REQUEST:101:1ef11ed7", new ClientMessage.SyncRequest(POSITION)),
        new Sample("LIVE:typing:1", new ClientMessage.Live("typing", "1")),
        new Sample("SET:colour:256", new ClientMessage.Setting("colour", "256")),
        new Sample("SET:colour:", new ClientMessage.Setting("colour", "")),
        new Sample("FETCH:ledger:3", new ClientMessage.Fetch("ledger", "3")),
        new Sample("PING:abc", new ClientMessage.Ping("abc")),
        new Sample("PING", new ClientMessage.Ping("")),
        new Sample("PONG:abc", new ClientMessage.Pong("abc")),
        new Sample("LEAVE", new ClientMessage.Leave()),
        new Sample("BYE", new ClientMessage.Bye()));
  }

  static List<Sample> fromServer() {
    return List.of(
        new Sample(
            "WELCOME:1:lamplight 0.1:markup",
            new ServerMessage.Welcome(1, "lamplight 0.1", Set.of(Capability.MARKUP))),
        new Sample(
            "SESSION:otter-42:bea:f00d:mill",
            new ServerMessage.Session("otter-42", "bea", "f00d", "mill")),
        new Sample(
            "WORLD:mill:1-4:The Mill: a tale",
            new ServerMessage.World("mill", "1-4", "The Mill: a tale")),
        new Sample(
            "ABOUT:mill:tutorial:ten minutes%3A no more:The mill: it has stopped.",
            new ServerMessage.About(
                "mill", Set.of("tutorial"), "ten minutes: no more", "The mill: it has stopped.")),
        new Sample(
            "ABOUT:mill:::The mill.", new ServerMessage.About("mill", Set.of(), "", "The mill.")),
        new Sample(
            "OPEN:otter-42:mill:2:4:The Mill",
            new ServerMessage.Open("otter-42", "mill", 2, 4, "The Mill")),
        new Sample("END", new ServerMessage.End()),
        new Sample(
            "SNAPSHOT:101:1ef11ed7\nPLAYER:alice:hall:100:100\nROOM:hall:0,0,0::The%3A Hall\nEND",
            new ServerMessage.FullSync(
                Block.Snapshot.of(
                    101,
                    HASH,
                    EntrySet.of(
                        Entry.of("PLAYER", "alice", "hall", "100", "100"),
                        Entry.of("ROOM", "hall", "0,0,0", "", "The: Hall"))))),
        new Sample(
            "DELTA:100:101:5:1ef11ed7\nGONE:DOOR:gate\nFUTURE:x:y\nITEM_OWNER:lamp:alice\n"
                + "PLAYER_ROOM:alice:library\nROOM_VISITED:library\nEND",
            new ServerMessage.DeltaSync(
                Block.Delta.of(
                    100,
                    101,
                    List.of(
                        new Change.Gone(new Key("DOOR", "gate")),
                        new Change.Put(Entry.of("FUTURE", "x", "y")),
                        new Change.ItemOwner("lamp", "alice"),
                        new Change.PlayerRoom("alice", "library"),
                        new Change.RoomVisited("library")),
                    HASH))),
        new Sample("CHECK:101:1ef11ed7", new ServerMessage.Check(new Block.Check(101, HASH))),
        new Sample(
            "DICT:1:7:hall", new ServerMessage.Dict(new Word(Sort.ROOM, 7, "hall"), "", false)),
        new Sample(
            "EVENT:PLAYER_MOVED:alice:north:1234567890",
            new ServerMessage.Event("PLAYER_MOVED", "alice", "north", 1234567890)),
        new Sample(
            "EVENT:SAID:alice:look%3A here:1234567890",
            new ServerMessage.Event("SAID", "alice", "look: here", 1234567890)),
        new Sample(
            "TEXT#3:result:You take the lamp: it is warm.",
            new ServerMessage.Text(3, TextKind.RESULT, Line.of("You take the lamp: it is warm."))),
        new Sample("TEXT#4:result:", new ServerMessage.Text(4, TextKind.RESULT, Line.EMPTY)),
        new Sample("OK#17", new ServerMessage.Ok(17)),
        new Sample("SETTING:colour:256", new ServerMessage.Setting("colour", "256")),
        new Sample(
            "ERROR:line_too_long:a line has at most 4096 bytes",
            new ServerMessage.Refused(
                OptionalLong.empty(), Refusal.LINE_TOO_LONG, "a line has at most 4096 bytes")),
        new Sample(
            "ERROR#18:door_locked:The gate is locked.",
            new ServerMessage.Refused(
                OptionalLong.of(18), Refusal.DOOR_LOCKED, "The gate is locked.")),
        new Sample("LIVE:alice:typing:1", new ServerMessage.Live("alice", "typing", "1")),
        new Sample("PONG:abc", new ServerMessage.Pong("abc")),
        new Sample("PING:abc", new ServerMessage.Ping("abc")),
        new Sample(
            "BYE:taken_over:Somebody has your seat.",
            new ServerMessage.Bye(Farewell.TAKEN_OVER, "Somebody has your seat.")));
  }

  @ParameterizedTest
  @MethodSource("fromClient")
  void aClientsMessageIsWrittenAndReadAsItsGoldenLine(Sample sample) {
    assertThat(new ClientEnd().write((ClientMessage) sample.message()))
        .isEqualTo(sample.lines() + "\n");
    assertThat(new ServerEnd().read(bytes(sample.lines() + "\n")))
        .isEqualTo(List.of(new Inbound.Good<>(sample.message())));
  }

  @ParameterizedTest
  @MethodSource("fromServer")
  void aServersMessageIsWrittenAndReadAsItsGoldenLines(Sample sample) {
    assertThat(text(new ServerEnd().write((ServerMessage) sample.message())))
        .isEqualTo(sample.lines() + "\n");
    assertThat(new ClientEnd().read(bytes(sample.lines() + "\n")))
        .isEqualTo(List.of(new Inbound.Good<>(sample.message())));
  }

  @Test
  void everyRecordHasARowAndEveryRowASample() {
    assertTableIsWhole(ClientMessage.class, Messages.FROM_CLIENT, fromClient());
    assertTableIsWhole(ServerMessage.class, Messages.FROM_SERVER, fromServer());
  }

  private static void assertTableIsWhole(
      Class<?> messages, List<? extends Row<?>> rows, List<Sample> samples) {
    List<Class<?>> records = records(messages).toList();
    assertThat(rows).<Class<?>>map(Row::message).containsExactlyInAnyOrderElementsOf(records);
    assertThat(samples).<Class<?>>map(sample -> sample.message().getClass()).containsAll(records);
  }

  private static Stream<Class<?>> records(Class<?> messages) {
    return messages.isRecord()
        ? Stream.of(messages)
        : Stream.of(messages.getPermittedSubclasses()).flatMap(MessagesTest::records);
  }

  @Test
  void theUsageOfARowBeginsWithItsType() {
    assertThat(Stream.of(Messages.FROM_CLIENT, Messages.FROM_SERVER).flatMap(List::stream))
        .allSatisfy(row -> assertThat(row.usage()).startsWith(row.type()));
  }

  @Test
  void marksAreWrittenToAClientThatWasGrantedMarkup() {
    Line line =
        new Line(
            List.of(
                Span.plain("You take {"),
                new Span(Span.Kind.ITEM, "lamp", "the lamp"),
                Span.plain("}.")));
    ServerMessage text = new ServerMessage.Text(1, TextKind.RESULT, line);
    ServerMessage welcome = new ServerMessage.Welcome(1, "s", Set.of(Capability.MARKUP));
    ServerEnd server = new ServerEnd();
    ClientEnd client = new ClientEnd();

    assertThat(text(server.write(text))).isEqualTo("TEXT#1:result:You take {the lamp}.\n");

    String after = text(server.write(welcome)) + text(server.write(text));
    assertThat(after).endsWith("TEXT#1:result:You take {{{item:lamp|the lamp}}.\n");
    assertThat(client.read(bytes(after)))
        .isEqualTo(List.of(new Inbound.Good<>(welcome), new Inbound.Good<>(text)));
  }

  @Test
  void whatAPlayerSaysCannotBecomeAMark() throws BadLine {
    Line said = Line.of("\"{item:crown|gold}\" {{ }} }{");
    StringBuilder written = new StringBuilder();
    Markup.write(said, written);
    assertThat(Markup.read(written.toString())).isEqualTo(said);
  }

  @Test
  void aMarkOfAnUnknownKindReadsAsItsWords() throws BadLine {
    assertThat(Markup.read("a {ghost:x|pale} hand").plain()).isEqualTo("a pale hand");
  }

  @Test
  void whatANewerServerSaysIsReadAsFarAsItIsKnown() {
    Map<String, ServerMessage> lines =
        Map.of(
            "ERROR:moon_is_full:No.",
            new ServerMessage.Refused(OptionalLong.empty(), Refusal.OTHER, "No."),
            "BYE:tea_time:Later.",
            new ServerMessage.Bye(Farewell.OTHER, "Later."),
            "TEXT#1:song:La.",
            new ServerMessage.Text(1, TextKind.SYSTEM, Line.of("La.")),
            "WELCOME:1:s:markup,teleport",
            new ServerMessage.Welcome(1, "s", Set.of(Capability.MARKUP)),
            "CHECK:101:1ef11ed7:and:more",
            new ServerMessage.Check(new Block.Check(101, HASH)));
    lines.forEach(
        (line, message) ->
            assertThat(new ClientEnd().read(bytes(line + "\n")))
                .isEqualTo(List.of(new Inbound.Good<>(message))));
    assertThat(new ClientEnd().read(bytes("NEWS:x\n"))).isEmpty();
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static String text(byte[] written) {
    return new String(written, UTF_8);
  }
}

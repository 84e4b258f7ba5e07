package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a player says with {@code set}, what the seat is told of it, and how that looks. */
class PreferencesTest {
  private static final ServerMessage SEAT =
      new ServerMessage.Session("otter-42", "bea", "copper-otter-lantern", "mill");

  private final RecordedServer server = new RecordedServer();
  private final List<ClientMessage> sent = server.sent;
  private final Visit visit =
      new Visit(
          server,
          new Workshop(),
          new ServerCard(
              () -> Map.of("NAME", "Lamplight"), Optional.empty(), () -> LocalTime.of(9, 5)));

  private String start() {
    visit.terminal().connected();
    visit.terminal().drain();
    visit.terminal().start();
    return screen();
  }

  private void seated(ServerMessage... more) {
    start();
    type("Bea");
    type("new mill");
    take(SEAT, more);
  }

  /** The seat is there; what was sent for it is in {@link #sent}. */
  private void take(ServerMessage seat, ServerMessage... more) {
    sent.clear();
    List<ServerMessage> batch = new ArrayList<>(List.of(seat));
    batch.addAll(List.of(more));
    server.answer(visit, batch);
    screen();
  }

  private String type(String line) {
    for (byte octet : (line + "\n").getBytes(StandardCharsets.UTF_8)) {
      visit.terminal().receive(octet);
    }
    visit.terminal().received();
    return screen();
  }

  private String hear(ServerMessage... messages) {
    server.answer(visit, List.of(messages));
    return screen();
  }

  private String screen() {
    String bytes = new String(visit.terminal().drain(), StandardCharsets.UTF_8);
    return bytes.replace("\r\n", "\n").replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private List<String> sent() {
    List<String> words =
        sent.stream().map(message -> message.toString().replaceFirst("^.*\\$", "")).toList();
    sent.clear();
    return words;
  }

  private static ServerMessage setting(String name, String value) {
    return new ServerMessage.Setting(name, value);
  }

  private static ServerMessage text(TextKind kind, Span... spans) {
    return new ServerMessage.Text(1, kind, new Line(List.of(spans)));
  }

  private static final ServerMessage EXITS =
      text(
          TextKind.ROOM,
          Span.plain("Exits: "),
          new Span(Span.Kind.EXIT, "north", "north"),
          Span.plain("."));

  @Test
  void setAloneListsAllThatThereIs() {
    seated(setting("width", "60"));
    assertThat(type("set"))
        .isEqualTo(
            """
              colour      auto  auto, none, 16, 256 or true
              width       60    auto, off or 20 to 250
              brief       off   off or on
              reader      auto  auto, on or off
              prompt      on    on, off or up to 20 letters of yours
              timestamps  off   off or on
              keepalive   on    on or off
            To change one, type set NAME VALUE; set NAME alone tells
            what it is for.
            > \
            """);
    assertThat(sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set colour 256    | colour is 256 now.                         | Setting[name=colour,"
            + " value=256]",
        "SET Color NONE    | colour is none now.                        | Setting[name=colour,"
            + " value=none]",
        "set colour auto   | colour is auto now.                        | Setting[name=colour,"
            + " value=]",
        "set width off     | width is off now.                          | Setting[name=width,"
            + " value=off]",
        "set width 60      | width is 60 now.                           | Setting[name=width,"
            + " value=60]",
        "set prompt what now? | prompt is what now? now.                | Setting[name=prompt,"
            + " value=what now?]",
        "set keepalive off | keepalive is off now.                      | Setting[name=keepalive,"
            + " value=off]",
        "set brief on      | ''                                         |"
            + " Command[seq=OptionalLong.empty, text=brief]",
        "set brief off     | ''                                         |"
            + " Command[seq=OptionalLong.empty, text=verbose]",
        "set colour pink   | colour cannot be \"pink\"; it can be auto, none, 16, 256 or true. |"
            + " ''",
        "set width 19      | width cannot be \"19\"; it can be auto, off or 20 to 250. | ''",
        "set width 99999999999 | width cannot be \"99999999999\"; it can be auto, off or 20 to 250. |"
            + " ''",
        "set brief         | brief is off. It can be off or on: rooms that you know are told by"
            + " their names. | ''",
        "set dial to 7     | ''                                         |"
            + " Command[seq=OptionalLong.empty, text=set dial to 7]",
        "set reader on the table | ''                                   |"
            + " Command[seq=OptionalLong.empty, text=set reader on the table]",
      })
  void inAGameTheSeatIsToldAndTheGamesOwnSetIsLeftAlone(String typed, String said, String told) {
    seated();
    String shown = type(typed).replace("\n", " ").strip();
    assertThat(shown).startsWith(said);
    assertThat(sent()).isEqualTo(told.isEmpty() ? List.of() : List.of(told));
  }

  @Test
  void whatIsChosenBeforeThereIsASeatIsRememberedByIt() {
    start();
    assertThat(type("set reader on")).startsWith("reader is on now.\n");
    assertThat(type("set hue red")).startsWith("There is no setting \"hue\"");
    assertThat(type("set widh 60"))
        .startsWith("There is no setting \"widh\"; did you mean \"width\"?");
    type("Bea");
    type("set brief on");
    type("resume copper-otter-lantern");
    take(SEAT, setting("reader", "off"), setting("width", "70"));
    assertThat(sent())
        .containsExactly(
            "Command[seq=OptionalLong.empty, text=brief]", "Setting[name=reader, value=on]");
    assertThat(visit.terminal().reader()).isTrue();
    assertThat(visit.terminal().width()).isEqualTo(70);
  }

  @Test
  void whatASeatRemembersGoesAlongToTheNextSeat() {
    seated(setting("width", "70"), setting("future", "x"), setting("colour", "puce"));
    type("leave");
    type("leave");
    hear();
    type("join heron-7");
    take(new ServerMessage.Session("heron-7", "bea", "words", "mill"), setting("colour", "16"));
    assertThat(sent()).containsExactly("Setting[name=width, value=70]");
    assertThat(visit.terminal().width()).isEqualTo(70);
    assertThat(visit.terminal().ink().hasEscapes()).isTrue();
    hear();
    assertThat(hear(setting("colour", ""))).isEmpty();
    assertThat(visit.terminal().ink().hasEscapes()).isFalse();
  }

  @Test
  void theWorldSaysWhatIsBrief() {
    seated(setting("brief", "on"));
    assertThat(type("set brief")).startsWith("brief is on.");
    hear(setting("brief", ""));
    assertThat(type("set brief")).startsWith("brief is off.");
  }

  @Test
  void aPromptMayBeAnythingOrNothing() {
    seated();
    assertThat(type("set prompt Well?")).endsWith("\nWell? ");
    hear();
    assertThat(type("set prompt off")).isEqualTo("prompt is off now.\n");
    assertThat(hear(text(TextKind.EVENT, Span.plain("Rain.")))).isEqualTo("Rain.\n");
    assertThat(type("set prompt on")).endsWith("\n> ");
  }

  @Test
  void timestampsStandBeforeEachParagraph() {
    seated();
    type("set timestamps on");
    assertThat(
            hear(
                text(TextKind.RESULT, Span.plain("Taken.")),
                text(TextKind.RESULT, Span.plain("It is warm.")),
                text(TextKind.RESULT),
                text(TextKind.EVENT, Span.plain("Rain."))))
        .isEqualTo("\n[09:05] Taken.\nIt is warm.\n\n[09:05] Rain.\n> ");
  }

  @Test
  void aScreenReaderIsGivenWordsAndNoPrompt() {
    start();
    type("set reader on");
    assertThat(type("set")).startsWith("colour is auto. It can be auto, none, 16, 256 or true: ");
    type("Bea");
    assertThat(type("help")).contains("\njoin SESSION [PASSWORD]: sit down at an open game\n");
    type("worlds");
    assertThat(hear(new ServerMessage.World("mill", "1-4", "The Mill"), new ServerMessage.End()))
        .startsWith("mill: The Mill, for 1-4 players\n");
    type("new mill");
    take(SEAT);
    assertThat(hear(EXITS)).isEqualTo("Exits: north.\n");
    sent.clear();
    assertThat(type("map")).isEmpty();
    assertThat(sent()).containsExactly("Command[seq=OptionalLong.empty, text=map]");
  }

  @Test
  void othersSeeExitsAsMappersReadThemAndTheMapDrawnFromTheirView() {
    seated();
    assertThat(hear(EXITS)).isEqualTo("\n[ Exits: n ]\n> ");
    assertThat(type("map")).isEmpty();
    assertThat(sent()).containsExactly("SyncRequest[position=Position[version=0, hash=00000000]]");
    EntrySet view =
        EntrySet.of(
            Entry.of("PLAYER", "bea", "yard", "100", "100"),
            Entry.of("ROOM", "yard", "0,0,0", "", "Yard"));
    assertThat(hear(new ServerMessage.FullSync(Block.Snapshot.of(5, view.hash(), view))))
        .isEqualTo("   [*Yard]\n* You are here: Yard.\n> ");
    assertThat(type("map")).isEqualTo("   [*Yard]\n* You are here: Yard.\n> ");
    assertThat(sent()).isEmpty();
  }

  @Test
  void listsOfMudsMayAskInPlainText() {
    start();
    assertThat(type("MSSP-REQUEST"))
        .isEqualTo("\nMSSP-REPLY-START\nNAME\tLamplight\nMSSP-REPLY-END\nname? ");
  }
}

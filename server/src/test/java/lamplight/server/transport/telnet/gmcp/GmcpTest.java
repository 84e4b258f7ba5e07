package lamplight.server.transport.telnet.gmcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client says, what its player sees, and what it is told. */
class GmcpTest {
  private static final ServerMessage.Session SEAT =
      new ServerMessage.Session("otter-42", "bea", "words", "mill");
  private static final int YARD = RoomNumber.of("mill", "yard");
  private static final int STONES = RoomNumber.of("mill", "stones");

  private static final String IN_THE_YARD =
      """
      PLAYER:bea:yard:100:90
      PLAYER:al:yard:100:100
      LABEL:bea:player:Bea
      LABEL:al:player:Al
      ROOM:yard:0,0,0:north=!stones,east=?:The Mill Yard
      ROOM:stones:0,1,0:south=yard,up=?:The Grinding Floor
      ITEM:tilda:-:yard
      LABEL:tilda:person:Tilda
      ITEM:sack:-:yard
      LABEL:sack:container,takeable,thing:old sack
      ITEM:key:-:in.sack
      LABEL:key:takeable,thing:key
      SCORE:party:5:50
      """;

  private final List<String> told = new ArrayList<>();
  private final Gmcp gmcp =
      new Gmcp(
          body -> told.add(new String(body, UTF_8)),
          Optional.of(new Gmcp.Gui("3", "http://localhost/m.mpackage")));
  private String seen = IN_THE_YARD;

  private List<String> says(String... messages) {
    for (String message : messages) {
      gmcp.received(message.getBytes(UTF_8));
    }
    gmcp.answer();
    return hears();
  }

  private List<String> sees(String view) {
    seen = view;
    EntrySet entries = EntrySet.of(view.lines().map(Entry::parse).toList());
    gmcp.sees(SEAT, new ClientState(1, entries, false));
    return hears();
  }

  /** The same with one line in place of another, or added, or gone. */
  private List<String> sees(String old, String now) {
    String changed =
        old.isEmpty()
            ? seen + now + "\n"
            : seen.replace(old + "\n", now.isEmpty() ? "" : now + "\n");
    assertThat(changed).isNotEqualTo(seen);
    return sees(changed);
  }

  private List<String> hears() {
    List<String> heard = List.copyOf(told);
    told.clear();
    return heard;
  }

  @Test
  void aClientThatSubscribedToNothingIsToldNothing() {
    assertThat(sees(IN_THE_YARD)).isEmpty();
    assertThat(says("Core.Hello {\"client\":\"KildClient\"}")).isEmpty();
    gmcp.spoken(Line.of("Al says hello."));
    gmcp.noSuchExit();
    assertThat(hears()).isEmpty();
  }

  @Test
  void whatMudletAsksForIsToldOnceAndThenWhatChanges() {
    assertThat(
            says(
                "Core.Supports.Set [\"Char 1\",\"Char.Skills 1\",\"Char.Items 1\",\"Room 1\",\"IRE.Rift 1\"]"))
        .isEmpty();
    assertThat(sees(IN_THE_YARD))
        .containsExactly(
            "Char.Name {\"name\":\"Bea\",\"fullname\":\"Bea\"}",
            "Char.StatusVars {\"name\":\"Name\",\"game\":\"Game\",\"world\":\"World\",\"room\":\"Room\",\"score\":\"Score\",\"maxscore\":\"Of\"}",
            "Char.Status {\"name\":\"Bea\",\"game\":\"otter-42\",\"world\":\"mill\",\"room\":\"The Mill Yard\",\"score\":5,\"maxscore\":50}",
            "Char.Vitals {\"hp\":100,\"maxhp\":100,\"ep\":90,\"maxep\":100,\"string\":\"Health: 100/100 Energy: 90/100\"}",
            "Room.Info {\"num\":"
                + YARD
                + ",\"name\":\"The Mill Yard\",\"area\":\"mill\",\"coords\":\""
                + RoomNumber.of("mill")
                + ",0,0,0\",\"exits\":{\"n\":"
                + STONES
                + ",\"e\":0},\"doors\":{\"n\":\"closed\"}}",
            "Room.Players [{\"name\":\"Al\",\"fullname\":\"Al\"}]",
            "Char.Items.List {\"location\":\"room\",\"items\":[{\"id\":\"sack\",\"name\":\"old sack\",\"icon\":\"container\",\"attrib\":\"ct\"},{\"id\":\"tilda\",\"name\":\"Tilda\",\"icon\":\"humanoid\",\"attrib\":\"m\"}]}",
            "Char.Items.List {\"location\":\"inv\",\"items\":[]}");
    assertThat(sees(IN_THE_YARD)).as("nothing is new").isEmpty();
    assertThat(sees("ITEM:sack:-:yard", "ITEM:sack:bea:-"))
        .containsExactly(
            "Char.Items.Remove {\"location\":\"room\",\"item\":{\"id\":\"sack\",\"name\":\"old sack\",\"icon\":\"container\",\"attrib\":\"ct\"}}",
            "Char.Items.Add {\"location\":\"inv\",\"item\":{\"id\":\"sack\",\"name\":\"old sack\",\"icon\":\"container\",\"attrib\":\"ct\"}}");
    assertThat(
            sees(
                "LABEL:sack:container,takeable,thing:old sack",
                "LABEL:sack:container,thing:torn sack"))
        .containsExactly(
            "Char.Items.Update {\"location\":\"inv\",\"item\":{\"id\":\"sack\",\"name\":\"torn sack\",\"icon\":\"container\",\"attrib\":\"c\"}}");
    assertThat(sees("PLAYER:bea:yard:100:90", "PLAYER:bea:yard:80:90"))
        .containsExactly(
            "Char.Vitals {\"hp\":80,\"maxhp\":100,\"ep\":90,\"maxep\":100,\"string\":\"Health: 80/100 Energy: 90/100\"}");
    assertThat(sees("SCORE:party:5:50", "SCORE:party:7:50"))
        .containsExactly("Char.Status {\"score\":7}");
    assertThat(sees("PLAYER:al:yard:100:100", "PLAYER:al:stones:100:100"))
        .containsExactly("Room.RemovePlayer \"Al\"");
    assertThat(sees("PLAYER:al:stones:100:100", "PLAYER:al:yard:100:100"))
        .containsExactly("Room.AddPlayer {\"name\":\"Al\",\"fullname\":\"Al\"}");
    assertThat(
            sees(
                "ROOM:yard:0,0,0:north=!stones,east=?:The Mill Yard",
                "ROOM:yard:0,0,0:north=stones,east=?:The Mill Yard"))
        .singleElement()
        .asString()
        .startsWith("Room.Info {\"num\":" + YARD)
        .endsWith("\"exits\":{\"n\":" + STONES + ",\"e\":0}}");
  }

  @Test
  void inAnotherRoomTheListsBeginAgain() {
    says("Core.Supports.Set [\"Char.Items 1\",\"Room 1\"]");
    sees(IN_THE_YARD);
    assertThat(sees("PLAYER:bea:yard:100:90", "PLAYER:bea:stones:100:90"))
        .satisfiesExactly(
            info -> assertThat(info).startsWith("Room.Info {\"num\":" + STONES),
            players -> assertThat(players).isEqualTo("Room.Players []"),
            items ->
                assertThat(items)
                    .isEqualTo("Char.Items.List {\"location\":\"room\",\"items\":[]}"));
  }

  @Test
  void subscriptionsComeAndGo() {
    sees(IN_THE_YARD);
    assertThat(says("Core.Supports.Add [\"char.vitals\"]")).hasSize(1);
    assertThat(says("core.supports.add [\"Room 1\"]")).hasSize(2);
    assertThat(says("Core.Supports.Remove [\"Char.Vitals\"]")).isEmpty();
    assertThat(sees("PLAYER:bea:yard:100:90", "PLAYER:bea:yard:80:90")).isEmpty();
    assertThat(says("Core.Supports.Set [\"Char.Vitals 1\"]")).hasSize(1);
    assertThat(sees("PLAYER:al:yard:100:100", "PLAYER:al:stones:100:100")).isEmpty();
  }

  @Test
  void listsAreToldWhenAskedForOncePerQuestion() {
    sees(IN_THE_YARD);
    assertThat(says("Char.Items.Inv")).as("not subscribed").isEmpty();
    says("Core.Supports.Set [\"Char.Items 1\"]");
    assertThat(says("Char.Items.Inv", "Char.Items.Inv \"\"", "char.items.room"))
        .extracting(message -> message.substring(0, 30))
        .containsExactly("Char.Items.List {\"location\":\"i", "Char.Items.List {\"location\":\"r");
    assertThat(says("Char.Items.Contents \"sack\""))
        .containsExactly(
            "Char.Items.List {\"location\":\"repsack\",\"items\":[{\"id\":\"key\",\"name\":\"key\",\"icon\":\"\",\"attrib\":\"t\"}]}");
    assertThat(says("Char.Items.Contents 17"))
        .containsExactly("Char.Items.List {\"location\":\"rep17\",\"items\":[]}");
    String[] many = new String[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = "Char.Items.Contents " + i;
    }
    assertThat(says(many)).hasSize(Gmcp.MAX_REQUESTS);
  }

  @Test
  void whatIsSpokenGoesToTheChannelAndIsCleaned() {
    assertThat(says("Core.Supports.Add [\"Comm.Channel 1\"]")).isEmpty();
    assertThat(sees(IN_THE_YARD))
        .containsExactly(
            "Comm.Channel.List [{\"name\":\"say\",\"caption\":\"Said to those in the room\",\"command\":\"say\"},"
                + "{\"name\":\"shout\",\"caption\":\"Shouted to all players\",\"command\":\"shout\"},"
                + "{\"name\":\"whisper\",\"caption\":\"Whispered to one player\",\"command\":\"whisper\"},"
                + "{\"name\":\"emote\",\"caption\":\"Gestures\",\"command\":\"emote\"}]");
    gmcp.happened(said("SAID", "al", "\u001b[31mred\u009b"));
    assertThat(heard(line(Span.Kind.PLAYER, "Al", " says, \"\u001b[31mred\u009b\"")))
        .containsExactly(
            "Comm.Channel.Start \"say\"",
            "Comm.Channel.Text {\"channel\":\"say\",\"talker\":\"Al\",\"text\":\"Al says, \\\"[31mred\\\"\"}",
            "Comm.Channel.End \"say\"");
  }

  @Test
  void eachWayToSpeakIsAChannelOfItsOwn() {
    says("Core.Supports.Add [\"Comm.Channel.Text 1\"]");
    sees(IN_THE_YARD);
    gmcp.happened(said("SHOUTED", "al", "help"));
    gmcp.happened(said("WHISPERED", "bea", "hush"));
    gmcp.happened(said("EMOTED", "al", "waves"));
    gmcp.happened(said("ITEM_TAKEN", "al", "sack"));
    assertThat(heard(line(Span.Kind.PERSON, "Tilda", " says, “Well.”")))
        .containsExactly(spoken("say", "Tilda", "Tilda says, “Well.”"));
    assertThat(heard(Line.of("You whisper to Al, “hush”")))
        .containsExactly(spoken("whisper", "Bea", "You whisper to Al, “hush”"));
    assertThat(heard(Line.of("Somebody shouts, “help”")))
        .containsExactly(spoken("shout", "Al", "Somebody shouts, “help”"));
    gmcp.quiet();
    assertThat(heard(line(Span.Kind.PERSON, "Tilda", " waves.")))
        .containsExactly(spoken("say", "Tilda", "Tilda waves."));
  }

  private static String spoken(String channel, String talker, String text) {
    return "Comm.Channel.Text {\"channel\":\"%s\",\"talker\":\"%s\",\"text\":\"%s\"}"
        .formatted(channel, talker, text);
  }

  private static Line line(Span.Kind kind, String who, String says) {
    return new Line(List.of(new Span(kind, "x", who), Span.plain(says)));
  }

  private static ServerMessage.Event said(String type, String player, String words) {
    return new ServerMessage.Event(type, player, words, 0);
  }

  private List<String> heard(Line line) {
    gmcp.spoken(line);
    gmcp.told();
    return hears();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "west            | w",
        "n;w             | w", // the first led to a room that has no west
        "go southwest    | sw",
        "take key;east;u | u",
      })
  void aStepIntoAWallIsNamed(String typed, String direction) {
    says("Core.Supports.Set [\"Room.WrongDir 1\"]");
    sees(IN_THE_YARD);
    for (String command : typed.split(";", -1)) {
      gmcp.typed(command);
    }
    if (typed.startsWith("n;")) {
      sees("PLAYER:bea:yard:100:90", "PLAYER:bea:stones:100:90");
    }
    gmcp.noSuchExit();
    assertThat(hears()).containsExactly("Room.WrongDir \"" + direction + "\"");
    gmcp.noSuchExit();
    assertThat(hears()).isEmpty();
  }

  @Test
  void theMapPackageIsOfferedToWhoCanInstallIt() {
    assertThat(says("Core.Hello {\"client\":\"Mudlet\",\"version\":\"4.17\"}"))
        .containsExactly("Client.GUI {\"version\":\"3\",\"url\":\"http://localhost/m.mpackage\"}");
    assertThat(says("Core.Hello {\"client\":\"Mudlet\"}")).isEmpty();
  }

  @Test
  void pingsAreAnsweredAndGoodbyeIsSaidToWhoSaidHello() {
    assertThat(says("Core.Ping", "Core.Ping 120", "Core.KeepAlive"))
        .containsExactly("Core.Ping", "Core.Ping");
    gmcp.goodbye(new ServerMessage.Bye(Farewell.BYE, "Bye."));
    assertThat(hears()).isEmpty();
    says("Core.Hello {\"client\":\"x\"}");
    gmcp.goodbye(new ServerMessage.Bye(Farewell.SHUTDOWN, "The server stops now."));
    assertThat(hears()).containsExactly("Core.Goodbye \"The server stops now.\"");
    says("Core.Supports.Add [\"Lamplight 1\"]");
    gmcp.goodbye(new ServerMessage.Bye(Farewell.SHUTDOWN, "The server stops now."));
    assertThat(hears())
        .containsExactly(
            "Lamplight.Bye {\"code\":\"shutdown\"}", "Core.Goodbye \"The server stops now.\"");
  }

  @Test
  void ourOwnPageIsToldTheWholeMapAndThenWhatBecomesOfIt() {
    says("Core.Supports.Set [\"Lamplight.Map 1\"]");
    assertThat(sees(IN_THE_YARD))
        .singleElement()
        .asString()
        .startsWith("Lamplight.Map.List [{\"num\":" + STONES)
        .contains("\"name\":\"The Mill Yard\"");
    assertThat(sees("", "ROOM:pond:1,0,0:west=yard:The Pond"))
        .singleElement()
        .asString()
        .startsWith("Lamplight.Map.Add {\"num\":" + RoomNumber.of("mill", "pond"));
  }

  @Test
  void ourOwnPageIsToldWhereEverybodyIs() {
    says("Core.Supports.Set [\"Lamplight.Party 1\"]");
    assertThat(sees(IN_THE_YARD + "PRESENCE:al:here\nPRESENCE:bea:here\n"))
        .singleElement()
        .asString()
        .startsWith("Lamplight.Party.List [")
        .contains("{\"name\":\"Bea\",\"num\":" + YARD, "\"self\":true}");
    assertThat(sees("PLAYER:al:yard:100:100", ""))
        .containsExactly(
            "Lamplight.Party.Add {\"name\":\"Al\",\"num\":0,\"here\":true,\"self\":false}");
  }

  @Test
  void aRoomThatIsNotKnownHasTheHiddenNumber() {
    says("Core.Supports.Set [\"Room.Info 1\"]");
    assertThat(sees("PLAYER:bea:limbo:100:100"))
        .containsExactly("Room.Info {\"num\":0,\"name\":\"\",\"area\":\"mill\",\"exits\":{}}");
  }

  @Test
  void afterTheSeatIsLeftANewOneIsToldFromTheStart() {
    says("Core.Supports.Set [\"Char.Vitals 1\"]");
    sees(IN_THE_YARD);
    gmcp.left();
    assertThat(says("Char.Items.Inv", "Core.Ping")).containsExactly("Core.Ping");
    assertThat(sees(IN_THE_YARD)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "' '",
        "External.Discord.Hello",
        "Core.Hello",
        "Core.Hello Mudlet",
        "Core.Hello [1",
        "Core.Hello 17",
        "Core.Supports.Set",
        "Core.Supports.Set Char",
        "Core.Supports.Set {\"Char\":1}",
        "Core.Supports.Add [1,{},[[]],\"\",\" \",null]",
        "Char.Items.Contents",
        "Char.Items.Contents {}",
        "Room.Info {}",
      })
  void nonsenseIsPassedOver(String message) {
    sees(IN_THE_YARD);
    assertThat(says(message)).isEmpty();
  }

  @Test
  void noiseIsPassedOverAndHoldsNoMemory() {
    Random random = new Random(7);
    sees(IN_THE_YARD);
    for (int i = 0; i < 5_000; i++) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      gmcp.received(noise);
      gmcp.received(("Core.Supports.Add [\"p" + i + " 1\"]").getBytes(UTF_8));
      gmcp.typed("go north");
    }
    gmcp.answer();
    assertThat(hears()).isEmpty();
    assertThat(says("Core.Supports.Add [\"Char.Vitals 1\"]")).as("the list is full").isEmpty();
    assertThat(says("Core.Supports.Set [\"Char.Vitals 1\"]")).hasSize(1);
  }
}

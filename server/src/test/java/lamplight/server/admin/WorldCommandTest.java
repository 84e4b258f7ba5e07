package lamplight.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamplight.server.Host;
import lamplight.server.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands for authors, on real folders. */
class WorldCommandTest {
  @TempDir Path temp;
  private String out = "";
  private String err = "";

  @Test
  void aNewWorldIsSoundAndPlays() {
    Path house = newWorld();
    assertThat(run("check", "--strict", house.toString())).isZero();
    assertThat(out).isEqualTo(house + ": 3 rooms, 12 things, 0 people, 2 rules; no problems\n");
    assertThat(run("test", house.toString())).as(out).isZero();
    assertThat(out).endsWith("way.transcript: ok, 10 commands\n1 transcript, all as written\n");
    assertThat(house.resolve("world.yaml")).content().contains("\ntitle: Old House\n");
  }

  @Test
  void everyFileOfANewWorldLeadsEditorsToItsSchema() throws IOException {
    Path house = newWorld();
    for (String file :
        List.of("world.yaml", "rooms/house.yaml", "things/house.yaml", "rules/house.yaml")) {
      Path path = house.resolve(file);
      String line = Files.readAllLines(path).get(0);
      assertThat(line).startsWith("# yaml-language-server: $schema=");
      assertThat(path.resolveSibling(line.substring(line.indexOf('=') + 1)).normalize())
          .as(line)
          .content()
          .contains("draft-07");
    }
    assertThat(house.resolve(".vscode/settings.json"))
        .content()
        .contains("\"./.lamplight/schema/people.json\":\"/people/*.yaml\"");
  }

  @Test
  void schemasAreWrittenIntoAWorldThatIsThereAndSettingsAreLeftAlone() throws IOException {
    Path house = newWorld();
    Path settings = house.resolve(".vscode/settings.json");
    Files.writeString(settings, "{}");
    Files.delete(house.resolve(".lamplight/schema/rules.json"));
    assertThat(run("schema", house.toString())).isZero();
    assertThat(out.lines()).hasSize(7).contains(house + "/.lamplight/schema/rules.json");
    assertThat(house.resolve(".lamplight/schema/rules.json")).exists();
    assertThat(settings).hasContent("{}");
    assertThat(run("schema", temp.toString())).isEqualTo(1);
    assertThat(err).isEqualTo("lamplight: " + temp + " is no world: it has no world.yaml\n");
  }

  @Test
  void aNewWorldIsNeverWrittenOverAnother() {
    Path house = newWorld();
    assertThat(run("new", house.toString())).isEqualTo(1);
    assertThat(err).isEqualTo("lamplight: " + house + " is there already; choose another folder\n");
    assertThat(run("new", temp.resolve("Old House").toString())).isEqualTo(1);
    assertThat(err).contains("\"Old House\" is no id for a world");
  }

  @Test
  void everyProblemIsALineAndTheExitCodeIsOne() throws IOException {
    Path house = newWorld();
    replace(house.resolve("rooms/house.yaml"), "up: attic", "up: atic");
    replace(house.resolve("rules/house.yaml"), "score: letter", "score: leter");
    assertThat(run("check", house.toString())).isEqualTo(1);
    assertThat(out)
        .isEqualTo(
            house
                + "/rooms/house.yaml:22:9: exit up leads to \"atic\", which is no room; did you mean \"attic\"?\n"
                + house
                + "/rules/house.yaml:8:14: \"leter\" is no score; did you mean \"letter\"?\n"
                + house
                + ": 2 errors, 0 warnings\n");
    assertThat(run("check", "--json", house.toString())).isEqualTo(1);
    assertThat(out)
        .startsWith(
            "[{\"folder\":\""
                + house
                + "\",\"errors\":2,\"warnings\":0,\"advice\":0,\"problems\":[{")
        .contains("\"line\":22,\"column\":9,\"severity\":\"error\"");
    assertThat(run("test", house.toString())).isEqualTo(1);
    assertThat(err).contains("lamplight: " + house + "/rooms/house.yaml:22:9: exit up");
  }

  @Test
  void aTranscriptThatFailsTellsWhatCameAndCanBeBroughtUpToDate() throws IOException {
    Path house = newWorld();
    Path way = house.resolve("tests/way.transcript");
    replace(way, "You take the brass lamp.", "You take the iron lamp.");
    replace(way, "* score: 10", "* score: 11");
    assertThat(run("test", house.toString())).isEqualTo(1);
    assertThat(out)
        .isEqualTo(
            way
                + ": FAILED\n  "
                + way
                + ":12: Ann> take lamp\n"
                + "  - You take the iron lamp.\n"
                + "  + You take the brass lamp.\n  "
                + way
                + ":20: * score: 11\n"
                + "  - * score: 11\n"
                + "  + * score: 10\n"
                + "1 transcript, 1 FAILED\n");
    assertThat(run("test", house.toString(), "way", "--update")).isZero();
    assertThat(out).isEqualTo(way + ": updated\n");
    assertThat(way)
        .content()
        .startsWith("# The whole way, and what the dark says on it.\nplayers: Ann, Bea\n\n")
        .contains("You take the brass lamp.", "* score: 10")
        .contains("Shadows jump up ...");
    assertThat(run("test", house.toString(), "--update")).isZero();
    assertThat(out).isEqualTo(way + ": as it was\n");
    assertThat(run("test", house.toString(), "--json")).isZero();
    assertThat(out).contains("\"passed\":true,\"commands\":10,\"failure\":[]");
  }

  @Test
  void thePlayCanBeReadAsEverybodyReadsIt() {
    Path house = newWorld();
    assertThat(run("test", house.toString(), "way", "--show")).isZero();
    assertThat(out)
        .contains("* Ann joins\n    Ann: ")
        .contains(
            "Ann> open door\n    Ann: You open the green door.\n    Bea: Ann opens the green door.\n");
    assertThat(run("test", house.toString(), "detour")).isEqualTo(1);
    assertThat(err).contains(house + " has no such test");
  }

  @Test
  void aGameThatIsPlayedHereBecomesATest() {
    Path house = newWorld();
    String typed =
        """
        look
        Bea: open door
        north
        # Ann goes after
        Ann> north
        * Bea is in: attic
        * Bea is in: hall
        * 3 seconds pass
        * the moon rises
        jump on it
        say * hello
        take lamp. light lamp. up. open trunk. take letter. read letter
        * Cid joins
        Cid: x me
        * score: 10
        """;
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("record", house.toString(), "--players", "Ann,Bea", "--seed", "3")).isZero();
    } finally {
      System.setIn(before);
    }
    Path recorded = house.resolve("tests/recorded-1.transcript");
    assertThat(out)
        .contains(
            "Bea> ", "Bea: You open the green door.", "no: * Bea is in: hall", "is not understood")
        .endsWith(recorded + ": written\n");
    assertThat(recorded)
        .content()
        .startsWith("seed: 3\nplayers: Ann, Bea\n\nAnn> look\n")
        .contains("Bea> open door\nYou open the green door.\nAnn: Bea opens the green door.\n")
        .contains("* Bea is in: hall\n", "* ended: home\n", "* Cid joins\n", "* score: 10\n")
        .doesNotContain("attic\n", "moon");
    assertThat(run("test", house.toString(), "recorded-1")).as(out).isZero();
  }

  @Test
  void aWorldIsDrawn() throws IOException {
    Path house = newWorld();
    assertThat(run("map", house.toString())).isZero();
    assertThat(out)
        .isEqualTo(
            """
            Level 1
            [The Attic v]

            Level 0
            [The Hall ^]
                  |
            [The Garden]

            The Garden: north to The Hall, by the green door; in to The Hall, by the green door
            The Hall: south to The Garden, by the green door; up to The Attic; out to The Garden, by the green door
            The Attic (dark): down to The Hall
            """);
    Path picture = temp.resolve("map.svg");
    assertThat(run("map", house.toString(), "--svg", picture.toString())).isZero();
    assertThat(picture)
        .content()
        .startsWith("<svg ")
        .contains(">The Hall</text>", "<rect x=\"-3\" y=\"-9\"")
        .doesNotContain("<path");
    assertThat(run("map", house.toString(), "--json")).isZero();
    assertThat(out).contains("{\"room\":\"attic\",\"name\":\"The Attic\",\"at\":[0,1,1]");
  }

  @Test
  void wrongWordsAreExitTwo() {
    assertThat(run("check")).isEqualTo(2);
    assertThat(run("chek", "x")).isEqualTo(2);
    assertThat(run("check", temp.resolve("none").toString())).isEqualTo(1);
    assertThat(out).contains("there is no such folder");
  }

  /** A bug report: what two players said, in a world that is edited afterwards. */
  @Test
  void anExportedGameIsRunAgainAndTheFirstDifferenceIsTold() throws Exception {
    Path worlds = temp.resolve("worlds");
    Path house = temp.resolve("worlds/old-house");
    assertThat(run("new", house.toString())).isZero();
    Path file = temp.resolve("game.lamplight");
    try (Host host = new Host(worlds, false);
        Peer bea = new Peer(host.sync())) {
      bea.say("CREATE:old-house:Bea").hear("END\n");
      bea.say("CMD#1:look", "CMD#2:say hello", "CMD#3:fly", "CMD#4:inventory").hear("OK#4\n");
      Files.write(
          file, host.gateway().scribe().export(host.gateway().sessions().get(0)).bytes().array());
    }
    assertThat(run("test", "--session", file.toString(), worlds.toString())).as(out).isZero();
    assertThat(out).contains(" run again in " + house + ", all as they were\n");
    assertThat(run("test", "--session", file.toString(), house.toString())).as(out).isZero();

    Path room = house.resolve("rooms/house.yaml");
    String before = Files.readString(room);
    Files.writeString(room, before.replaceFirst("description: [A-Z]", "description: Now X"));
    assertThat(run("test", house.toString(), "--session", file.toString())).isEqualTo(1);
    assertThat(out).contains("came out otherwise; the first of them:\nstep ", "bea> look");
    assertThat(out).contains("  then bea reads: ", "  now  bea reads: Now X");

    assertThat(run("test", file.toString())).isEqualTo(1);
    assertThat(err).contains("of the world \"old-house\", which is not in ", "name its folder");
    assertThat(run("test", temp.resolve("none").toString(), "--session", "none")).isEqualTo(1);
    assertThat(err).isEqualTo("lamplight: there is no file none\n");
    Files.writeString(file, "nonsense");
    assertThat(run("test", file.toString())).isEqualTo(1);
    assertThat(err).contains("cannot be run: ");
    assertThat(run("test")).isEqualTo(2);
  }

  private Path newWorld() {
    Path house = temp.resolve("old-house");
    assertThat(run("new", house.toString())).isZero();
    assertThat(out).startsWith(house + ": 6 files; now: lamplight world check ");
    return house;
  }

  private static void replace(Path file, String old, String text) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(old);
    Files.writeString(file, before.replace(old, text));
  }

  private int run(String... words) {
    StringWriter outs = new StringWriter();
    StringWriter errs = new StringWriter();
    String[] all = new String[words.length + 1];
    all[0] = "world";
    System.arraycopy(words, 0, all, 1, words.length);
    int exit =
        LamplightCommand.commandLine()
            .setOut(new PrintWriter(outs))
            .setErr(new PrintWriter(errs))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .execute(all);
    out = outs.toString();
    err = errs.toString();
    return exit;
  }
}

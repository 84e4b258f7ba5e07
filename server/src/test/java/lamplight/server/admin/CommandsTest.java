package lamplight.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lamplight.server.Host;
import lamplight.server.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The host's commands against a server in this process, over the real socket. */
class CommandsTest {
  @TempDir Path temp;
  private Host host;
  private DataFolder.Held held;
  private AdminSocket socket;
  private String out = "";
  private String err = "";

  @BeforeEach
  void open() throws Exception {
    host = new Host();
    held = new DataFolder(temp.resolve("data")).hold();
    socket = AdminSocket.open(held.folder().socket(), new Desk(host.gateway(), () -> {})::answer);
  }

  @AfterEach
  void close() throws Exception {
    socket.close();
    held.file().close();
    host.close();
  }

  @Test
  void aHostSeesHowTheWorldsStand() throws Exception {
    assertThat(run("admin", "--data", temp.resolve("data").toString(), "worlds")).isZero();
    assertThat(out)
        .containsPattern("WORLD +EDITION +STANDING +GAMES +FOLDER\n")
        .containsPattern("ruin +- +broken +0 +src/test/resources/worlds/ruin\n")
        .containsPattern("yard +1 +current +0 +src/test/resources/worlds/yard\n")
        .containsPattern("worlds/ruin/world.yaml:\\d+:\\d+: ");
    assertThat(run("admin", "--data", temp.resolve("data").toString(), "--json", "worlds"))
        .isZero();
    assertThat(out)
        .contains("{\"world\":\"yard\",\"edition\":1,\"standing\":\"current\",\"games\":0,");
  }

  @Test
  void aHostSeesWhatEachClientIsSent() throws Exception {
    try (Peer bea = new Peer(host.sync());
        Peer cat = new Peer(host.telnet())) {
      String seated = bea.say("HELLO:1:probe", "CREATE:yard:Bea").hear("END\n");
      String session = seated.replaceAll("(?s).*SESSION:([^:]+):.*", "$1");
      String hash = seated.replaceAll("(?s).*SNAPSHOT:(\\d+:\\w+)\n.*", "$1");
      bea.say("ACK:" + hash, "CMD#1:take bucket").hear("OK#1\n");
      cat.say("Cat", "join " + session).hear("\n> ");
      bea.hear("PLAYER:cat:");
      assertThat(run("admin", "--data", temp.resolve("data").toString(), "stats")).isZero();
      assertThat(out)
          .containsPattern("up 0:00:\\d\\d, process \\d+, CPU .* heap .* of ")
          .contains("connections 2, clients in games 2, turned away 0\n")
          .containsPattern(session + " +yard +3 +1 +2 ")
          .containsPattern(" {2}bea +sync \\(probe\\) +text +\\d+ ms +2 +3 +1 +2 ")
          .containsPattern(" {2}cat +telnet +lines +- +0 +0 +0 +0 ");
      String[] json = {
        "admin", "--data", temp.resolve("data").toString(), "--json", "stats", "--collect"
      };
      assertThat(run(json)).isZero();
      assertThat(out)
          .containsPattern("\"clients\":2,\"turned_away\":0,\"games\":1,\"commits\":\\d+,")
          .containsPattern(
              "\"player\":\"bea\".*\"form\":\"text\",\"delay_ms\":\\d+,\"unacked\":2,\"reads\":true,"
                  + "\"total_syncs\":3,\"full_syncs\":1,\"deltas_sent\":2,.*\"bytes_sent\":\\d+,");
    }
  }

  @Test
  void aHostOpensWatchesAndClosesAGame() throws Exception {
    assertThat(admin("list")).isZero();
    assertThat(out)
        .isEqualTo("Nobody plays. Open a game with: lamplight admin sessions create WORLD\n");
    assertThat(admin("create", "yard")).isZero();
    String session = out.strip();
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "join " + session).hear("\n> ");
      admin("list");
      assertThat(out)
          .isEqualTo(
              "SESSION  WORLD  SEATS  HERE  PASSWORD  HOST\n"
                      .replace("SESSION ", pad("SESSION", session))
                  + pad(session, "SESSION")
                  + " yard   1/2    1     no        bea\n");
      assertThat(admin("show", session)).isZero();
      assertThat(out)
          .contains(session + ": The Yard (yard), 1 of 2 seats taken, version ")
          .contains("PLAYER  NAME  PRESENCE  BY      HOST\nbea     Bea   here      telnet  yes\n");
      assertThat(admin("say", session, "Tea", "is", "ready.")).isZero();
      bea.hear("Tea is ready.");
      assertThat(admin("kick", session, "cat")).isEqualTo(1);
      assertThat(err).contains("no player \"cat\" sits in " + session);
      assertThat(admin("kick", session, "bea")).isZero();
      assertThat(bea.hearTheEnd()).contains("The host has taken your seat away.");
    }
    try (Peer cat = new Peer(host.telnet())) {
      cat.say("Cat", "join " + session).hear("\n> ");
      assertThat(admin("close", session)).isZero(); // the same as delete
      assertThat(cat.hearTheEnd()).contains("The host has ended this game.");
    }
    admin("--json", "list");
    assertThat(out).isEqualTo("[]\n");
  }

  @Test
  void scriptsGetJson() {
    admin("--json", "create", "yard", "--password", "tea");
    assertThat(out).matches("\\{\"session\":\"[a-z]+-[0-9]+\"}\n");
    String session = out.replaceAll(".*:\"(.*)\".*\n", "$1");
    admin("list", "--json");
    assertThat(out)
        .isEqualTo(
            "[{\"session\":\""
                + session
                + "\",\"world\":\"yard\",\"title\":\"The Yard\",\"locked\":true,\"host\":\"\",\"maximum\":2,"
                + "\"version\":1,\"seats\":[]}]\n");
    assertThat(admin("--json", "show", "nothing-1")).isEqualTo(1);
    assertThat(out)
        .isEqualTo(
            "{\"error\":\"there is no session \\\"nothing-1\\\"; \\\"list\\\" shows them\"}\n");
  }

  @Test
  void refusalsAreOneLineAndExitOne() {
    assertThat(admin("create", "moon")).isEqualTo(1);
    assertThat(err)
        .isEqualTo("lamplight: there is no world \"moon\" on the shelf; there is yard\n");
    assertThat(admin("say", "nothing-1", "x")).isEqualTo(1);
    assertThat(err)
        .isEqualTo("lamplight: there is no session \"nothing-1\"; \"list\" shows them\n");
    assertThat(run("admin", "--data", temp.resolve("none").toString(), "sessions", "list"))
        .isEqualTo(1);
    assertThat(err)
        .isEqualTo(
            "lamplight: no server runs on "
                + temp.resolve("none")
                + "; start one with: lamplight serve --data "
                + temp.resolve("none")
                + "\n");
  }

  @Test
  void aSecondServerIsRefusedTheFolder() {
    assertThat(
            run(
                "serve",
                "--data",
                temp.resolve("data").toString(),
                "--worlds",
                Host.WORLDS.toString()))
        .isEqualTo(1);
    assertThat(err)
        .contains("another server (process " + ProcessHandle.current().pid() + ") has this folder")
        .hasLineCount(1);
  }

  @Test
  void aPortInUseIsRefused() {
    String port = Integer.toString(host.telnet());
    assertThat(
            run(
                "serve",
                "--data",
                temp.resolve("other").toString(),
                "--worlds",
                Host.WORLDS.resolve("yard").toString(),
                "--telnet-port",
                port))
        .isEqualTo(1);
    assertThat(err)
        .contains(
            "--telnet-port "
                + port
                + " on 127.0.0.1 cannot be had: Address already in use; choose another")
        .hasLineCount(1);
  }

  @Test
  void theSocketIsForTheOwnerOnly() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("data"))))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(held.folder().socket().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void wrongWordsAreExitTwoWithASuggestion() {
    assertThat(run("serv")).isEqualTo(2);
    assertThat(err).contains("Did you mean: lamplight serve");
    assertThat(run("serve", "--telnet-port", "70000")).isEqualTo(2);
    assertThat(err).contains("--telnet-port is 70000; a port is a number from 0 to 65535");
    assertThat(run("admin", "sessions", "lst")).isEqualTo(2);
    assertThat(err).contains("Did you mean", "list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load | 2 | say where to: --telnet HOST:PORT or --sync HOST:PORT, one of them",
        "load --telnet localhost | 2 | a server is HOST:PORT, such as 127.0.0.1:4000; \"localhost\" is no port",
        "load --sync 127.0.0.1:0 | 2 | port 0 is none; a port is a number from 1 to 65535",
        "load --sync 127.0.0.1:9 --players 0 | 2 | --players is 0; it is a number from 1 to 9000",
        "load --sync 127.0.0.1:9 --rate -1 | 2 | --rate is -1.0; it is a number from 0 to 1000",
        "load --sync 127.0.0.1:9 --protocol morse | 2 | --protocol has \"morse\"; it is text, binary or deflate",
        "load --sync 192.0.2.1:4001 | 1 | 192.0.2.1 is another machine; if it is yours to load, add --elsewhere",
        "load --telnet no.such.host.invalid:4000 | 1 | there is no host \"no.such.host.invalid\"",
        "load --telnet 127.0.0.1:1 | 1 | no server: ",
      })
  void aLoadThatCannotBeIsRefused(String words, int exit, String why) {
    assertThat(run(words.split(" "))).isEqualTo(exit);
    assertThat(err).contains(why);
  }

  @Test
  void aHostLoadsTheServerAndSeesWhatItTakes() {
    String[] load = {
      "load",
      "--sync",
      "127.0.0.1:" + host.sync(),
      "--data",
      temp.resolve("data").toString(),
      "--players",
      "2",
      "--seconds",
      "1",
      "--warm-up",
      "0",
      "--rate",
      "5",
      "--json"
    };
    assertThat(run(load)).isZero();
    assertThat(out)
        .startsWith("{\"world\":\"yard\",\"players\":2,\"games\":1,")
        .containsPattern("\"server_cpu_s\":\\d.*\"server_heap_mib\":\\d.*}\n$");
    admin("list");
    assertThat(out).as("its games are deleted again").startsWith("Nobody plays.");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(run("--help")).isZero();
    assertThat(out).contains("play", "serve", "admin", "world", "Examples:");
    assertThat(run("admin", "sessions", "--help")).isZero();
    assertThat(out)
        .contains("list", "show", "create", "say", "kick", "close", "delete", "Examples:");
    assertThat(run("help", "serve")).isZero();
    assertThat(out).contains("ready telnet=PORT sync=PORT [web=PORT] [tls=PORT]");
  }

  private int admin(String... words) {
    int options = words[0].equals("--json") ? 1 : 0;
    String[] all = new String[words.length + 4];
    all[0] = "admin";
    all[1] = "--data";
    all[2] = temp.resolve("data").toString();
    System.arraycopy(words, 0, all, 3, options);
    all[3 + options] = "sessions";
    System.arraycopy(words, options, all, 4 + options, words.length - options);
    return run(all);
  }

  private int run(String... words) {
    StringWriter outs = new StringWriter();
    StringWriter errs = new StringWriter();
    CommandLine line =
        LamplightCommand.commandLine()
            .setOut(new PrintWriter(outs))
            .setErr(new PrintWriter(errs))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int exit = line.execute(words);
    out = outs.toString();
    err = errs.toString();
    return exit;
  }

  private static String pad(String word, String wide) {
    return word + " ".repeat(Math.max(0, wide.length() - word.length()) + 1);
  }
}

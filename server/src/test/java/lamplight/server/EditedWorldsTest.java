package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Scribe;
import lamplight.server.runtime.ShelvedWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worlds whose files change while they are played, and between. */
class EditedWorldsTest {
  @TempDir Path temp;
  private Path worlds = Path.of("");
  private Path yard = Path.of("");
  private Host host;

  @BeforeEach
  void open() throws Exception {
    worlds = Files.createDirectory(temp.resolve("worlds"));
    yard = worlds.resolve("yard");
    copy(Host.WORLDS.resolve("yard"), yard);
    host = new Host(worlds, false);
  }

  @AfterEach
  void close() {
    host.close();
    assertThat(host.reports()).isEmpty();
  }

  private void author() throws RefusedException {
    host.close();
    host = new Host(worlds, true);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Edits a file as many editors do: beside it, and renamed into its place. */
  private void edit(String file, String old, String now) throws IOException {
    Path path = yard.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Path beside = path.resolveSibling("." + path.getFileName() + ".tmp");
    Files.writeString(beside, text.replace(old, now));
    Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private ShelvedWorld shelved(String world) {
    return host.gateway().shelved().stream()
        .filter(shelved -> shelved.id().equals(world))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void runningAndNewSessionsHaveTheNewTextsAndKeepTheirState() throws Exception {
    try (Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.telnet())) {
      bea.say("Bea", "new yard", "take bucket").hear("You take the tin bucket.");
      edit("rooms/yard.yaml", "A yard with a pump.", "A yard under snow.");
      host.awaitLog("edition 2");
      assertThat(bea.say("look").hear("Exits"))
          .contains("A yard under snow.")
          .doesNotContain("edited");
      bea.say("inventory").hear("You are carrying a tin bucket.");
      cat.say("Cat", "new yard").hear("A yard under snow.");
      assertThat(shelved("yard").standing()).isEqualTo(ShelvedWorld.Standing.CURRENT);
    }
  }

  @Test
  void viewsFollowByDeltasAndTheirHashesHold() throws Exception {
    try (Peer bea = new Peer(host.sync())) {
      StringBuilder heard = new StringBuilder();
      heard.append(bea.say("CREATE:yard:Bea", "CMD#1:take bucket").hear("OK#1\n"));
      edit(
          "things/yard.yaml",
          "bucket:\n  name: tin bucket",
          "rake: {name: rake, at: yard}\nbucket:\n  name: red bucket");
      host.awaitLog("edition 2");
      heard.append(bea.hear("ITEM:rake:-:yard"));
      heard.append(bea.say("CMD#2:take rake").hear("OK#2\n"));

      ClientState state = replica(heard.toString());

      assertThat(state.carriedBy("bea")).extracting(Known.Item::id).contains("bucket", "rake");
      assertThat(state.name("bucket")).isEqualTo("red bucket");
    }
  }

  /** What a client makes of what it hears; every block has to fit. */
  private static ClientState replica(String heard) {
    ClientState state = ClientState.EMPTY;
    byte[] bytes = heard.getBytes(StandardCharsets.ISO_8859_1);
    for (Inbound<ServerMessage> inbound : new ClientEnd().read(ByteBuffer.wrap(bytes))) {
      assertThat(inbound).isInstanceOf(Inbound.Good.class);
      ServerMessage message = ((Inbound.Good<ServerMessage>) inbound).message();
      if (message instanceof ServerMessage.Sync sync) {
        ClientState.Applied applied = state.apply(sync.block());
        assertThat(applied.reply()).isEqualTo(ClientState.Reply.ACK);
        state = applied.state();
      }
    }
    return state;
  }

  @Test
  void anEditThatDoesNotLoadIsReportedInItsPlaceAndTheOldWorldStays() throws Exception {
    author();
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "new yard").hear("\n> ");
      edit("rooms/yard.yaml", "north: barn", "north: bran");
      assertThat(host.awaitLog("rooms/yard.yaml"))
          .contains("rooms/yard.yaml:5:12: exit north leads to \"bran\", which is no room");
      host.awaitLog("is played on as edition 1: 1 error");
      assertThat(bea.hear("which is no room")).contains("does not load");
      assertThat(shelved("yard").standing()).isEqualTo(ShelvedWorld.Standing.OUTDATED);
      bea.say("north").hear("Straw, mostly.");
      edit("rooms/yard.yaml", "north: bran", "north: barn");
      bea.hear("The world was edited and has been read again.");
      assertThat(shelved("yard").problems()).isEmpty();
    }
  }

  @Test
  void aGameThatCannotGoOnWithTheEditKeepsItsOldStory() throws Exception {
    author();
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "new yard").hear("\n> ");
      edit("things/yard.yaml", "bucket:\n", "bea: {name: bee, at: yard}\nbucket:\n");
      assertThat(host.awaitLog("goes on with its world as it was before"))
          .contains("a player is called that");
      bea.hear("this game goes on as it was");
      assertThat(bea.say("look").hear("Exits")).doesNotContain("bee");
    }
  }

  private static final String GONE = "This place is no more. You find yourself where it all began.";

  /** The yard is another room now, nothing leads from it, and a rake lies there. */
  private void rebuild() throws IOException {
    Files.writeString(
        yard.resolve("rooms/yard.yaml"), "court: {name: The Court, description: Cobbles.}\n");
    edit("world.yaml", "start: yard", "start: court");
    edit("things/yard.yaml", "at: yard", "at: court");
    edit("things/yard.yaml", "bucket:\n", "rake: {name: rake, at: court}\nbucket:\n");
  }

  @Test
  void whoseRoomIsGoneWhenTheServerIsBackReadsSoOnce() throws Exception {
    MemoryStore store = new MemoryStore();
    try (Host before = new Host(worlds, false, store);
        Peer bea = new Peer(before.telnet())) {
      String words = words(bea.say("Bea", "new yard").hear("\n> "));
      bea.say("take bucket").hear("\n> ");
      bea.say("north").hear("Straw, mostly.");
      rebuild();
      for (boolean first : List.of(true, false)) {
        try (Host after = new Host(worlds, false, store);
            Peer back = new Peer(after.telnet())) {
          String heard = back.say("resume " + words).hear("a rake");
          assertThat(heard.contains(GONE)).as(heard).isEqualTo(first);
          assertThat(heard).containsOnlyOnce("Cobbles.");
          back.say("inventory").hear("You are carrying a tin bucket.");
        }
      }
    }
  }

  @Test
  void whoIsAwayWhileTheRoomGoesReadsSoWhenBack() throws Exception {
    try (Peer ann = new Peer(host.telnet())) {
      ann.say("Ann", "new yard").hear("\n> ");
      String code = host.gateway().sessions().get(0).id().code();
      String words = "";
      try (Peer bea = new Peer(host.telnet())) {
        words = words(bea.say("Bea", "join " + code).hear("\n> "));
        bea.say("north").hear("Straw, mostly.");
        bea.say("quit").hearTheEnd();
      }
      rebuild();
      ann.hear(GONE);
      try (Peer bea = new Peer(host.telnet())) {
        bea.say("resume " + words).hear(GONE);
      }
    }
  }

  private static String words(String heard) {
    return heard.replaceAll("(?s).*resume ([a-z]+-[a-z]+-[a-z]+).*", "$1");
  }

  @Test
  void anExportIsFittedToItsWorldAsThatIsNow() throws Exception {
    byte[] export = export();
    rebuild();
    host.awaitLog("edition 2");
    Scribe.Copied copy = adopt(export);
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("resume " + copy.seats().get(0).words()).hear(GONE);
      assertThat(bea.say("look").hear("no way out")).contains("The Court", "a rake");
      bea.say("inventory").hear("You are carrying a tin bucket.");
    }
  }

  @Test
  void anExportThatItsWorldCannotTakeAnyMoreIsRefused() throws Exception {
    byte[] export = export();
    edit("things/yard.yaml", "bucket:\n", "bea: {name: bee, at: yard}\nbucket:\n");
    host.awaitLog("edition 2");
    assertThatThrownBy(() -> adopt(export))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it does not fit its world as that is here: ")
        .hasMessageContaining("the world now has a \"bea\", and a player is called that");
    assertThat(host.gateway().sessions()).hasSize(1);
  }

  /** A game in which Bea has the bucket. */
  private byte[] export() throws Exception {
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "new yard", "take bucket").hear("You take the tin bucket.");
    }
    SessionSummary game = host.gateway().sessions().get(0);
    return host.gateway().scribe().export(game).bytes().array();
  }

  private Scribe.Copied adopt(byte[] export) throws RefusedException {
    return host.gateway().scribe().adopt("yard.lamplight", export, Optional.empty());
  }

  @Test
  void worldsComeAndGo() throws Exception {
    try (Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.telnet())) {
      bea.say("Bea", "new yard").hear("\n> ");
      copy(Host.WORLDS.resolve("yard"), worlds.resolve("garden"));
      host.awaitLog("garden was read: edition 1");
      cat.say("Cat", "new garden").hear("A yard with a pump.");
      delete(yard);
      host.awaitLog("yard is gone");
      bea.say("look").hear("A yard with a pump.");
      assertThat(host.gateway().worlds()).containsExactly("garden");
      copy(Host.WORLDS.resolve("yard"), yard);
      host.awaitLog("yard was read: edition 2");
      assertThat(host.gateway().worlds()).containsExactlyInAnyOrder("garden", "yard");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(java.util.Comparator.reverseOrder()).toList();
      deepestFirst.forEach(
          file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}

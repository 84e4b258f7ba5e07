package lamplight.tui.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games that are played alone outlive the program, however it ends. */
class SoloGamesTest {
  private static final Game MILL =
      new Game(
          new WorldLoader()
              .load(new WorldFolder(Path.of("..", "worlds", "mill")))
              .story()
              .orElseThrow());

  @TempDir private Path folder;

  /** A program that plays: what is typed goes in, what is told is kept. It just ends. */
  private final class Program implements House.Guest {
    final House house;
    final ByteArrayOutputStream told = new ByteArrayOutputStream();
    long now = 1_000_000;

    Program(List<Game> games) {
      house = new House(games, false, new SoloFolder(folder), new Random(7), Words.ENGLISH);
      house.enter(this);
    }

    Program() {
      this(List.of(MILL));
    }

    @Override
    public void hears(byte[] bytes) {
      told.writeBytes(bytes);
    }

    @Override
    public void isShownOut() {}

    String says(String... lines) {
      told.reset();
      for (String line : lines) {
        now += 1_000;
        house.receive(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), now);
      }
      return told.toString(StandardCharsets.UTF_8);
    }
  }

  private List<SoloFolder.Kept> kept() {
    return new SoloFolder(folder).games();
  }

  private Path only() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
    }
  }

  private String resume() {
    return "RESUME::" + kept().get(0).words() + ":::0";
  }

  /** A game in which there is something to lose; the program is gone, its lock too. */
  private void play(String... lines) throws IOException {
    Program program = new Program();
    program.says("CREATE:mill:Ann");
    program.says(lines);
    killed();
  }

  /** As after a kill, nobody holds the file: its lock is that of another file. */
  private void killed() throws IOException {
    Path file = only();
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Files.write(file, bytes);
  }

  @Test
  void whatWasShownIsThereAfterAKill() throws IOException {
    play("CMD:take stick", "CMD:north");
    assertThat(kept())
        .singleElement()
        .satisfies(
            game -> {
              assertThat(game.world()).isEqualTo("mill");
              assertThat(game.name()).isEqualTo("Ann");
            });
    String told = new Program().says(resume(), "CMD:inventory", "CMD:look");
    assertThat(told)
        .contains("Every year, on the last night of harvest")
        .contains("stick")
        .contains("The Grinding Floor")
        .doesNotContain("damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 150})
  void aHalfWrittenLastRecordIsDropped(int missing) throws IOException {
    play("CMD:north");
    byte[] whole = Files.readAllBytes(only());
    Files.write(only(), java.util.Arrays.copyOf(whole, whole.length - missing));
    Program program = new Program();
    assertThat(program.says(resume(), "CMD:look")).contains("The Mill Yard");
    assertThat(program.says("CMD:north", "CMD:look")).contains("The Grinding Floor");
    killed();
    assertThat(new Program().says(resume(), "CMD:look")).contains("The Grinding Floor");
  }

  @Test
  void aDamagedFileGoesOnFromItsLastGoodStepAndIsSetAside() throws IOException {
    play("CMD:north", "CMD:south", "CMD:north");
    String text = Files.readString(only());
    Files.writeString(only(), text.replaceFirst("\nrecord 3 ", "\nrecord 9 "));
    assertThat(new Program().says(resume())).contains("The file of this game was damaged.");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).anyMatch(file -> file.endsWith(".damaged"));
    }
  }

  @Test
  void aGameThatIsPlayedElsewhereOrWhoseWorldIsGoneIsRefusedInWords() throws IOException {
    Program first = new Program();
    first.says("CREATE:mill:Ann");
    assertThat(new Program().says(resume())).contains("The game cannot go on", "another window");
    killed();
    assertThat(new Program(List.of()).says(resume())).contains("there is no world mill here");
  }

  @Test
  void aGameThatCannotBeSavedGoesOnAndIsSavedOnceThatWorks() throws IOException {
    Files.delete(folder);
    Files.writeString(folder, "in the way");
    Program program = new Program();
    assertThat(program.says("CREATE:mill:Ann", "CMD:north"))
        .containsOnlyOnce("This game cannot be saved")
        .contains("The Grinding Floor");
    Files.delete(folder);
    assertThat(program.says("CMD:south")).contains("The game is saved again.");
    killed();
    assertThat(new Program().says(resume(), "CMD:look")).contains("The Mill Yard");
  }

  @Test
  void aFileIsWrittenAnewNowAndThen() throws IOException {
    Program program = new Program();
    program.says("CREATE:mill:Ann");
    for (int i = 0; i < SoloGames.MOST_RECORDS; i++) {
      program.says("CMD:take stick", "CMD:drop stick");
    }
    assertThat(Files.readString(only())).doesNotStartWith("record 1 ");
    program.says("CMD:north");
    killed();
    assertThat(new Program().says(resume(), "CMD:look")).contains("The Grinding Floor");
  }

  @Test
  void whoGivesASeatUpOrDoesNotGetOneLeavesNoGame() throws IOException {
    Program program = new Program();
    program.says("CREATE:mill:Ann", "LEAVE");
    assertThat(kept()).isEmpty();
    assertThat(program.says("LIST")).doesNotContain("OPEN:");
  }

  @Test
  void oldGamesGoWhenThereAreTooMany() throws IOException {
    for (int i = 0; i <= SoloFolder.MOST; i++) {
      Program program = new Program();
      program.says("CREATE:mill:Ann");
      for (SoloFolder.Kept game : kept()) {
        Path file = folder.resolve(game.session() + ".journal");
        Files.setLastModifiedTime(
            file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 60_000));
      }
    }
    assertThat(kept()).hasSize(SoloFolder.MOST);
  }
}

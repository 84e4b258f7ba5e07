package lamplight.tui.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lamplight.engine.load.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worlds that are edited while they are played without a server. */
final class EditedWorldsTest {
  @TempDir private Path folder;
  private Path yard = Path.of("");

  @BeforeEach
  void write() throws IOException {
    yard = Files.createDirectory(folder.resolve("yard"));
    says("Mud.");
  }

  private void says(String description) throws IOException {
    String world =
        "title: Yard\nblurb: A yard.\nstart: yard\nrooms: {yard: {name: Yard, description: %s}}\n"
            .formatted(description);
    Files.writeString(yard.resolve("world.yaml"), world);
  }

  @Test
  void an_edit_is_read_once_the_files_stand_still_and_then_no_more() throws IOException {
    EditedWorlds worlds = new EditedWorlds(new Worlds(folder, Optional.empty()));
    assertThat(worlds.look()).isEmpty();
    assertThat(worlds.look()).isEmpty();
    says("Mud, and a puddle.");
    assertThat(worlds.look()).isEmpty();
    assertThat(worlds.look()).containsOnlyKeys(yard);
    assertThat(worlds.look()).isEmpty();
  }

  @Test
  void errors_of_an_edit_are_among_what_was_read() throws IOException {
    EditedWorlds worlds = new EditedWorlds(new Worlds(yard, Optional.empty()));
    says("{colour: red}");
    worlds.look();
    Loaded loaded = Optional.ofNullable(worlds.look().get(yard)).orElseThrow();
    assertThat(loaded.story()).isEmpty();
    assertThat(loaded.problems()).isNotEmpty();
  }

  @Test
  void a_world_that_was_not_there_is_read() throws IOException {
    EditedWorlds worlds = new EditedWorlds(new Worlds(folder, Optional.empty()));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(yard.resolve("world.yaml"), other.resolve("world.yaml"));
    worlds.look();
    assertThat(worlds.look()).containsOnlyKeys(other);
  }
}

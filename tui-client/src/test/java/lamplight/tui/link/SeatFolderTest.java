package lamplight.tui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatFolderTest {
  @TempDir Path home;

  private Seats seats(String server) {
    return new SeatFolder(home.resolve("lamplight/seats"), server);
  }

  @Test
  void aSeatIsFoundAgainUnderItsServerSessionAndName() {
    seats("localhost:4001").keep("otter-42", "Ana", "first");
    seats("localhost:4001").keep("otter-42", "Ana", "second");
    assertThat(seats("localhost:4001").token("otter-42", "ana")).contains("second");
    assertThat(seats("localhost:4002").token("otter-42", "Ana")).isEmpty();
    assertThat(seats("localhost:4001").token("otter-42", "Bo")).isEmpty();
  }

  @Test
  void onlyTheOwnerMayReadItAndNoNameLeavesTheFolder() throws Exception {
    seats("../../x").keep("..", "/etc/passwd é", "secret");
    try (Stream<Path> all = Files.walk(home)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSize(1);
      assertThat(files.get(0).getParent()).isEqualTo(home.resolve("lamplight/seats"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsNoFault() throws Exception {
    Files.writeString(home.resolve("lamplight"), "in the way");
    seats("localhost:4001").keep("otter-42", "Ana", "token");
    assertThat(seats("localhost:4001").token("otter-42", "Ana")).isEmpty();
  }
}

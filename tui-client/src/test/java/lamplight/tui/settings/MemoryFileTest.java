package lamplight.tui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Panes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() {
    Memory memory =
        new Memory(
            Optional.of("Ann"),
            new Panes(6, -2, true),
            List.of(
                new Memory.Recent(
                    new HostAndPort("lamp.example.org", 4002),
                    "heron-7",
                    "Ann",
                    "The Mill: at dusk = 茶",
                    Memory.Hosted.NO),
                new Memory.Recent(
                    new HostAndPort("127.0.0.1", 4001), "otter-42", "Bo", "", Memory.Hosted.HERE)));
    MemoryFile file = new MemoryFile(folder.resolve("deep").resolve("client"));
    file.write(memory);
    assertThat(file.read()).isEqualTo(memory);
  }

  @Test
  void whereThereIsNothingNothingIsRemembered() {
    assertThat(new MemoryFile(folder.resolve("nothing")).read()).isEqualTo(Memory.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recent.0.server=nowhere:0\n",
        "recent.0.server=here\nrecent.0.hosted=perhaps\n",
        "name=\\u12\n",
        "pane.story=wide\n",
        "\0\0\0"
      })
  void brokenLinesAreForgotten(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("client"), text);
    assertThat(new MemoryFile(file).read().recent()).isEmpty();
  }
}

package lamplight.tui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Panes;

/**
 * Keeps what the program remembers, as {@code name = value} lines. It is written by the program
 * alone; lines that it does not understand are forgotten, and a file that cannot be used means that
 * nothing is remembered.
 */
public final class MemoryFile {
  private static final String NAME = "name";
  private static final String STORY = "pane.story";
  private static final String MAP = "pane.map";
  private static final String CHAT = "pane.chat";
  private static final String RECENT = "recent.%d.%s";
  private static final int PORT = 4001;

  private final Path file;

  public MemoryFile(Path file) {
    this.file = file;
  }

  public Memory read() {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return Memory.NONE;
    }
    List<Memory.Recent> recent = new ArrayList<>();
    for (int i = 0; lines.containsKey(RECENT.formatted(i, "server")); i++) {
      recent(lines, i).ifPresent(recent::add);
    }
    return new Memory(
        Optional.ofNullable(lines.getProperty(NAME)).filter(name -> !name.isBlank()),
        new Panes(
            number(lines, STORY),
            number(lines, MAP),
            Boolean.parseBoolean(lines.getProperty(CHAT))),
        recent);
  }

  private static int number(Properties lines, String key) {
    try {
      return Integer.parseInt(lines.getProperty(key, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<Memory.Recent> recent(Properties lines, int index) {
    try {
      return Optional.of(
          new Memory.Recent(
              HostAndPort.parse(lines.getProperty(RECENT.formatted(index, "server"), ""), PORT),
              lines.getProperty(RECENT.formatted(index, "session"), ""),
              lines.getProperty(RECENT.formatted(index, "name"), ""),
              lines.getProperty(RECENT.formatted(index, "title"), ""),
              Memory.Hosted.valueOf(lines.getProperty(RECENT.formatted(index, "hosted"), "NO"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public void write(Memory memory) {
    Properties lines = new Properties();
    memory.name().ifPresent(name -> lines.setProperty(NAME, name));
    lines.setProperty(STORY, Integer.toString(memory.panes().story()));
    lines.setProperty(MAP, Integer.toString(memory.panes().map()));
    lines.setProperty(CHAT, Boolean.toString(memory.panes().chat()));
    for (int i = 0; i < memory.recent().size(); i++) {
      Memory.Recent seat = memory.recent().get(i);
      lines.setProperty(RECENT.formatted(i, "server"), seat.server().toString());
      lines.setProperty(RECENT.formatted(i, "session"), seat.session());
      lines.setProperty(RECENT.formatted(i, "name"), seat.name());
      lines.setProperty(RECENT.formatted(i, "title"), seat.title());
      lines.setProperty(RECENT.formatted(i, "hosted"), seat.hosted().name());
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "client", ".new");
      try (Writer out = Files.newBufferedWriter(fresh)) {
        lines.store(out, "What the Lamplight client remembers; remove it to forget.");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      return; // Nothing is remembered.
    }
  }
}

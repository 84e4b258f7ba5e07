package lamplight.engine.wire;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Scope;
import lamplight.engine.sync.StateHash;
import org.junit.jupiter.api.Test;

/** The page that users read says what the code does. */
class ProtocolPageTest {

  private final String page = read();

  private static String read() {
    try {
      return Files.readString(Path.of("PROTOCOL.md"));
    } catch (IOException e) {
      throw new AssertionError("the tests run in the engine's folder", e);
    }
  }

  @Test
  void theTablesOfMessagesAreTheCodesTable() {
    assertThat(firstCells("## 2.")).isEqualTo(usages(Messages.FROM_CLIENT));
    assertThat(firstCells("## 3.")).isEqualTo(usages(Messages.FROM_SERVER));
  }

  private static Set<String> usages(List<? extends Row<?>> rows) {
    return rows.stream().map(Row::usage).collect(toSet());
  }

  @Test
  void theCodesAreTheCodesEnums() {
    Set<String> codes = firstCells("## 9.");
    assertThat(codes)
        .isEqualTo(
            Stream.concat(
                    Stream.of(Refusal.values()).map(Refusal::code),
                    Stream.of(Farewell.values()).map(Farewell::code))
                .collect(toSet()));
  }

  @Test
  void theCapabilitiesAreThoseThatAreGranted() {
    assertThat(firstCells("## 8."))
        .isEqualTo(Stream.of(Capability.values()).map(Capability::word).collect(toSet()));
  }

  @Test
  void theKindsOfTextAndTheLimitsAreNamed() {
    assertThat(section("## 4."))
        .contains(Stream.of(TextKind.values()).map(kind -> "`" + kind.word() + "`").toList());
    assertThat(section("## 1.")).contains(Limits.CLIENT_LINE_BYTES + " bytes");
    assertThat(section("## 2.")).contains(Limits.LIVE_BYTES + " bytes");
    assertThat(section("## 5.")).contains("its last " + Scope.VERSIONS + " versions");
    assertThat(section("## 1.")).contains("port " + Protocol.DEFAULT_PORT);
  }

  @Test
  void theExampleOfTheHashIsRight() {
    EntrySet entries = EntrySet.of(fenced("entries").lines().map(Entry::parse).toList());
    assertThat(page).contains("hash to `" + entries.hash() + "`. After these two changes");
    Optional<EntrySet> changed = Optional.of(entries);
    for (String change : fenced("changes").lines().toList()) {
      changed = changed.flatMap(Change.parse(change)::applyTo);
    }
    assertThat(page).contains("they hash to `" + changed.orElseThrow().hash() + "`. No entries");
  }

  @Test
  void theFramesOfTheExampleSayItsLines() {
    ClientEnd client = new ClientEnd();
    byte[] welcome =
        new ServerEnd().write(new ServerMessage.Welcome(1, "s", Set.of(Capability.BINARY)));
    client.read(ByteBuffer.wrap(welcome));
    String frames = String.join("", fenced("frames").lines().toList());
    assertThat(client.read(ByteBuffer.wrap(HexFormat.of().parseHex(frames))))
        .containsExactly(
            new Inbound.Good<>(
                new ServerMessage.DeltaSync(
                    Block.Delta.of(
                        0,
                        3,
                        fenced("changes")
                            .lines()
                            .map(Change::parse)
                            .sorted(Comparator.comparing(Change::key))
                            .toList(),
                        StateHash.parse("4e2ddeee")))));
  }

  @Test
  void theShapesOfThePageAreTheTables() {
    assertThat(section("### Patches"))
        .contains(
            Shape.ALL.stream()
                .filter(shape -> !shape.head().isEmpty())
                .map(shape -> "| " + shape.code() + " | `" + String.join(":", shape.head()) + ":")
                .toList());
  }

  @Test
  void theLinesOfTheExampleAreMessages() {
    String example = fenced("");
    String typed =
        example
            .lines()
            .filter(line -> line.startsWith("> "))
            .map(line -> line.substring(2) + "\n")
            .collect(joining());
    String answered =
        example
            .lines()
            .filter(line -> !line.startsWith("> "))
            .map(line -> line + "\n")
            .collect(joining());
    assertThat(new ServerEnd().read(MessagesTest.bytes(typed)))
        .hasSize((int) typed.lines().count())
        .allMatch(Inbound.Good.class::isInstance);
    assertThat(new ClientEnd().read(MessagesTest.bytes(answered)))
        .hasSizeGreaterThan(10)
        .allMatch(Inbound.Good.class::isInstance);
  }

  private String section(String heading) {
    int start = page.indexOf("\n" + heading) + 1;
    int end = page.indexOf("\n## ", start);
    assertThat(start).as(heading).isPositive();
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private String fenced(String language) {
    int start = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(start, page.indexOf("\n```", start));
  }

  /** What stands between backticks in the first cells of a section's tables. */
  private Set<String> firstCells(String heading) {
    return section(heading)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("(?<!\\\\)\\|", -1)[1])
        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
        .map((MatchResult match) -> match.group(1))
        .collect(toSet());
  }
}

package lamplight.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySetTest {

  static final EntrySet EXAMPLE =
      set(
          "PLAYER:alice:hall:100:100",
          "ITEM:lamp:-:hall",
          "ITEM:golden_key:alice:-",
          "VISITED:hall",
          "ROOM:hall:0,0,0:north=library,east=?:The Hall");

  static EntrySet set(String... lines) {
    return EntrySet.of(Stream.of(lines).map(Entry::parse).toList());
  }

  @Test
  void theExampleOfTheProtocolHashesAsItSays() {
    assertThat(EXAMPLE.hash()).hasToString("1ef11ed7");

    EntrySet after =
        Stream.of("PLAYER_ROOM:alice:library", "ITEM_OWNER:lamp:alice")
            .map(Change::parse)
            .reduce(EXAMPLE, (set, change) -> change.applyTo(set).orElseThrow(), (a, b) -> b);

    assertThat(after.hash()).hasToString("4e2ddeee");
  }

  @Test
  void theHashDoesNotDependOnOrderAndNoEntriesHashToZero() {
    List<Entry> entries = EXAMPLE.stream().toList();
    EntrySet backwards = EntrySet.EMPTY;
    for (int i = entries.size() - 1; i >= 0; i--) {
      backwards = backwards.with(entries.get(i));
    }
    assertThat(backwards).isEqualTo(EXAMPLE);

    for (Entry entry : entries) {
      backwards = backwards.without(entry.key());
    }
    assertThat(backwards.hash()).hasToString("00000000");
    assertThat(backwards.bytes()).isZero();
  }

  @Test
  void anEntryReplacesTheOneOfItsKeyAndOnlyThat() {
    EntrySet moved = EXAMPLE.with(Entry.parse("ITEM:lamp:-:yard"));

    assertThat(moved.size()).isEqualTo(EXAMPLE.size());
    assertThat(moved.get("ITEM", "lamp").map(Entry::line)).contains("ITEM:lamp:-:yard");
    assertThat(moved.get("ITEM", "ghost")).isEqualTo(Optional.empty());
    assertThat(moved).isNotEqualTo(EXAMPLE);
  }

  /** These ids have one hash: {@code "an".hashCode() == "c0".hashCode()}. */
  @Test
  void entriesWhoseKeysHashAlikeAreKeptApart() {
    EntrySet twins = set("FLAG:an:1", "FLAG:c0:2", "FLAG:ban:3", "FLAG:bc0:4");

    assertThat(twins.get("FLAG", "an").map(Entry::line)).contains("FLAG:an:1");
    assertThat(twins.get("FLAG", "c0").map(Entry::line)).contains("FLAG:c0:2");
    assertThat(twins.with(Entry.parse("FLAG:c0:5"))).hasSize(4);
    EntrySet one = twins.without(new Key("FLAG", "an"));
    assertThat(one).isEqualTo(set("FLAG:c0:2", "FLAG:ban:3", "FLAG:bc0:4"));
    assertThat(lines(one, twins)).containsExactly("FLAG:an:1");
    assertThat(lines(twins, one)).containsExactly("GONE:FLAG:an");
    assertThat(lines(set("FLAG:an:1"), set("FLAG:c0:2", "FLAG:ban:3")))
        .containsExactlyInAnyOrder("GONE:FLAG:an", "FLAG:c0:2", "FLAG:ban:3");
    assertThat(lines(twins, set("FLAG:an:9"))).hasSize(4);
  }

  private static List<String> lines(EntrySet from, EntrySet to) {
    return Differ.between(from, to).stream().map(Change::line).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ROOM:hall:0%2C0:::The Hall, 'ROOM:hall:0,0:::The Hall'",
    "LABEL:lamp::, LABEL:lamp",
    "NOTE:n1:bea:-:so%3a 100%25%0a, NOTE:n1:bea:-:so%3A 100%25%0A",
    "LAYER:0.walls:ZGF0YQ==, LAYER:0.walls:ZGF0YQ==",
  })
  void aLineIsKeptInItsCanonicalForm(String line, String canonical) {
    assertThat(Entry.parse(line)).hasToString(canonical);
    assertThat(Entry.parse(canonical)).isEqualTo(Entry.parse(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ROOM", "ROOM:", ":hall", "ROOM:hall:%4"})
  void aLineThatIsNoEntryIsRefused(String line) {
    assertThatThrownBy(() -> Entry.parse(line)).isInstanceOf(IllegalArgumentException.class);
  }
}

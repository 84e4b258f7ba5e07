package lamplight.engine.sync;

import static lamplight.engine.sync.EntrySetTest.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferTest {

  @ParameterizedTest
  @CsvSource({
    // before, after, the change
    "PLAYER:al:hall:90:80, PLAYER:al:yard:90:80, PLAYER_ROOM:al:yard",
    "PLAYER:al:hall:90:80, PLAYER:al:yard:90:79, PLAYER:al:yard:90:79",
    "PLAYER:al:hall:90:80, PLAYER:al:hall:90:79, PLAYER:al:hall:90:79",
    "PLAYER:al:hall:90:80:more, PLAYER:al:yard:90:80:more, PLAYER_ROOM:al:yard",
    "ITEM:lamp:-:hall, ITEM:lamp:al:-, ITEM_OWNER:lamp:al",
    "ITEM:lamp:bo:-, ITEM:lamp:al:-, ITEM_OWNER:lamp:al",
    "ITEM:lamp:al:-, ITEM:lamp:-:hall, ITEM:lamp:-:hall",
    "ITEM:lamp:al:-, ITEM:lamp:-:-, ITEM:lamp:-:-",
    "ITEM:lamp:-:hall, ITEM:lamp:-:in.chest, ITEM:lamp:-:in.chest",
    "DOOR:gate:open, DOOR:gate:locked, DOOR:gate:locked",
  })
  void aShortFormStandsWhereItSaysItAll(String before, String after, String change) {
    assertThat(lines(set(before), set(after))).containsExactly(change);
  }

  @Test
  void whatIsNewIsPutAndWhatIsGoneIsSaid() {
    assertThat(
            lines(
                set("DOOR:gate:open", "FLAG:a%3Ab:1", "VISITED:hall"),
                set("ITEM:lamp:al:-", "VISITED:hall", "VISITED:yard", "PLAYER:al:hall:1:1")))
        .containsExactlyInAnyOrder(
            "GONE:DOOR:gate",
            "GONE:FLAG:a%3Ab",
            "ITEM:lamp:al:-",
            "PLAYER:al:hall:1:1",
            "ROOM_VISITED:yard");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void applyingWhatDiffersMakesTheOneOfTheOther(long seed) {
    RandomViews views = new RandomViews(seed);
    EntrySet from = EntrySet.EMPTY;
    for (int round = 0; round < 300; round++) {
      EntrySet to = views.next(from);
      Optional<EntrySet> made = Optional.of(from);
      for (String line : lines(from, to)) {
        made = made.flatMap(Change.parse(line)::applyTo);
      }
      assertThat(made).as("seed %s, round %s", seed, round).contains(to);
      assertThat(to)
          .isEqualTo(EntrySet.of(to.stream().map(Entry::line).map(Entry::parse).toList()));
      from = to;
    }
  }

  private static List<String> lines(EntrySet from, EntrySet to) {
    return Differ.between(from, to).stream().map(Change::line).toList();
  }
}

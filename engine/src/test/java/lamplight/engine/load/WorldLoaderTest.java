package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lamplight.engine.model.Article;
import lamplight.engine.model.Place;
import lamplight.engine.model.Position;
import lamplight.engine.model.Pronoun;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.model.WorldId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldLoaderTest {
  private static final String WORLD =
      """
      title: A test
      start: hall
      rooms:
        hall:
          name: Hall
          description: A hall.
          at: [5, 5, 0]
          exits: {north: yard, up: loft, in: cell, east: yard}
          scenery: {rug: {name: old rug}}
        yard: {name: Yard, description: A yard., exits: {south: hall, north: field}}
        field: {name: Field, description: A field., exits: {south: yard}}
        loft: {name: Loft, description: A loft.}
        cell: {name: Cell, description: A cell.}
        far: {name: Far, description: Far off.}
      things:
        coin: {name: gold coin, at: hall, copies: 3}
        box: {name: box, at: hall, container: {}}
        basket: {name: basket, at: hall, container: {open: true, fixed: true}}
        safe: {name: safe, at: hall, container: {locked: true, key: coin}}
        knob: {name: knob, part_of: box}
        sack: {name: sack of old wheat, words: [Sack, wheat], at: in box}
        oats: {name: oats, plural: true, at: hall}
      people:
        ada: {name: Ada, pronoun: she, at: yard}
        twins: {name: two twins, at: yard}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"mill", "sunken-library"})
  void reads_the_worlds_that_come_with_lamplight(String name) {
    WorldSource folder = new WorldFolder(Path.of("..", "worlds", name));
    Loaded loaded = new WorldLoader().load(folder);
    assertThat(loaded.problems()).isEqualTo(List.of());
    assertThat(loaded.story()).isPresent();
  }

  @Test
  void a_worlds_id_is_the_name_of_its_folder() {
    assertThat(world().id()).isEqualTo(new WorldId("test"));
    assertThat(
            new WorldLoader()
                .load(WorldSource.of("My World", Map.of("world.yaml", WORLD)))
                .problems())
        .extracting(Problem::toString)
        .containsExactly(
            "world.yaml: the folder's name \"My World\" is the world's id, and is none; rename the"
                + " folder: lower-case letters, digits, _ and -");
  }

  @Test
  void a_folder_without_a_world_is_a_problem_and_no_exception(@TempDir Path temp) {
    assertThat(problems(temp))
        .containsExactly(temp + ": there is no world.yaml; a world is a folder that has one");
    assertThat(problems(temp.resolve("none")))
        .containsExactly(
            temp.resolve("none")
                + ": there is no such folder; give the folder that has world.yaml in it");
  }

  @Test
  void files_that_are_no_text_or_too_large_are_problems(@TempDir Path temp) throws IOException {
    Files.write(temp.resolve("world.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Files.createDirectory(temp.resolve("rooms"));
    Files.writeString(temp.resolve("rooms/a.yaml"), "#".repeat((int) WorldFolder.LARGEST_FILE + 1));
    assertThat(problems(temp))
        .containsExactly(
            temp + "/rooms/a.yaml: is larger than 1048576 bytes; cut it into several",
            temp + "/world.yaml:1:1: is not UTF-8 from here on; save it as UTF-8");
  }

  @Test
  void rooms_without_a_place_get_one_from_the_exits_and_none_is_taken_twice() {
    World world = world();
    assertThat(at(world, "hall")).isEqualTo(new Position(5, 5, 0));
    assertThat(at(world, "yard")).isEqualTo(new Position(5, 6, 0));
    assertThat(at(world, "field")).isEqualTo(new Position(5, 7, 0));
    assertThat(at(world, "loft")).isEqualTo(new Position(5, 5, 1));
    assertThat(at(world, "cell")).isEqualTo(new Position(6, 6, 0));
    assertThat(world.rooms().values().stream().map(room -> room.position()))
        .doesNotHaveDuplicates();
  }

  @Test
  void scenery_belongs_to_its_room_and_cannot_be_taken() {
    Thing rug = thing("hall-rug");
    assertThat(rug.kind()).isEqualTo(Thing.Kind.SCENERY);
    assertThat(rug.portable()).isFalse();
    assertThat(rug.start()).isEqualTo(new Place.InRoom(new RoomId("hall")));
    assertThat(world().room(new RoomId("hall")).scenery()).containsExactly(rug.id());
  }

  @Test
  void copies_are_alike() {
    for (String copy : List.of("coin", "coin-2", "coin-3")) {
      assertThat(thing(copy).alike()).isEqualTo(new ThingId("coin"));
    }
  }

  @Test
  void names_give_nouns_adjectives_articles_and_pronouns() {
    assertThat(thing("coin").nouns()).containsExactly("coin");
    assertThat(thing("coin").adjectives()).containsExactly("gold");
    assertThat(thing("sack").nouns()).containsExactly("sack", "wheat");
    assertThat(thing("sack").adjectives()).containsExactly("old");
    assertThat(thing("oats").article()).isEqualTo(Article.SOME);
    assertThat(thing("oats").pronoun()).isEqualTo(Pronoun.THEY);
    assertThat(thing("coin").pronoun()).isEqualTo(Pronoun.IT);
    assertThat(thing("ada").article()).isEqualTo(Article.NONE);
    assertThat(thing("ada").pronoun()).isEqualTo(Pronoun.SHE);
    assertThat(thing("twins").pronoun()).isEqualTo(Pronoun.THEY);
  }

  @ParameterizedTest
  @CsvSource({
    "brass lamp, A",
    "oak door, AN",
    "hour glass, AN",
    "unicorn, A",
    "one-eyed cat, A",
    "egg, AN",
    "Ada, NONE",
    "six ducks, NONE",
    "somebody's onions, NONE"
  })
  void articles_go_by_how_a_name_begins(String name, Article article) {
    assertThat(Words.article(name, false)).isEqualTo(article);
  }

  @Test
  void parts_and_people_stay_where_they_are() {
    assertThat(thing("coin").portable()).isTrue();
    assertThat(thing("knob").portable()).isFalse();
    assertThat(thing("ada").portable()).isFalse();
  }

  @Test
  void containers_open_if_their_author_says_so() {
    assertThat(lid("box"))
        .isEqualTo(
            new Thing.Lockable(
                true, false, java.util.Optional.empty(), java.util.Optional.empty()));
    assertThat(lid("basket").open()).isTrue();
    assertThat(lid("basket").openable()).isFalse();
    assertThat(lid("safe").open()).isFalse();
    assertThat(lid("safe").openable()).isTrue();
    assertThat(lid("safe").locked()).contains(true);
  }

  private static List<String> problems(Path folder) {
    Loaded loaded = new WorldLoader().load(new WorldFolder(folder));
    assertThat(loaded.story()).isEmpty();
    return loaded.problems().stream().map(Problem::toString).toList();
  }

  private static World world() {
    Loaded loaded = new WorldLoader().load(WorldSource.of("test", Map.of("world.yaml", WORLD)));
    assertThat(loaded.problems()).isEmpty();
    return loaded.story().orElseThrow().world();
  }

  private static Thing thing(String id) {
    return world().thing(new ThingId(id));
  }

  private static Thing.Lockable lid(String id) {
    return thing(id).lid().orElseThrow();
  }

  private static Position at(World world, String room) {
    return world.room(new RoomId(room)).position();
  }
}

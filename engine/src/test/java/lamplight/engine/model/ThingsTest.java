package lamplight.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a room, a thing or a player has is what a walk over all things finds. */
class ThingsTest {

  private static final List<ThingId> IDS =
      IntStream.range(0, 12).mapToObj(i -> new ThingId("thing-" + i)).toList();

  private static final List<Place> PLACES =
      List.of(
          Place.NOWHERE,
          new Place.InRoom(new RoomId("hall")),
          new Place.In(IDS.get(0)),
          new Place.On(IDS.get(0)),
          new Place.With(IDS.get(1)),
          new Place.HeldBy(new PlayerId("bea"), false),
          new Place.HeldBy(new PlayerId("bea"), true));

  @Test
  void aHolderHasWhatIsPutThere() {
    Random random = new Random(1);
    Things things = Things.NONE;
    for (int step = 0; step < 1_000; step++) {
      ThingId thing = IDS.get(random.nextInt(IDS.size()));
      things =
          random.nextInt(10) == 0
              ? things.minus(thing)
              : things.plus(thing, at(PLACES.get(random.nextInt(PLACES.size()))));
      for (Place place : PLACES) {
        Id holder = place.holder();
        if (holder != null) {
          assertThat(things.heldBy(holder))
              .containsExactlyInAnyOrderElementsOf(found(things, holder));
        }
      }
    }
    assertThat(Things.of(things)).isEqualTo(things);
  }

  private static Set<ThingId> found(Things things, Id holder) {
    return things.entrySet().stream()
        .filter(thing -> holder.equals(thing.getValue().place().holder()))
        .map(thing -> thing.getKey())
        .collect(Collectors.toSet());
  }

  private static ThingState at(Place place) {
    return new ThingState(place, false, false, false, false, true, false, "");
  }
}

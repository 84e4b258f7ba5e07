package lamplight.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shared map is what a map of the library is, and tells what became of it. */
class SharedMapTest {

  private static final int STEPS = 2_000;
  private static final int KEYS = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void asTheLibrarysMap(long seed) {
    Random random = new Random(seed);
    TreeMap<Integer, Object> expected = new TreeMap<>();
    SharedMap<Integer, Object> map = SharedMap.empty();
    for (int step = 0; step < STEPS; step++) {
      TreeMap<Integer, Object> old = new TreeMap<>(expected);
      SharedMap<Integer, Object> before = map;
      for (int change = random.nextInt(4); change > 0; change--) {
        int key = random.nextInt(KEYS);
        if (random.nextInt(3) == 0) {
          expected.remove(key);
          map = map.minus(key);
        } else {
          Object value = new Object();
          expected.put(key, value);
          map = map.plus(key, value);
        }
      }
      assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
      assertThat(map).hasSize(expected.size()).isEqualTo(expected);
      assertThat(before).isEqualTo(old);
      assertThat(told(before, map)).isEqualTo(differences(old, expected));
    }
  }

  private static List<String> told(
      SharedMap<Integer, Object> before, SharedMap<Integer, Object> after) {
    List<String> told = new ArrayList<>();
    SharedMap.compare(before, after, (key, was, is) -> told.add(key + " " + was + " " + is));
    return told;
  }

  private static List<String> differences(Map<Integer, Object> before, Map<Integer, Object> after) {
    TreeSet<Integer> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .map(key -> key + " " + before.get(key) + " " + after.get(key))
        .toList();
  }
}

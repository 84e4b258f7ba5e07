package lamplight.tui.mud;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The directions that servers name in short, and where they lead on a map. */
enum Way {
  N(0, 1, 0, "north"),
  NE(1, 1, 0, "northeast"),
  E(1, 0, 0, "east"),
  SE(1, -1, 0, "southeast"),
  S(0, -1, 0, "south"),
  SW(-1, -1, 0, "southwest"),
  W(-1, 0, 0, "west"),
  NW(-1, 1, 0, "northwest"),
  U(0, 0, 1, "up"),
  D(0, 0, -1, "down");

  private final int x;
  private final int y;
  private final int z;
  private final String word;

  Way(int x, int y, int z, String word) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.word = word;
  }

  private static Optional<Way> of(String words) {
    return Arrays.stream(values())
        .filter(way -> way.name().equalsIgnoreCase(words) || way.word.equalsIgnoreCase(words))
        .findFirst();
  }

  /** The whole word for a direction in short; other words stay as they are. */
  static String word(String words) {
    return of(words).map(way -> way.word).orElse(words.toLowerCase(Locale.ROOT));
  }

  /** The place beside another in some direction; eastward, where that is not known. */
  static int[] beside(int x, int y, int z, String words) {
    Way way = of(words).orElse(E);
    return new int[] {x + way.x, y + way.y, z + way.z};
  }
}

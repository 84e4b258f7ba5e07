package lamplight.engine.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ways that exits lead, in the order in which they are listed. */
public enum Direction {
  NORTH("n", 0, 1, 0),
  NORTHEAST("ne", 1, 1, 0),
  EAST("e", 1, 0, 0),
  SOUTHEAST("se", 1, -1, 0),
  SOUTH("s", 0, -1, 0),
  SOUTHWEST("sw", -1, -1, 0),
  WEST("w", -1, 0, 0),
  NORTHWEST("nw", -1, 1, 0),
  UP("u", 0, 0, 1),
  DOWN("d", 0, 0, -1),
  IN("in", 0, 0, 0),
  OUT("out", 0, 0, 0);

  private static final Map<String, Direction> BY_WORD = byWord();

  private final String word;
  private final String abbreviation;
  private final int east;
  private final int north;
  private final int up;

  Direction(String abbreviation, int east, int north, int up) {
    this.word = name().toLowerCase(Locale.ROOT);
    this.abbreviation = abbreviation;
    this.east = east;
    this.north = north;
    this.up = up;
  }

  /** The word in lower case, as in data and protocol. */
  public String word() {
    return word;
  }

  /** What players type for short. */
  public String abbreviation() {
    return abbreviation;
  }

  /** One step this way on the map; in and out stay where they are. */
  public Position from(Position start) {
    return new Position(start.east() + east, start.north() + north, start.up() + up);
  }

  public Direction opposite() {
    return switch (this) {
      case NORTH -> SOUTH;
      case NORTHEAST -> SOUTHWEST;
      case EAST -> WEST;
      case SOUTHEAST -> NORTHWEST;
      case SOUTH -> NORTH;
      case SOUTHWEST -> NORTHEAST;
      case WEST -> EAST;
      case NORTHWEST -> SOUTHEAST;
      case UP -> DOWN;
      case DOWN -> UP;
      case IN -> OUT;
      case OUT -> IN;
    };
  }

  /** The direction of a word or its abbreviation, in lower case. */
  public static Optional<Direction> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  private static Map<String, Direction> byWord() {
    Map<String, Direction> all = new HashMap<>();
    for (Direction direction : values()) {
      all.put(direction.word, direction);
      all.put(direction.abbreviation, direction);
    }
    return Map.copyOf(all);
  }
}

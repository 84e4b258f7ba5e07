package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What an entry says, for the kinds that this program knows: each record with its writer and its
 * reader. A reader answers empty for fields that it cannot read, so that a newer server's entry is
 * carried but not misunderstood.
 */
public sealed interface Known {

  /** The entry that says this. */
  Entry entry();

  /** A member of the session, and where. */
  record Player(String id, String room, int health, int energy) implements Known {
    public static final String KIND = "PLAYER";

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, room, Integer.toString(health), Integer.toString(energy));
    }

    static Optional<Player> read(Entry entry) {
      return numbers(entry, 1, 2)
          .map(numbers -> new Player(entry.id(), entry.field(0), numbers.get(0), numbers.get(1)));
    }
  }

  /**
   * A thing: owned by a player, or somewhere.
   *
   * @param owner a player's id or {@code -}
   * @param location a room's id, {@code in.<item>}, {@code on.<item>}, or {@code -} when owned
   */
  record Item(String id, String owner, String location) implements Known {
    public static final String KIND = "ITEM";

    /** The owner of what nobody owns. */
    public static final String NOBODY = "-";

    /** The location of what is owned. */
    public static final String OWNED = "-";

    public static Item owned(String id, String owner) {
      return new Item(id, owner, OWNED);
    }

    public static Item at(String id, String location) {
      return new Item(id, NOBODY, location);
    }

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, owner, location);
    }

    static Optional<Item> read(Entry entry) {
      return Optional.of(new Item(entry.id(), entry.field(0), entry.field(1)));
    }
  }

  /** The party has seen the room. */
  record Visited(String room) implements Known {
    public static final String KIND = "VISITED";

    @Override
    public Entry entry() {
      return Entry.of(KIND, room);
    }

    static Optional<Visited> read(Entry entry) {
      return Optional.of(new Visited(entry.id()));
    }
  }

  /**
   * Where an exit leads, as far as the party knows.
   *
   * @param target a room's id, or {@code ?} if not yet explored
   */
  record Exit(String target, Passage passage) {
    public static final String UNEXPLORED = "?";

    public boolean explored() {
      return !target.equals(UNEXPLORED);
    }

    private String written() {
      return passage.mark + target;
    }

    private static Exit read(String written) {
      for (Passage passage : List.of(Passage.BARRED, Passage.UNSURE)) {
        if (written.startsWith(passage.mark)) {
          return new Exit(written.substring(passage.mark.length()), passage);
        }
      }
      return new Exit(written, Passage.FREE);
    }
  }

  /** Whether one can pass. */
  enum Passage {
    FREE(""),
    /** Closed or locked. */
    BARRED("!"),
    /** May be refused or cost something: not to be predicted. */
    UNSURE("~");

    private final String mark;

    Passage(String mark) {
      this.mark = mark;
    }
  }

  /**
   * Map knowledge of a visited room.
   *
   * @param exits by direction, in the order in which they are shown
   */
  record Room(String id, int x, int y, int z, Map<String, Exit> exits, String name)
      implements Known {
    public static final String KIND = "ROOM";

    public Room {
      exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
    }

    @Override
    public Entry entry() {
      List<String> written = new ArrayList<>();
      exits.forEach((direction, exit) -> written.add(direction + "=" + exit.written()));
      return Entry.of(KIND, id, x + "," + y + "," + z, String.join(",", written), name);
    }

    static Optional<Room> read(Entry entry) {
      String[] place = entry.field(0).split(",", -1);
      if (place.length != 3) {
        return Optional.empty();
      }
      Map<String, Exit> exits = new LinkedHashMap<>();
      for (String exit : words(entry.field(1))) {
        int equals = exit.indexOf('=');
        if (equals <= 0) {
          return Optional.empty();
        }
        exits.put(exit.substring(0, equals), Exit.read(exit.substring(equals + 1)));
      }
      return numbers(List.of(place))
          .map(
              xyz ->
                  new Room(entry.id(), xyz.get(0), xyz.get(1), xyz.get(2), exits, entry.field(2)));
    }
  }

  /** The display name of an item, person or player, and what a client may offer to do with it. */
  record Label(String id, Set<String> traits, String name) implements Known {
    public static final String KIND = "LABEL";

    public Label {
      traits = Collections.unmodifiableSet(new TreeSet<>(traits));
    }

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, String.join(",", traits), name);
    }

    static Optional<Label> read(Entry entry) {
      return Optional.of(new Label(entry.id(), Set.copyOf(words(entry.field(0))), entry.field(1)));
    }
  }

  /** A door that the viewer can see; {@code state} is open, closed or locked. */
  record Door(String id, String state) implements Known {
    public static final String KIND = "DOOR";

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, state);
    }

    static Optional<Door> read(Entry entry) {
      return Optional.of(new Door(entry.id(), entry.field(0)));
    }
  }

  /** Public puzzle state. */
  record Flag(String id, String value) implements Known {
    public static final String KIND = "FLAG";

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, value);
    }

    static Optional<Flag> read(Entry entry) {
      return Optional.of(new Flag(entry.id(), entry.field(0)));
    }
  }

  /** Whether somebody sits at a player's terminal. */
  record Presence(String player, Where where) implements Known {
    public static final String KIND = "PRESENCE";

    /** The words of the protocol, in lower case there. */
    public enum Where {
      HERE,
      AWAY,
      GONE
    }

    @Override
    public Entry entry() {
      return Entry.of(KIND, player, where.name().toLowerCase(Locale.ROOT));
    }

    static Optional<Presence> read(Entry entry) {
      for (Where where : Where.values()) {
        if (where.name().equalsIgnoreCase(entry.field(0))) {
          return Optional.of(new Presence(entry.id(), where));
        }
      }
      return Optional.empty();
    }
  }

  /** Points of a player, or of the party under the id {@code party}. */
  record Score(String id, int points, int maximum) implements Known {
    public static final String KIND = "SCORE";

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, Integer.toString(points), Integer.toString(maximum));
    }

    static Optional<Score> read(Entry entry) {
      return numbers(entry, 0, 1)
          .map(numbers -> new Score(entry.id(), numbers.get(0), numbers.get(1)));
    }
  }

  /**
   * The story has ended.
   *
   * @param rank that the points are worth; empty if the world has no ranks
   */
  record Ending(String id, boolean won, String rank, String title) implements Known {
    public static final String KIND = "ENDING";
    private static final String WON = "won";
    private static final String LOST = "lost";

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, won ? WON : LOST, rank, title);
    }

    static Optional<Ending> read(Entry entry) {
      boolean won = entry.field(0).equals(WON);
      return Optional.of(new Ending(entry.id(), won, entry.field(1), entry.field(2)));
    }
  }

  /**
   * What a player did until the story ended.
   *
   * @param rooms that the player has seen
   * @param steps from room to room
   * @param things that the player has seen
   * @param people whom the player has met
   */
  record Tally(String player, int rooms, int steps, int things, int people, int deaths)
      implements Known {
    public static final String KIND = "TALLY";

    @Override
    public Entry entry() {
      return Entry.of(
          KIND,
          player,
          Integer.toString(rooms),
          Integer.toString(steps),
          Integer.toString(things),
          Integer.toString(people),
          Integer.toString(deaths));
    }

    static Optional<Tally> read(Entry entry) {
      return numbers(IntStream.range(0, 5).mapToObj(entry::field).toList())
          .map(n -> new Tally(entry.id(), n.get(0), n.get(1), n.get(2), n.get(3), n.get(4)));
    }
  }

  /**
   * Something that was achieved in a story that has ended.
   *
   * @param id of the achievement, and for one that each player has for themselves {@code
   *     <achievement>.<player>}
   * @param player whose it is; empty: the party's
   */
  record Achieved(String id, String player, String title) implements Known {
    public static final String KIND = "ACHIEVED";
    private static final String PARTY = "-";

    @Override
    public Entry entry() {
      return Entry.of(KIND, id, player.isEmpty() ? PARTY : player, title);
    }

    static Optional<Achieved> read(Entry entry) {
      String player = entry.field(0).equals(PARTY) ? "" : entry.field(0);
      return Optional.of(new Achieved(entry.id(), player, entry.field(1)));
    }
  }

  private static Optional<List<Integer>> numbers(Entry entry, int first, int second) {
    return numbers(List.of(entry.field(first), entry.field(second)));
  }

  private static Optional<List<Integer>> numbers(List<String> fields) {
    try {
      return Optional.of(fields.stream().map(Integer::valueOf).toList());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
  }
}

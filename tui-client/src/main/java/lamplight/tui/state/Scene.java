package lamplight.tui.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import lamplight.tui.text.Clean;
import lamplight.tui.text.Ink;

/**
 * The replica, read once a version for the screens and for completion. All names in it are clean.
 *
 * @param me the player's own id
 * @param end how the story ended, if it has
 * @param rooms what is known of the map, by room
 */
public record Scene(
    String me,
    Map<String, Known.Room> rooms,
    List<Member> party,
    List<Thing> carried,
    List<Thing> here,
    Optional<Known.Score> score,
    Optional<End> end) {
  public static final Scene EMPTY =
      new Scene("", Map.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  /** The owner under which the whole party's points are kept. */
  private static final String PARTY = "party";

  /** The trait of those who can be talked to. */
  private static final String PERSON = "person";

  static final String TAKEABLE = "takeable";

  /** Things in things in things: deeper is not shown, and a replica with a circle ends here. */
  private static final int DEEPEST = 6;

  public Scene {
    rooms = Map.copyOf(rooms);
    party = List.copyOf(party);
    carried = List.copyOf(carried);
    here = List.copyOf(here);
  }

  /**
   * Somebody who plays.
   *
   * @param player where, and how well; empty of somebody of whom that is not known
   */
  public record Member(
      String id, String name, Known.Presence.Where seat, Optional<Known.Player> player) {
    /** The room; empty if it is not known. */
    public Optional<String> room() {
      return player.map(Known.Player::room);
    }

    public boolean isIn(String room) {
      return room().filter(room::equals).isPresent();
    }
  }

  /**
   * A thing or person in sight.
   *
   * @param depth how many things it is in or on
   * @param note what a glance shows, such as that a door is locked; may be empty
   */
  public record Thing(
      String id, String name, int depth, boolean person, boolean takeable, String note) {}

  /**
   * How the story ended.
   *
   * @param achieved by all together
   */
  public record End(
      String title, boolean won, String rank, List<String> achieved, List<Doer> doers) {
    public End {
      achieved = List.copyOf(achieved);
      doers = List.copyOf(doers);
    }
  }

  /** Who did what. */
  public record Doer(String name, Known.Tally tally, List<String> achieved) {
    public Doer {
      achieved = List.copyOf(achieved);
    }
  }

  public static Scene of(ClientState replica, String me) {
    return new Reader(replica, me).scene();
  }

  public Optional<Member> self() {
    return party.stream().filter(this::isMe).findFirst();
  }

  /** The room that the player is in, if the map knows it. */
  public Optional<Known.Room> room() {
    return self().flatMap(Member::room).map(rooms::get);
  }

  /** Whether nothing at all is known of a world. */
  boolean isEmpty() {
    return rooms.isEmpty() && party.isEmpty() && carried.isEmpty() && here.isEmpty();
  }

  public boolean isMe(Member member) {
    return member.id().equals(me);
  }

  public Set<String> exits() {
    return room().map(room -> room.exits().keySet()).orElse(Set.of());
  }

  /** Everything that can be named: things and people in sight, players, exits. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    carried.forEach(thing -> words.add(thing.name()));
    here.forEach(thing -> words.add(thing.name()));
    party.stream().filter(member -> !isMe(member)).forEach(member -> words.add(member.name()));
    words.addAll(exits());
    return words;
  }

  /** How what can be named looks, by its name in lower case. */
  Map<String, Ink> names() {
    Map<String, Ink> names = new HashMap<>();
    exits().forEach(exit -> names.put(exit, Ink.EXIT));
    Stream.concat(carried.stream(), here.stream())
        .forEach(thing -> names.put(lower(thing.name()), thing.person() ? Ink.PERSON : Ink.ITEM));
    party.forEach(member -> names.put(lower(member.name()), Ink.PLAYER));
    return names;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record Reader(ClientState replica, String me) {
    Scene scene() {
      Map<String, Known.Room> rooms =
          replica.rooms().stream()
              .map(Reader::clean)
              .collect(Collectors.toMap(Known.Room::id, Function.identity()));
      List<Member> party =
          Stream.concat(
                  replica.players().stream().map(Known.Player::id),
                  replica.presences().stream().map(Known.Presence::player))
              .distinct()
              .map(this::member)
              .filter(member -> member.seat() != Known.Presence.Where.GONE || isMe(member.id()))
              .sorted(Comparator.comparing(member -> !isMe(member.id())))
              .toList();
      List<Thing> carried = new ArrayList<>();
      things(replica.carriedBy(me), 0, carried);
      List<Thing> here = new ArrayList<>();
      replica.player(me).ifPresent(player -> things(replica.itemsAt(player.room()), 0, here));
      Optional<Known.Score> score = replica.score(PARTY).or(() -> replica.score(me));
      return new Scene(me, rooms, party, carried, here, score, replica.ending().map(this::end));
    }

    private End end(Known.Ending ending) {
      List<Doer> doers =
          replica.tallies().stream()
              .map(
                  tally ->
                      new Doer(
                          name(tally.player()),
                          tally,
                          replica.achieved().stream()
                              .filter(achieved -> achieved.player().equals(tally.player()))
                              .map(achieved -> Clean.text(achieved.title()))
                              .toList()))
              .sorted(Comparator.comparing(doer -> !isMe(doer.tally().player())))
              .toList();
      List<String> together =
          replica.achieved().stream()
              .filter(achieved -> achieved.player().isEmpty())
              .map(achieved -> Clean.text(achieved.title()))
              .toList();
      return new End(
          Clean.text(ending.title()), ending.won(), Clean.text(ending.rank()), together, doers);
    }

    private boolean isMe(String player) {
      return player.equals(me);
    }

    private static Known.Room clean(Known.Room room) {
      return new Known.Room(
          room.id(), room.x(), room.y(), room.z(), room.exits(), Clean.text(room.name()));
    }

    private Member member(String id) {
      return new Member(id, name(id), replica.presence(id), replica.player(id));
    }

    private String name(String id) {
      return Clean.text(replica.name(id));
    }

    private boolean has(Known.Item item, String trait) {
      return replica.label(item.id()).filter(label -> label.traits().contains(trait)).isPresent();
    }

    /** People come first. */
    private void things(List<Known.Item> items, int depth, List<Thing> found) {
      items.stream()
          .sorted(Comparator.comparing(item -> !has(item, PERSON)))
          .forEach(item -> thing(item, depth, found));
    }

    private void thing(Known.Item item, int depth, List<Thing> found) {
      String note =
          replica.doors().stream()
              .filter(door -> door.id().equals(item.id()))
              .map(door -> Clean.text(door.state()))
              .findFirst()
              .orElse("");
      found.add(
          new Thing(
              item.id(), name(item.id()), depth, has(item, PERSON), has(item, TAKEABLE), note));
      if (depth < DEEPEST) {
        things(replica.itemsAt("on." + item.id()), depth + 1, found);
        things(replica.itemsAt("in." + item.id()), depth + 1, found);
      }
    }
  }
}

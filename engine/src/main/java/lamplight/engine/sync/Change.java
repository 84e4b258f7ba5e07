package lamplight.engine.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one key: a line of a delta. */
public sealed interface Change {

  /** The key that it changes. */
  Key key();

  /** Its type and its fields as they read, not encoded. */
  List<String> parts();

  /** The line of the protocol. */
  default String line() {
    StringBuilder line = new StringBuilder(32);
    for (String part : parts()) {
      line.append(line.length() == 0 ? "" : ":").append(Fields.encode(part));
    }
    return line.toString();
  }

  /** The entry that gives the line by itself, and so can keep what was made of it; else null. */
  default @Nullable Entry source() {
    return null;
  }

  /** The line in UTF-8, with its LF: not to be changed. */
  default byte[] utf8() {
    return (line() + '\n').getBytes(StandardCharsets.UTF_8);
  }

  /** {@code set} after the change; empty if the change does not fit it. */
  Optional<EntrySet> applyTo(EntrySet set);

  /**
   * Reads a delta's line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Change parse(String line) {
    return of(Fields.decoded(line));
  }

  /**
   * The change of a line with these fields, given as they read.
   *
   * @throws IllegalArgumentException if it has no id
   */
  static Change of(List<String> parts) {
    if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException("a change is of an id, not: " + String.join(":", parts));
    }
    String id = parts.get(1);
    String first = parts.size() > 2 ? parts.get(2) : "";
    return switch (parts.get(0)) {
      case Gone.TYPE -> new Gone(new Key(id, first));
      case PlayerRoom.TYPE -> new PlayerRoom(id, first);
      case ItemOwner.TYPE -> new ItemOwner(id, first);
      case RoomVisited.TYPE -> new RoomVisited(id);
      default -> new Put(Entry.of(parts));
    };
  }

  /** Adds the entry, or replaces what its key had. */
  record Put(Entry entry) implements Change {
    @Override
    public Key key() {
      return entry.key();
    }

    @Override
    public List<String> parts() {
      return entry.parts();
    }

    @Override
    public Entry source() {
      return entry;
    }

    @Override
    public String line() {
      return entry.line();
    }

    @Override
    public byte[] utf8() {
      return entry.utf8();
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return Optional.of(set.with(entry));
    }
  }

  /** Removes the key. */
  record Gone(Key key) implements Change {
    static final String TYPE = "GONE";

    @Override
    public List<String> parts() {
      return List.of(TYPE, key.kind(), key.id());
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return Optional.of(set.without(key));
    }
  }

  /** A player is in another room, and nothing else about them changed. */
  record PlayerRoom(Key key, String room) implements Change {
    static final String TYPE = "PLAYER_ROOM";

    public PlayerRoom(String player, String room) {
      this(new Key(Known.Player.KIND, player), room);
    }

    @Override
    public List<String> parts() {
      return List.of(TYPE, key.id(), room);
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return set.get(key).map(old -> set.with(old.withHead(room)));
    }
  }

  /** An item is now owned by a player, and so is nowhere else. */
  record ItemOwner(Key key, String owner) implements Change {
    static final String TYPE = "ITEM_OWNER";

    public ItemOwner(String item, String owner) {
      this(new Key(Known.Item.KIND, item), owner);
    }

    @Override
    public List<String> parts() {
      return List.of(TYPE, key.id(), owner);
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return set.get(key).map(old -> set.with(old.withHead(owner, Known.Item.OWNED)));
    }
  }

  /** The party has seen a room. */
  record RoomVisited(Key key) implements Change {
    static final String TYPE = "ROOM_VISITED";

    public RoomVisited(String room) {
      this(new Key(Known.Visited.KIND, room));
    }

    @Override
    public List<String> parts() {
      return List.of(TYPE, key.id());
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return Optional.of(set.with(Entry.of(Known.Visited.KIND, key.id())));
    }
  }
}

package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of one key: a line of a delta. */
public sealed interface Change {

  /** The key that it changes. */
  Key key();

  /** The line of the protocol. */
  String line();

  /** {@code set} after the change; empty if the change does not fit it. */
  Optional<EntrySet> applyTo(EntrySet set);

  /** Reads a delta's line. */
  static Change parse(String line) {
    Entry read = Entry.parse(line);
    return switch (read.kind()) {
      case Gone.TYPE -> new Gone(new Key(read.id(), read.field(0)));
      case PlayerRoom.TYPE -> new PlayerRoom(read.id(), read.field(0));
      case ItemOwner.TYPE -> new ItemOwner(read.id(), read.field(0));
      case RoomVisited.TYPE -> new RoomVisited(read.id());
      default -> new Put(read);
    };
  }

  /** Adds the entry, or replaces what its key had. */
  record Put(Entry entry) implements Change {
    @Override
    public Key key() {
      return entry.key();
    }

    @Override
    public String line() {
      return entry.line();
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
    public String line() {
      return TYPE + ":" + key;
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return Optional.of(set.without(key));
    }
  }

  /** A player is in another room, and nothing else about them changed. */
  record PlayerRoom(String player, String room) implements Change {
    static final String TYPE = "PLAYER_ROOM";

    @Override
    public Key key() {
      return new Key(Known.Player.KIND, player);
    }

    @Override
    public String line() {
      return Entry.of(TYPE, player, room).line();
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return set.get(key()).map(old -> set.with(withHead(old, room)));
    }
  }

  /** An item is now owned by a player, and so is nowhere else. */
  record ItemOwner(String item, String owner) implements Change {
    static final String TYPE = "ITEM_OWNER";

    @Override
    public Key key() {
      return new Key(Known.Item.KIND, item);
    }

    @Override
    public String line() {
      return Entry.of(TYPE, item, owner).line();
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return set.get(key()).map(old -> set.with(withHead(old, owner, Known.Item.OWNED)));
    }
  }

  /** The party has seen a room. */
  record RoomVisited(String room) implements Change {
    static final String TYPE = "ROOM_VISITED";

    @Override
    public Key key() {
      return new Key(Known.Visited.KIND, room);
    }

    @Override
    public String line() {
      return Entry.of(TYPE, room).line();
    }

    @Override
    public Optional<EntrySet> applyTo(EntrySet set) {
      return Optional.of(set.with(Entry.of(Known.Visited.KIND, room)));
    }
  }

  /** {@code old} with other first fields; the fields after them stay. */
  private static Entry withHead(Entry old, String... head) {
    List<String> fields = new ArrayList<>(List.of(head));
    fields.addAll(
        old.fields().subList(Math.min(head.length, old.fields().size()), old.fields().size()));
    return Entry.of(old.key(), fields);
  }
}

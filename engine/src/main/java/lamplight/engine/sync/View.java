package lamplight.engine.sync;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one player may know at one moment: the entries of the party, of the room that the player is
 * in, and the player's own. No key is in two of them, so the hash of the whole is the sum of
 * theirs.
 */
final class View {

  /** A scope, and what its entries were. */
  private record Part(Scope scope, EntrySet entries) {
    static Part now(Scope scope) {
      return new Part(scope, scope.entries());
    }

    boolean isNewest() {
      return entries.is(scope.entries());
    }

    Patch since(Part older) {
      return scope.since(older.entries);
    }
  }

  private final Part party;
  private final Part room;
  private final Part own;

  private View(Part party, Part room, Part own) {
    this.party = party;
    this.room = room;
    this.own = own;
  }

  /** What a viewer of these scopes may know now. */
  static View now(Scope party, Scope room, Scope own) {
    return new View(Part.now(party), Part.now(room), Part.now(own));
  }

  /** What a viewer of these scopes could know at {@code version}, if that is still known. */
  static Optional<View> at(long version, Scope party, Scope room, Scope own) {
    return party
        .at(version)
        .flatMap(
            known ->
                room.at(version)
                    .flatMap(
                        near ->
                            own.at(version)
                                .map(
                                    mine ->
                                        new View(
                                            new Part(party, known),
                                            new Part(room, near),
                                            new Part(own, mine)))));
  }

  /** Whether nothing has happened since in any of the scopes, and the room is the same. */
  boolean isStill(Scope newRoom) {
    return room.scope == newRoom && party.isNewest() && room.isNewest() && own.isNewest();
  }

  /** What makes this view, the newest, of an older one of the same viewer. */
  List<Patch> since(View older) {
    boolean alike = room.scope == older.room.scope;
    if (alike && (room.entries.is(older.room.entries) || own.entries.is(older.own.entries))) {
      return patches(party.since(older.party), room.since(older.room), own.since(older.own));
    }
    // Somebody in another room, or a thing that others no longer see: a key may have changed sides.
    Patch near = Patch.of(Differ.between(older.near(), near()));
    return patches(party.since(older.party), near);
  }

  /** What makes this view, the newest, of nothing. */
  List<Patch> all() {
    return patches(party.scope.all(), room.scope.all(), own.scope.all());
  }

  private static List<Patch> patches(Patch... patches) {
    return Stream.of(patches).filter(patch -> !patch.isEmpty()).toList();
  }

  private EntrySet near() {
    EntrySet near = room.entries;
    for (Entry entry : own.entries) {
      near = near.with(entry);
    }
    return near;
  }

  StateHash hash() {
    return party.entries.hash().plus(room.entries.hash()).plus(own.entries.hash());
  }

  /** Length of all lines on the wire. */
  int bytes() {
    return party.entries.bytes() + room.entries.bytes() + own.entries.bytes();
  }

  /** All of it as one set. */
  EntrySet entries() {
    EntrySet all = party.entries;
    for (Iterator<Entry> near = near().iterator(); near.hasNext(); ) {
      all = all.with(near.next());
    }
    return all;
  }

  @Override
  public String toString() {
    Function<Part, Object> entries = Part::entries;
    return Stream.of(party, room, own).map(entries).toList().toString();
  }
}

package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one player may know at one moment: the entries of the party, of the room that the player is
 * in, and the player's own. No key is in two of them, so the hash of the whole is the sum of
 * theirs.
 */
record View(Scope.Edition party, Scope.Edition room, Scope.Edition own) {

  /** What a viewer of these scopes may know now. */
  static View now(Scope party, Scope room, Scope own) {
    return new View(party.newest(), room.newest(), own.newest());
  }

  /** What a viewer of these scopes could know at {@code version}, if that is still known. */
  static Optional<View> at(long version, Scope party, Scope room, Scope own) {
    return party
        .at(version)
        .flatMap(
            known ->
                room.at(version)
                    .flatMap(near -> own.at(version).map(mine -> new View(known, near, mine))));
  }

  /** Whether it is what a viewer of these scopes may know now. */
  boolean isNow(Scope thatParty, Scope thatRoom, Scope thatOwn) {
    return room == thatRoom.newest() && party == thatParty.newest() && own == thatOwn.newest();
  }

  boolean isSame(View other) {
    return party == other.party && room == other.room && own == other.own;
  }

  /** What makes this view, the newest, of an older one of the same viewer. */
  List<Patch> since(View older) {
    if (room.scope() == older.room.scope() && (room == older.room || own == older.own)) {
      return patches(older.party.sinceThen(), older.room.sinceThen(), older.own.sinceThen());
    }
    // Somebody in another room, or a thing that others no longer see: a key may have changed sides.
    Patch near = Patch.of(Differ.between(older.near(), near()));
    return patches(older.party.sinceThen(), near, Patch.EMPTY);
  }

  /** What makes this view of nothing. */
  List<Patch> all() {
    return patches(party.all(), room.all(), own.all());
  }

  private static List<Patch> patches(Patch first, Patch second, Patch third) {
    List<Patch> patches = new ArrayList<>(3);
    add(first, patches);
    add(second, patches);
    add(third, patches);
    return patches;
  }

  private static void add(Patch patch, List<Patch> patches) {
    if (!patch.isEmpty()) {
      patches.add(patch);
    }
  }

  private EntrySet near() {
    return with(own, room.entries());
  }

  private static EntrySet with(Scope.Edition more, EntrySet entries) {
    EntrySet all = entries;
    for (Entry entry : more.entries()) {
      all = all.with(entry);
    }
    return all;
  }

  StateHash hash() {
    return new StateHash(
        party.entries().hashCode() + room.entries().hashCode() + own.entries().hashCode());
  }

  /** Length of all lines on the wire. */
  int bytes() {
    return party.entries().bytes() + room.entries().bytes() + own.entries().bytes();
  }

  /** All of it as one set. */
  EntrySet entries() {
    return with(own, with(room, party.entries()));
  }

  @Override
  public String toString() {
    return Stream.of(party, room, own).map(Scope.Edition::entries).toList().toString();
  }
}

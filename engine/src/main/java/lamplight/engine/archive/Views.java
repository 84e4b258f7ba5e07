package lamplight.engine.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.session.Session;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.StateCodec;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Differ;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.Outlook;
import lamplight.engine.sync.StateHash;
import lamplight.engine.view.Viewer;

/**
 * What each player could see at each record, as the deltas that lead from one to the next; no rule
 * is run. A seat that is new, or taken again under the same name, begins with nothing.
 */
final class Views {

  /** What became of a player's view. */
  record Seen(String player, Block.Delta delta) {}

  /** What a player's client would have: the party's entries, and the others. */
  private record Held(long version, EntrySet party, EntrySet near) {
    static final Held NOTHING = new Held(0, EntrySet.EMPTY, EntrySet.EMPTY);

    boolean has(Key key) {
      return party.get(key).or(() -> near.get(key)).isPresent();
    }

    StateHash hash() {
      return party.hash().plus(near.hash());
    }
  }

  private final Game game;
  private final Viewer viewer;
  private Map<String, Held> held = new HashMap<>();

  Views(Game game) {
    this.game = game;
    this.viewer = game.viewer();
  }

  /**
   * What became of the views by a record.
   *
   * @param entries after the record
   * @throws IllegalArgumentException if they do not fit the world
   */
  List<Seen> after(JournalRecord record, Entries entries) {
    boolean changed =
        record.puts().stream().anyMatch(entry -> !Session.isAboutSeats(entry.kind()))
            || record.gone().stream().anyMatch(key -> !Session.isAboutSeats(key.kind()));
    return changed ? seen(entries) : List.of();
  }

  private List<Seen> seen(Entries entries) {
    State state = game.fitting(StateCodec.read(entries));
    Outlook outlook = viewer.outlook(state);
    long version = Session.versionOf(entries);
    List<Seen> seen = new ArrayList<>();
    Map<String, Held> next = new HashMap<>();
    new TreeMap<>(outlook.viewers())
        .forEach(
            (player, viewpoint) -> {
              Held before = held.getOrDefault(player, Held.NOTHING);
              Held now = new Held(version, outlook.party(), near(outlook, viewpoint));
              boolean same = before.hash().equals(now.hash());
              next.put(player, same ? before : now);
              if (!same) {
                seen.add(new Seen(player, delta(before, now)));
              }
            });
    held = next;
    return seen;
  }

  private static EntrySet near(Outlook outlook, Outlook.Viewpoint viewpoint) {
    EntrySet near = outlook.rooms().getOrDefault(viewpoint.room(), EntrySet.EMPTY);
    for (Entry entry : viewpoint.own()) {
      near = near.with(entry);
    }
    return near;
  }

  private static Block.Delta delta(Held from, Held to) {
    List<Change> changes = new ArrayList<>(Differ.between(from.party(), to.party()));
    changes.addAll(Differ.between(from.near(), to.near()));
    changes.removeIf(change -> change instanceof Change.Gone gone && to.has(gone.key()));
    return Block.Delta.of(from.version(), to.version(), changes, to.hash());
  }
}

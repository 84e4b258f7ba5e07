package lamplight.engine.sync;

import java.util.HashMap;
import java.util.Map;

/**
 * The state lane of a whole session: all that its viewers may know, by scope, now and at the last
 * versions.
 *
 * <p>A view is party, room and own. What a scope's viewers get is worked out and encoded once for
 * all of them; what happens in a scope that is not a viewer's costs that viewer nothing.
 */
public final class Scopes {

  private final Tally tally = new Tally();
  private final Scope party;
  private final Map<String, Scope> rooms = new HashMap<>();
  private final Map<String, History> viewers = new HashMap<>();
  private long version;

  /** A session without viewers. */
  public Scopes(long version, Outlook outlook) {
    this.version = version;
    this.party = new Scope(version, outlook.party(), tally);
    arrange(outlook);
  }

  /**
   * Things are so at a later version.
   *
   * @throws IllegalArgumentException if {@code version} is not later
   */
  public void become(long later, Outlook outlook) {
    if (later <= version) {
      throw new IllegalArgumentException("version " + later + " after " + version);
    }
    version = later;
    party.become(version, outlook.party());
    rooms.forEach(
        (id, scope) -> scope.become(version, outlook.rooms().getOrDefault(id, scope.entries())));
    arrange(outlook);
  }

  /** Puts the viewers into their rooms; a room that nobody is in any more is forgotten. */
  private void arrange(Outlook outlook) {
    outlook.viewers().forEach((id, viewpoint) -> place(id, viewpoint, outlook));
    if (viewers.size() > outlook.viewers().size()) {
      viewers.entrySet().removeIf(viewer -> isGone(viewer, outlook));
    }
    rooms.values().removeIf(Scope::isDeserted);
  }

  private static boolean isGone(Map.Entry<String, History> viewer, Outlook outlook) {
    boolean gone = !outlook.viewers().containsKey(viewer.getKey());
    if (gone) {
      viewer.getValue().room().leave();
    }
    return gone;
  }

  private void place(String id, Outlook.Viewpoint viewpoint, Outlook outlook) {
    History viewer = viewers.get(id);
    if (viewer == null) {
      viewers.put(id, new History(this, enter(viewpoint.room(), outlook), viewpoint));
    } else if (!viewer.has(viewpoint)) {
      Scope left = viewer.room();
      viewer.become(viewpoint, enter(viewpoint.room(), outlook));
      left.leave();
    }
  }

  private Scope enter(String id, Outlook outlook) {
    EntrySet near = outlook.rooms().getOrDefault(id, EntrySet.EMPTY);
    Scope room = rooms.computeIfAbsent(id, none -> new Scope(version, near, tally));
    room.enter();
    return room;
  }

  public long version() {
    return version;
  }

  public Tally tally() {
    return tally;
  }

  Scope party() {
    return party;
  }

  /**
   * What a viewer could see.
   *
   * @throws IllegalArgumentException if there is no such viewer
   */
  public History of(String viewer) {
    History history = viewers.get(viewer);
    if (history == null) {
      throw new IllegalArgumentException("no viewer " + viewer);
    }
    return history;
  }
}

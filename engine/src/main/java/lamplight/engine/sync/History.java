package lamplight.engine.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * What one viewer could see at each of the last versions: which scopes were the viewer's then. What
 * was in them the scopes remember themselves, for all their viewers.
 */
public final class History {

  /** From a version on the viewer was in that room. */
  private record Stay(long since, Scope room) {}

  private final Scopes scopes;
  private final Scope own;
  private final Deque<Stay> stays = new ArrayDeque<>(1);
  private Scope room;
  private Outlook.Viewpoint viewpoint;
  private View view;

  History(Scopes scopes, Scope room, Outlook.Viewpoint viewpoint) {
    this.scopes = scopes;
    this.room = room;
    this.viewpoint = viewpoint;
    this.own = new Scope(scopes.version(), viewpoint.own(), scopes.tally());
    this.view = View.now(scopes.party(), room, own);
    stays.add(new Stay(scopes.version(), room));
  }

  /** Whether the viewer has this viewpoint already. */
  boolean has(Outlook.Viewpoint other) {
    return isSame(viewpoint, other);
  }

  private static boolean isSame(Object one, Object other) {
    return one == other;
  }

  /** The viewer has another viewpoint from now on, in the same room or in another. */
  void become(Outlook.Viewpoint other, Scope where) {
    viewpoint = other;
    own.become(scopes.version(), other.own());
    if (room != where) {
      room = where;
      stays.add(new Stay(scopes.version(), room));
      if (stays.size() > Scope.VERSIONS) {
        stays.remove();
      }
    }
  }

  Scope room() {
    return room;
  }

  public long version() {
    return scopes.version();
  }

  Tally tally() {
    return scopes.tally();
  }

  /** All that the viewer may know now. */
  public EntrySet entries() {
    return view().entries();
  }

  /** What the viewer sees now: the same object until it is another view. */
  View view() {
    if (!view.isNow(scopes.party(), room, own)) {
      view = View.now(scopes.party(), room, own);
    }
    return view;
  }

  /** The view at {@code version}; empty if that is not kept any more, or not yet. */
  private Optional<View> at(long version) {
    if (version > scopes.version()) {
      return Optional.empty();
    }
    for (Iterator<Stay> back = stays.descendingIterator(); back.hasNext(); ) {
      Stay stay = back.next();
      if (stay.since <= version) {
        return View.at(version, scopes.party(), stay.room, own);
      }
    }
    return Optional.empty();
  }

  /** The view that a replica holds; empty if its hash is not what the view had then. */
  Optional<View> heldBy(Position position) {
    return at(position.version()).filter(view -> view.hash().equals(position.hash()));
  }
}

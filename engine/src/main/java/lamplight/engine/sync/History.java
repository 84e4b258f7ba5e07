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
  private final Deque<Stay> stays = new ArrayDeque<>();
  private Stay here;

  History(Scopes scopes, Scope room, Scope own) {
    this.scopes = scopes;
    this.own = own;
    this.here = new Stay(scopes.version(), room);
    stays.add(here);
  }

  /** The viewer is in another room from now on. */
  void goTo(Scope room) {
    here = new Stay(scopes.version(), room);
    stays.add(here);
    if (stays.size() > Scope.VERSIONS) {
      stays.remove();
    }
  }

  Scope room() {
    return here.room;
  }

  Scope own() {
    return own;
  }

  public long version() {
    return scopes.version();
  }

  Tally tally() {
    return scopes.tally();
  }

  /** Whether {@code held} is what the viewer sees now. */
  boolean isStill(View held) {
    return held.isStill(here.room);
  }

  /** All that the viewer may know now. */
  public EntrySet entries() {
    return view().entries();
  }

  View view() {
    return View.now(scopes.party(), here.room, own);
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

package lamplight.engine.sync;

import java.util.Map;

/**
 * All that the players of a session may know at one moment, by scope. What did not change since the
 * moment before is the same object, so that it costs nothing to see that.
 *
 * @param party what all know
 * @param rooms what all who are in a room know besides; for each room with a player in it
 * @param viewers by player
 */
public record Outlook(EntrySet party, Map<String, EntrySet> rooms, Map<String, Viewpoint> viewers) {

  public static final Outlook NOTHING = new Outlook(EntrySet.EMPTY, Map.of(), Map.of());

  public Outlook {
    rooms = Map.copyOf(rooms);
    viewers = Map.copyOf(viewers);
  }

  /**
   * Where one player is, and what that player alone knows. A key that is in here is in no other
   * scope of the player.
   */
  public record Viewpoint(String room, EntrySet own) {}

  /** Whether a player may know that there is something. */
  public boolean has(String player, String kind, String id) {
    Viewpoint viewpoint = viewers.get(player);
    return viewpoint != null
        && (party.get(kind, id).isPresent()
            || rooms.getOrDefault(viewpoint.room, EntrySet.EMPTY).get(kind, id).isPresent()
            || viewpoint.own.get(kind, id).isPresent());
  }

  /** All that a player may know; nothing for somebody who is not in the session. */
  public EntrySet view(String player) {
    Viewpoint viewpoint = viewers.get(player);
    if (viewpoint == null) {
      return EntrySet.EMPTY;
    }
    EntrySet view = party;
    for (Entry entry : rooms.getOrDefault(viewpoint.room, EntrySet.EMPTY)) {
      view = view.with(entry);
    }
    for (Entry entry : viewpoint.own) {
      view = view.with(entry);
    }
    return view;
  }
}

package lamplight.engine.model;

import java.util.NavigableMap;
import java.util.OptionalLong;

/**
 * What a world says of itself.
 *
 * @param minPlayers how many it is meant for at least, from 1
 * @param maxPlayers how many a session takes at most
 * @param solo what a lone player does about puzzles for two; empty if nothing is said
 * @param seed the seed of every session; empty: fresh chance each time
 * @param carry how many things a player can carry
 * @param partyAware whether everybody's place is known to all
 * @param ranks titles by the points from which they are due
 */
public record WorldInfo(
    String title,
    String author,
    String blurb,
    String length,
    Text intro,
    RoomId start,
    int minPlayers,
    int maxPlayers,
    String solo,
    OptionalLong seed,
    int carry,
    boolean partyAware,
    NavigableMap<Integer, String> ranks) {
  public WorldInfo {
    ranks = java.util.Collections.unmodifiableNavigableMap(new java.util.TreeMap<>(ranks));
  }
}

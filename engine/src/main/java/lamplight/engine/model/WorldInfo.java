package lamplight.engine.model;

import java.util.NavigableMap;
import java.util.OptionalLong;

/**
 * What a world says of itself.
 *
 * @param tutorial whether it teaches how to play, so that newcomers are offered it first
 * @param minPlayers how many it is meant for at least, from 1
 * @param maxPlayers how many a session takes at most
 * @param solo what a lone player does about puzzles for two; empty if nothing is said
 * @param seed the seed of every session; empty: fresh chance each time
 * @param carry what a player can carry whose role says nothing else
 * @param playerWeight what a player weighs on something that asks for weight
 * @param partyAware whether everybody's place is known to all
 * @param downtime whether the session's clock went on while the server was down
 * @param ranks titles by the points from which they are due
 */
public record WorldInfo(
    String title,
    String author,
    String blurb,
    String length,
    boolean tutorial,
    Text intro,
    RoomId start,
    int minPlayers,
    int maxPlayers,
    String solo,
    OptionalLong seed,
    Capacity carry,
    int playerWeight,
    boolean partyAware,
    boolean downtime,
    NavigableMap<Integer, String> ranks) {
  public WorldInfo {
    ranks = java.util.Collections.unmodifiableNavigableMap(new java.util.TreeMap<>(ranks));
  }
}

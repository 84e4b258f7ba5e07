package lamplight.engine.model;

import java.util.Optional;
import org.pcollections.PSet;

/**
 * A player in a session.
 *
 * @param perch what the player stands on or sits in
 * @param health 0 to 100
 * @param energy 0 to 100
 * @param visited rooms that the player has been in and seen
 * @param seen things that the player has seen
 * @param brief whether rooms that were seen are described by their names alone
 */
public record PlayerState(
    PlayerId id,
    String name,
    Optional<RoleId> role,
    RoomId room,
    Optional<ThingId> perch,
    int health,
    int energy,
    Presence presence,
    Optional<RoomId> previous,
    PSet<RoomId> visited,
    PSet<ThingId> seen,
    boolean brief,
    Mind mind) {

  /** The full value of health and of energy. */
  public static final int FULL = 100;

  PlayerState withRoom(RoomId to) {
    return new PlayerState(
        id,
        name,
        role,
        to,
        Optional.empty(),
        health,
        energy,
        presence,
        Optional.of(room),
        visited,
        seen,
        brief,
        mind);
  }

  PlayerState withPerch(Optional<ThingId> on) {
    return new PlayerState(
        id, name, role, room, on, health, energy, presence, previous, visited, seen, brief, mind);
  }

  PlayerState withHealth(int value) {
    return new PlayerState(
        id, name, role, room, perch, value, energy, presence, previous, visited, seen, brief, mind);
  }

  PlayerState withEnergy(int value) {
    return new PlayerState(
        id, name, role, room, perch, health, value, presence, previous, visited, seen, brief, mind);
  }

  PlayerState withPresence(Presence value) {
    return new PlayerState(
        id, name, role, room, perch, health, energy, value, previous, visited, seen, brief, mind);
  }

  PlayerState withVisited(RoomId also) {
    return new PlayerState(
        id,
        name,
        role,
        room,
        perch,
        health,
        energy,
        presence,
        previous,
        visited.plus(also),
        seen,
        brief,
        mind);
  }

  PlayerState withSeen(ThingId also) {
    return new PlayerState(
        id,
        name,
        role,
        room,
        perch,
        health,
        energy,
        presence,
        previous,
        visited,
        seen.plus(also),
        brief,
        mind);
  }

  PlayerState withBrief(boolean value) {
    return new PlayerState(
        id, name, role, room, perch, health, energy, presence, previous, visited, seen, value,
        mind);
  }

  PlayerState withMind(Mind value) {
    return new PlayerState(
        id, name, role, room, perch, health, energy, presence, previous, visited, seen, brief,
        value);
  }
}

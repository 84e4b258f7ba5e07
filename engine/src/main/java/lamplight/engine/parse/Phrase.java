package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Referent;
import lamplight.engine.model.RoomId;

/**
 * A command in the world's terms.
 *
 * @param nouns what the action is done to, in the order in which it is to be done; empty if the
 *     action needs nothing
 * @param several whether the player spoke of several things ("all", a list, a plural): each is
 *     reported on a line of its own, even if it is one
 * @param second what it is done with, to, in or on
 * @param rooms the rooms that the player may mean, all equally likely; empty if the command names
 *     none
 * @param times how often in a row, 1 to 999
 * @param words what is said or asked about, exactly as it was typed; "" if nothing is
 * @param assumed what the parser took for granted, in brackets and ready to be read: {@code (the
 *     brass lamp)}
 * @param inHand what the pattern wants in the actor's hands: it is taken first if it is not
 */
public record Phrase(
    ActionId action,
    List<Referent> nouns,
    boolean several,
    Optional<Referent> second,
    Optional<Direction> direction,
    List<RoomId> rooms,
    int times,
    String words,
    List<String> assumed,
    Set<Referent> inHand) {
  public Phrase {
    nouns = List.copyOf(nouns);
    rooms = List.copyOf(rooms);
    assumed = List.copyOf(assumed);
    inHand = Set.copyOf(inHand);
  }

  /** The first of the nouns. */
  public Optional<Referent> noun() {
    return nouns.isEmpty() ? Optional.empty() : Optional.of(nouns.get(0));
  }

  /** The same, once. */
  public Phrase once() {
    return times == 1
        ? this
        : new Phrase(action, nouns, several, second, direction, rooms, 1, words, assumed, inHand);
  }

  /** A step in a direction. */
  public static Phrase step(ActionId action, Direction direction) {
    return new Phrase(
        action,
        List.of(),
        false,
        Optional.empty(),
        Optional.of(direction),
        List.of(),
        1,
        "",
        List.of(),
        Set.of());
  }

  Phrase assuming(List<String> guesses) {
    return new Phrase(
        action, nouns, several, second, direction, rooms, times, words, guesses, inHand);
  }
}

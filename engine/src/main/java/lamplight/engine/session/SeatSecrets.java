package lamplight.engine.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lamplight.engine.model.PlayerId;
import lamplight.engine.store.Entries;
import lamplight.engine.sync.Entry;

/**
 * What of a session's entries opens it and its seats, and so does not travel: the password, rejoin
 * words, tokens. A copy is given others.
 */
public final class SeatSecrets {

  /**
   * A seat of a copy.
   *
   * @param words that open it, which nobody knows yet
   * @param entry to be put into the copy's journal
   */
  public record Key(PlayerId player, String name, String words, Entry entry) {}

  private SeatSecrets() {}

  /** The entry as strangers may have it. */
  public static Entry without(Entry entry) {
    return switch (entry.kind()) {
      case KeptSeat.KIND -> rekeyed(KeptSeat.read(entry), "", "").entry();
      case Ledger.SESSION -> Ledger.unlocked(entry);
      default -> entry;
    };
  }

  /** The rejoin words of a seat's entry. */
  public static Optional<String> words(Entry entry) {
    return entry.kind().equals(KeptSeat.KIND)
        ? Optional.of(KeptSeat.read(entry).words()).filter(words -> !words.isEmpty())
        : Optional.empty();
  }

  /** The name of the player of a seat's entry. */
  public static Optional<String> name(Entry entry) {
    return entry.kind().equals(KeptSeat.KIND)
        ? Optional.of(KeptSeat.read(entry).name())
        : Optional.empty();
  }

  /**
   * Whether the player of a seat's entry may have read lines that the journal does not know; empty
   * for other entries.
   */
  public static Optional<Boolean> mayBeAhead(Entry entry) {
    return entry.kind().equals(KeptSeat.KIND)
        ? Optional.of(KeptSeat.read(entry).settled().isPresent())
        : Optional.empty();
  }

  /** The players whose seats there are, in their order. */
  public static List<PlayerId> seated(Entries entries) {
    return seats(entries).stream().map(KeptSeat::player).toList();
  }

  private static List<KeptSeat> seats(Entries entries) {
    return entries.kind(KeptSeat.KIND).values().stream()
        .map(KeptSeat::read)
        .sorted(Comparator.comparingInt(KeptSeat::order))
        .toList();
  }

  /**
   * All seats with new keys.
   *
   * @param words gives rejoin words that no seat of the server has
   * @param secrets a secure source, outside of tests
   */
  public static List<Key> renewed(
      Entries entries, Supplier<String> words, RandomGenerator secrets) {
    Secrets tokens = new Secrets(secrets);
    List<Key> keys = new ArrayList<>();
    for (KeptSeat seat : seats(entries)) {
      String fresh = words.get();
      Entry entry = rekeyed(seat, fresh, Secrets.hash(tokens.token())).entry();
      keys.add(new Key(seat.player(), seat.name(), fresh, entry));
    }
    return keys;
  }

  private static KeptSeat rekeyed(KeptSeat seat, String words, String token) {
    return new KeptSeat(
        seat.player(),
        seat.order(),
        seat.name(),
        words,
        token,
        Optional.empty(),
        seat.kind(),
        seat.settings(),
        seat.settled(),
        seat.displaced());
  }

  /** The entry of a session of a world, with or without a password. */
  public static Entry session(String world, Optional<Password> password) {
    return Ledger.session(world, password);
  }
}

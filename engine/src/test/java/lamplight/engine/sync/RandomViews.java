package lamplight.engine.sync;

import java.util.List;
import java.util.Random;

/** Views and changes of views as a world makes them, from a seed. */
public final class RandomViews {

  private static final List<String> PLAYERS = List.of("alice", "bob", "cleo");
  private static final List<String> ROOMS = List.of("hall", "library", "yard", "loft");

  private final Random random;

  public RandomViews(long seed) {
    this.random = new Random(seed);
  }

  /** {@code view} after up to four things happened. */
  public EntrySet next(EntrySet view) {
    EntrySet next = view;
    for (int i = random.nextInt(5); i > 0; i--) {
      Entry entry = entry();
      next = random.nextInt(4) == 0 ? next.without(entry.key()) : next.with(entry);
    }
    return next;
  }

  private Entry entry() {
    String item = "item-" + random.nextInt(12);
    return switch (random.nextInt(6)) {
      case 0 ->
          new Known.Player(pick(PLAYERS), pick(ROOMS), 100 - 10 * random.nextInt(2), 100).entry();
      case 1 -> Known.Item.owned(item, pick(PLAYERS)).entry();
      case 2 -> Known.Item.at(item, random.nextBoolean() ? pick(ROOMS) : "in.chest").entry();
      case 3 -> new Known.Visited(pick(ROOMS)).entry();
      case 4 -> new Known.Flag("flag-" + random.nextInt(3), "100%: " + random.nextInt(3)).entry();
      default -> Entry.of("FUTURE", "x." + random.nextInt(3), "", "kept", "");
    };
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}

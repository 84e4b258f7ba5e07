package lamplight.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;

/**
 * What the commands that have no answer yet will likely come to: a move through an open known exit,
 * a takeable thing in sight taken, an own thing dropped.
 *
 * <p>It is laid over the confirmed replica, and laid anew whenever that changes; never written into
 * it. A guess says from what it leads to what, so it does nothing to a replica that already has its
 * outcome, or that went another way. The answer ends it, whatever it is. Panes show it, prose never
 * does.
 *
 * @param guesses in the order of their commands
 */
record Prediction(List<Guess> guesses) {
  static final Prediction NONE = new Prediction(List.of());

  /** More commands without an answer than these are not guessed at. */
  private static final int MOST = 16;

  private static final Map<String, String> DIRECTIONS =
      Map.ofEntries(
          Map.entry("n", "north"),
          Map.entry("s", "south"),
          Map.entry("e", "east"),
          Map.entry("w", "west"),
          Map.entry("ne", "northeast"),
          Map.entry("nw", "northwest"),
          Map.entry("se", "southeast"),
          Map.entry("sw", "southwest"),
          Map.entry("u", "up"),
          Map.entry("d", "down"));

  private static final Pattern GO = Pattern.compile("(?:go |walk )?(?:to the )?(\\w+)");
  private static final Pattern TAKE = Pattern.compile("(?:take|get|pick up) (?:the |an? )?(.+)");
  private static final Pattern DROP = Pattern.compile("(?:drop|put down) (?:the |my |an? )?(.+)");

  /** Words after which a line is more than one plain command. */
  private static final Set<String> MORE = Set.of("and", "then", "all", "except", "from", "but");

  Prediction {
    guesses = List.copyOf(guesses);
  }

  /** What one command will likely change. */
  sealed interface Guess {
    /** The command's number. */
    long number();

    /** The entries with the guess over them; as they are if it does not fit them. */
    EntrySet over(EntrySet entries, String me);
  }

  /** The player goes from a room to another. */
  record Move(long number, String from, String to) implements Guess {
    @Override
    public EntrySet over(EntrySet entries, String me) {
      return player(entries, me)
          .filter(player -> player.room().equals(from))
          .map(
              player ->
                  entries.with(new Known.Player(me, to, player.health(), player.energy()).entry()))
          .orElse(entries);
    }
  }

  /** A thing comes into the player's hands. */
  record Take(long number, String item, String from) implements Guess {
    @Override
    public EntrySet over(EntrySet entries, String me) {
      return thing(entries, item)
          .filter(thing -> thing.location().equals(from))
          .map(thing -> entries.with(Known.Item.owned(item, me).entry()))
          .orElse(entries);
    }
  }

  /** A thing of the player's lies in a room. */
  record Drop(long number, String item, String room) implements Guess {
    @Override
    public EntrySet over(EntrySet entries, String me) {
      return thing(entries, item)
          .filter(thing -> thing.owner().equals(me))
          .map(thing -> entries.with(Known.Item.at(item, room).entry()))
          .orElse(entries);
    }
  }

  private static Optional<Known.Player> player(EntrySet entries, String id) {
    return new ClientState(0, entries, false).player(id);
  }

  private static Optional<Known.Item> thing(EntrySet entries, String id) {
    return new ClientState(0, entries, false)
        .items().stream().filter(thing -> thing.id().equals(id)).findFirst();
  }

  /** The replica as it will likely be. */
  ClientState over(ClientState replica, String me) {
    EntrySet entries = replica.entries();
    for (Guess guess : guesses) {
      entries = guess.over(entries, me);
    }
    return new ClientState(replica.version(), entries, replica.asked());
  }

  /** A command was numbered and sent. */
  Prediction sent(long number, String command, ClientState replica, String me) {
    if (guesses.size() >= MOST) {
      return this;
    }
    Optional<Guess> guess =
        new Reading(number, command.strip().toLowerCase(Locale.ROOT), over(replica, me), me)
            .guess();
    List<Guess> more = new ArrayList<>(guesses);
    guess.ifPresent(more::add);
    return new Prediction(more);
  }

  /** A command has its answer. */
  Prediction answered(long number) {
    return new Prediction(guesses.stream().filter(guess -> guess.number() != number).toList());
  }

  /** A command as far as it can be guessed at without the rules. */
  private record Reading(long number, String line, ClientState shown, String me) {
    Optional<Guess> guess() {
      if (List.of(line.split("[ .,;]+")).stream().anyMatch(MORE::contains)) {
        return Optional.empty();
      }
      Matcher take = TAKE.matcher(line);
      if (take.matches()) {
        return take(take.group(1));
      }
      Matcher drop = DROP.matcher(line);
      if (drop.matches()) {
        return drop(drop.group(1));
      }
      Matcher go = GO.matcher(line);
      return go.matches() ? move(go.group(1)) : Optional.empty();
    }

    private Optional<Known.Room> here() {
      return shown.player(me).flatMap(player -> shown.room(player.room()));
    }

    private Optional<Guess> move(String word) {
      String direction = DIRECTIONS.getOrDefault(word, word);
      return here()
          .flatMap(
              room ->
                  Optional.ofNullable(room.exits().get(direction))
                      .filter(exit -> exit.passage() == Known.Passage.FREE && exit.explored())
                      .map(exit -> new Move(number, room.id(), exit.target())));
    }

    private Optional<Guess> take(String name) {
      return named(name, shown.items().stream().filter(this::isTakeable).toList())
          .map(thing -> new Take(number, thing.id(), thing.location()));
    }

    private boolean isTakeable(Known.Item thing) {
      return thing.owner().equals(Known.Item.NOBODY)
          && shown
              .label(thing.id())
              .filter(label -> label.traits().contains(Scene.TAKEABLE))
              .isPresent();
    }

    private Optional<Guess> drop(String name) {
      return here()
          .flatMap(
              room ->
                  named(name, shown.carriedBy(me))
                      .map(thing -> new Drop(number, thing.id(), room.id())));
    }

    /** The one thing that a name can mean: by its whole name, or by its last word. */
    private Optional<Known.Item> named(String name, List<Known.Item> things) {
      List<Known.Item> whole =
          things.stream().filter(thing -> shownName(thing).equals(name)).toList();
      List<Known.Item> fitting =
          whole.isEmpty()
              ? things.stream().filter(thing -> shownName(thing).endsWith(" " + name)).toList()
              : whole;
      return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private String shownName(Known.Item thing) {
      return shown.name(thing.id()).toLowerCase(Locale.ROOT);
    }
  }
}

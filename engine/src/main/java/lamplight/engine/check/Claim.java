package lamplight.engine.check;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Id;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.World;

/**
 * Something that a transcript says of the state.
 *
 * @param player of whom; "" where it is of nobody
 */
record Claim(About about, String player, String value) {

  /** What can be said. */
  enum About {
    ENDED("ended:", false),
    SCORE("score:", false),
    IS_IN(" is in:", true),
    HOLDS(" holds:", true);

    private final String words;
    private final boolean ofPlayer;

    About(String words, boolean ofPlayer) {
      this.words = words;
      this.ofPlayer = ofPlayer;
    }

    String words() {
      return words.strip();
    }
  }

  /** Reads what stands behind the star. */
  static Optional<Claim> read(String text) {
    for (About about : About.values()) {
      int at = text.indexOf(about.words);
      if (about.ofPlayer ? at > 0 : at == 0) {
        String value = text.substring(at + about.words.length()).strip();
        return Optional.of(new Claim(about, text.substring(0, at).strip(), value));
      }
    }
    return Optional.empty();
  }

  boolean holds(World world, State state) {
    return about == About.HOLDS
        ? things(actual(world, state)).containsAll(things(value))
        : actual(world, state).equals(value);
  }

  /** What would be true. */
  Claim corrected(World world, State state) {
    return new Claim(about, player, actual(world, state));
  }

  private static List<String> things(String list) {
    return List.of(list.split(", *", -1));
  }

  private String actual(World world, State state) {
    return switch (about) {
      case ENDED -> state.ended().map(Id::value).orElse("not");
      case SCORE -> Integer.toString(state.points(world));
      case IS_IN -> player(state).map(of -> of.room().value()).orElse("nowhere");
      case HOLDS ->
          player(state)
              .map(of -> new Sight(world, state).carried(of.id()))
              .orElse(List.of())
              .stream()
              .map(Id::value)
              .reduce((all, next) -> all + ", " + next)
              .orElse("nothing");
    };
  }

  private Optional<PlayerState> player(State state) {
    return Optional.ofNullable(state.players().get(Move.id(player)));
  }

  @Override
  public String toString() {
    return (about.ofPlayer ? player + " " : "") + about.words() + " " + value;
  }
}

package lamplight.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.prose.Line;

/**
 * A game in a world of the tests, played line by line: what is typed goes in, what everybody reads
 * comes out.
 */
final class Playthrough {
  private final Game game;
  private State state;

  private Playthrough(Game game) {
    this.game = game;
    this.state = game.start(1);
  }

  /** A game that nobody has joined yet. */
  static Playthrough of(Game game) {
    return new Playthrough(game);
  }

  /** A game in the cottage, with players who have joined. */
  static Playthrough inCottage(String... players) {
    Playthrough play = new Playthrough(new Game(story("cottage.yaml")));
    for (String player : players) {
      play.take(new Input.Join(id(player), player));
    }
    return play;
  }

  /** Ann in a world of one room, with more sections. */
  static Playthrough inWorld(String sections) {
    String yaml = "title: T\nstart: room\nrooms: {room: {name: Room, description: Bare.}}\n";
    Playthrough play = new Playthrough(new Game(story("tiny", yaml + sections)));
    play.take(new Input.Join(id("Ann"), "Ann"));
    return play;
  }

  static PlayerId id(String player) {
    return new PlayerId(player.toLowerCase(Locale.ROOT));
  }

  Game game() {
    return game;
  }

  State state() {
    return state;
  }

  /** The next step; it counts. */
  Step take(Input input) {
    Step step = game.step(state, input);
    state = step.state();
    return step;
  }

  /** A player types a line; what comes out is not looked at. */
  Playthrough types(String player, String line) {
    take(new Input.Command(id(player), line));
    return this;
  }

  /**
   * A player types a line, and exactly this is read: a line each, with the reader's name in front,
   * refusals behind an exclamation mark.
   */
  Playthrough check(String player, String line, String... read) {
    assertThat(read(take(new Input.Command(id(player), line)), player))
        .as(line)
        .isEqualTo(String.join("\n", read));
    return this;
  }

  /** What is read when a player types a line. */
  String read(String player, String line) {
    return read(take(new Input.Command(id(player), line)), player);
  }

  /** What is read when something happens. */
  String read(Input input) {
    return read(take(input), "");
  }

  /** Something happens, and exactly this is read. */
  Playthrough check(Input input, String... read) {
    assertThat(read(take(input), "")).as(input.toString()).isEqualTo(String.join("\n", read));
    return this;
  }

  /** What a step says; the lines of anybody but the actor have the reader in front. */
  static String read(Step step, String actor) {
    StringBuilder out = new StringBuilder();
    for (Told told : step.told()) {
      for (Line line : told.paragraph()) {
        boolean late =
            step.answer() instanceof Answer.Stopped stopped && stopped.text().equals(line.plain());
        boolean own = told.to().equals(actor.isEmpty() ? told.to() : id(actor)) && !actor.isEmpty();
        out.append(own ? late ? "! " : "" : told.to() + ": ").append(line.plain()).append('\n');
      }
    }
    if (step.answer() instanceof Answer.Refused refused) {
      out.append("! ").append(refused.text()).append('\n');
    }
    return out.toString().stripTrailing();
  }

  private static Story story(String resource) {
    try (InputStream in = Objects.requireNonNull(Playthrough.class.getResourceAsStream(resource))) {
      return story("cottage", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The story of a world of one file. */
  static Story story(String world, String yaml) {
    Loaded loaded = new WorldLoader().load(WorldSource.of(world, Map.of("world.yaml", yaml)));
    return loaded.story().orElseThrow(() -> new AssertionError(loaded.problems()));
  }
}

package lamplight.tui.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known on the way into a game.
 *
 * @param name the player's name, once given
 * @param titles titles of the worlds by id
 * @param choices the rows of the start screen as last listed
 */
public record Lobby(Optional<String> name, Map<String, String> titles, List<Choice> choices) {
  public Lobby {
    titles = Map.copyOf(titles);
    choices = List.copyOf(choices);
  }

  Lobby named(String chosen) {
    return new Lobby(Optional.of(chosen), titles, choices);
  }

  /** A world's title, or its id where no list was asked for. */
  public String title(String world) {
    return titles.getOrDefault(world, world);
  }
}

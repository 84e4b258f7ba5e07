package lamplight.tui.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a conversation wants done, gathered in order until it is taken. */
public final class Acts {
  private final List<Act> waiting = new ArrayList<>();
  private Optional<Standing> told = Optional.empty();

  public void add(Act act) {
    waiting.add(act);
  }

  /** Has the player told something. */
  public void tell(News news) {
    add(new Act.Tell(news));
  }

  /** Everything since the last call, and how the line is if that has changed. */
  public List<Act> take(Standing standing) {
    if (!told.equals(Optional.of(standing))) {
      told = Optional.of(standing);
      tell(new News.Weather(standing));
    }
    List<Act> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}

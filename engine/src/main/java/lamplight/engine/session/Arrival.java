package lamplight.engine.session;

import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.sync.Position;

/** Somebody comes from the lobby and asks for a seat. */
public sealed interface Arrival {

  /** What to do with each kind. */
  interface Cases {
    void sit(Sit arrival);

    void comeBack(ComeBack arrival);
  }

  void match(Cases cases);

  /** The password that was said. */
  default Optional<String> guess() {
    return Optional.empty();
  }

  /**
   * For a new seat.
   *
   * @param rejoinWords that will open it again; no other seat of the server has them
   */
  record Sit(String name, Optional<String> password, String rejoinWords) implements Arrival {
    @Override
    public void match(Cases cases) {
      cases.sit(this);
    }

    @Override
    public Optional<String> guess() {
      return password;
    }
  }

  /**
   * For the old seat.
   *
   * @param secret its token or its rejoin words
   * @param position what the client's replica is, if it has one
   * @param lastText number of the last line of text that the client has
   */
  record ComeBack(String secret, Optional<Position> position, OptionalLong lastText)
      implements Arrival {
    @Override
    public void match(Cases cases) {
      cases.comeBack(this);
    }
  }
}

package lamplight.tui.link;

import java.util.Optional;

/** Keeps what opens a seat again, from one run of the program to the next. */
public interface Seats {
  /** Keeps nothing: for games that end with the program. */
  Seats NONE =
      new Seats() {
        @Override
        public Optional<String> token(String session, String name) {
          return Optional.empty();
        }

        @Override
        public void keep(String session, String name, String token) {
          // What is not asked for is not kept.
        }
      };

  Optional<String> token(String session, String name);

  void keep(String session, String name, String token);
}

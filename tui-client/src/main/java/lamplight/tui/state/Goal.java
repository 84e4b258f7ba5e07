package lamplight.tui.state;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lamplight.tui.link.HostAndPort;

/**
 * What is to be played, and where: as the command line asked for it, until something else is chosen
 * on the start screen.
 *
 * @param suggestion a name to offer when none was given
 * @param server where; empty: in this process
 * @param home where the program began, and goes back to
 */
public record Goal(
    Optional<String> name,
    Optional<Offer> offer,
    Optional<String> password,
    String suggestion,
    Optional<HostAndPort> server,
    Optional<HostAndPort> home) {

  /** What a command line asks for. */
  public static Goal of(
      Optional<String> name,
      Optional<Offer> offer,
      Optional<String> password,
      String suggestion,
      Optional<HostAndPort> server) {
    return new Goal(name, offer, password, suggestion, server, server);
  }

  /** Whether the game runs in this process. */
  public boolean local() {
    return server.isEmpty();
  }

  /** Whether the server was chosen on the start screen, so that a failure leads back there. */
  boolean isAway() {
    return !server.equals(home);
  }

  /** Whether nothing is left to ask, so that a refusal is final. */
  boolean isComplete() {
    return name.isPresent() && offer.isPresent();
  }

  /** Whether the way in is a seat that has a name already. */
  boolean isNamed() {
    return offer.filter(Offer.Seat.class::isInstance).isPresent();
  }

  /** The same somewhere else, or something else there. */
  Goal at(Optional<HostAndPort> place, Optional<Offer> wanted) {
    return new Goal(Optional.empty(), wanted, Optional.empty(), suggestion, place, home);
  }

  /** A way into a game. */
  public sealed interface Offer {
    /** What to do with each kind. */
    interface Cases {
      void world(World offer);

      void session(Session offer);

      void seat(Seat offer);
    }

    /** Does what {@code cases} says for this kind. */
    void match(Cases cases);

    String id();

    /** A new game of a world. */
    record World(String id) implements Offer {
      @Override
      public void match(Cases cases) {
        cases.world(this);
      }
    }

    /** A seat in a running session. */
    record Session(String id) implements Offer {
      @Override
      public void match(Cases cases) {
        cases.session(this);
      }
    }

    /**
     * The seat that rejoin words open, wherever it was taken.
     *
     * @param id the words
     */
    record Seat(String id) implements Offer {
      private static final Pattern WORDS = Pattern.compile("[a-z]+-[a-z]+-[a-z]+");

      /** The seat, if {@code text} is three words with hyphens. */
      public static Optional<Seat> parse(String text) {
        return Optional.of(text.strip().toLowerCase(Locale.ROOT))
            .filter(words -> WORDS.matcher(words).matches())
            .map(Seat::new);
      }

      @Override
      public void match(Cases cases) {
        cases.seat(this);
      }
    }
  }
}

package lamplight.tui.state;

/**
 * A row of the start screen.
 *
 * @param detail a few words beside the title
 * @param about a sentence or two, shown for the chosen row; may be empty
 */
public record Choice(Deed deed, Group group, String title, String detail, String about) {
  /** What rows are grouped by, in their order. */
  public enum Group {
    RECENT("start.group.recent"),
    OPEN("start.group.open"),
    NEW("start.group.new"),
    OTHER("start.group.other");

    private final String key;

    Group(String key) {
      this.key = key;
    }

    /** The key of its heading. */
    public String key() {
      return key;
    }
  }

  /** What choosing a row does. */
  public sealed interface Deed {
    /** What to do with each kind. */
    interface Cases<R> {
      R enter(Enter deed);

      R resume(Resume deed);

      R host(Host deed);

      R rejoin(Rejoin deed);

      R rename(Rename deed);
    }

    /** Does what {@code cases} says for this kind. */
    <R> R match(Cases<R> cases);

    /** The word that chooses it, besides its number. */
    String word();

    record Enter(Goal.Offer offer) implements Deed {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.enter(this);
      }

      @Override
      public String word() {
        return offer.id();
      }
    }

    /** Goes back to a seat. */
    record Resume(Memory.Recent seat) implements Deed {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.resume(this);
      }

      @Override
      public String word() {
        return seat.session();
      }
    }

    /**
     * Starts a server.
     *
     * @param everybody for all who reach this machine, or for this machine alone
     */
    record Host(boolean everybody) implements Deed {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.host(this);
      }

      @Override
      public String word() {
        return everybody ? "host" : "host here";
      }
    }

    /** Asks for rejoin words. */
    record Rejoin() implements Deed {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.rejoin(this);
      }

      @Override
      public String word() {
        return Rejoining.WORD;
      }
    }

    /** Asks for another name. */
    record Rename() implements Deed {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.rename(this);
      }

      @Override
      public String word() {
        return "name";
      }
    }
  }
}

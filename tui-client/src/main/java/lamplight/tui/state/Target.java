package lamplight.tui.state;

/** What a click can mean. */
public sealed interface Target {
  /** What to do with each kind. */
  interface Cases<R> {
    R room(Room target);

    R words(Words target);

    R row(Row target);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** A room on the map: walk there. */
  record Room(String id) implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.room(this);
    }
  }

  /** Words that stand for something: offer what can be done with it. */
  record Words(String words) implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.words(this);
    }
  }

  /** A row of a list to choose from: choose it. */
  record Row(int index) implements Target {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.row(this);
    }
  }
}

package lamplight.tui.state;

import java.util.List;

/** What lies over the panes, or takes the place of one. */
public sealed interface Overlay {
  Overlay NONE = new None();

  /** What to do with each kind. */
  interface Cases<R> {
    R none(None overlay);

    R help(Help overlay);

    R map(Map overlay);

    R finder(Finder overlay);

    R search(Search overlay);

    R focus(Focus overlay);

    R pasted(Pasted overlay);

    R end(End overlay);
  }

  /** Does what {@code cases} says for this kind. */
  <R> R match(Cases<R> cases);

  /** Nothing. */
  record None() implements Overlay {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.none(this);
    }
  }

  /**
   * The keys.
   *
   * @param top how many rows are scrolled away above
   */
  record Help(int top) implements Overlay {
    /** Scrolled by some rows; the view knows how far there is something to show. */
    Help moved(int by) {
      return new Help(Math.max(0, Math.min(Keys.told().size() - 1, top + by)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.help(this);
    }
  }

  /** The map on the whole screen. */
  record Map() implements Overlay {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.map(this);
    }
  }

  /**
   * A list to choose from by typing a part of what is wanted.
   *
   * @param selected the chosen row of those that fit
   */
  record Finder(Kind kind, String query, int selected) implements Overlay {
    /** What is chosen from. */
    public enum Kind {
      PALETTE,
      /** What can be done with the words that are asked for. */
      ABOUT,
      HISTORY
    }

    Finder asking(String words) {
      return new Finder(kind, words, 0);
    }

    Finder moved(int by, int rows) {
      return new Finder(kind, query, Math.max(0, Math.min(rows - 1, selected + by)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.finder(this);
    }
  }

  /** Words on the screen that stand for something, to be asked what can be done with it. */
  record Focus(String words) implements Overlay {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.focus(this);
    }
  }

  /**
   * Words that are looked for in the story.
   *
   * @param row the row of the story that has them, counted from the oldest; -1 if none has
   */
  record Search(String query, int row) implements Overlay {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.search(this);
    }
  }

  /**
   * How the story ended, and what can be done now.
   *
   * @param selected the chosen row
   */
  record End(int selected) implements Overlay {
    /** What can be done when a story has ended, in the order of the rows. */
    public enum Next {
      STAY("end.stay"),
      AGAIN("end.again"),
      OTHER("end.other"),
      LEAVE("end.leave");

      private final String key;

      Next(String key) {
        this.key = key;
      }

      /** The key of its words. */
      public String key() {
        return key;
      }
    }

    public static final List<Next> ALL = List.of(Next.values());

    Next next() {
      return ALL.get(selected);
    }

    End moved(int by) {
      return new End(Math.max(0, Math.min(ALL.size() - 1, selected + by)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.end(this);
    }
  }

  /** Several lines that were pasted at once, before they are sent. */
  record Pasted(List<String> lines) implements Overlay {
    public Pasted {
      lines = List.copyOf(lines);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pasted(this);
    }
  }
}

package lamplight.tui.state;

import java.util.Optional;

/**
 * Where the panes are: a function of the size, of how many rows the party wants, and of what the
 * player wants otherwise than usual. The rectangles include their borders and share them with their
 * neighbours, so that a narrow terminal loses few cells to lines.
 *
 * <pre>
 *   60 to 71 columns          from 72                    from 160
 *   ╭ story ─────────╮        ╭ story ────┬ map ───╮     ╭ story ────┬ map ───┬ party ─╮
 *   │                │        │           ├ party ─┤     │           │        ├ here ──┤
 *   ├────────────────┤        │           ├ here ──┤     │           │        ├ carried┤
 *   │ strip          │        │           ├ carried┤     ├───────────┴────────┴────────┤
 *   ├────────────────┤        ├───────────┴────────┤     │ input                       │
 *   │ input          │        │ input              │     ╰ status ─────────────────────╯
 *   ╰ status ────────╯        ╰ status ────────────╯
 *
 *   the map above the story
 *   ╭ map ────┬ party ─╮
 *   ├ story ──┤        │
 *   │         ├ here ──┤
 *   │         ├ carried┤
 *   ├─────────┴────────┤
 *   │ input            │
 *   ╰ status ──────────╯
 * </pre>
 */
public record Layout(
    Size size,
    Rect story,
    Optional<Rect> chat,
    Rect input,
    Optional<Rect> strip,
    Optional<Rect> map,
    Optional<Rect> party,
    Optional<Rect> here,
    Optional<Rect> carried) {
  private static final int SIDE_FROM = 72;
  private static final int TWO_SIDES_FROM = 160;
  private static final int LEAST_SIDE = 30;

  /** What a player may make of it. */
  private static final int LEAST_WANTED_SIDE = 24;

  private static final int WIDEST_THINGS = 44;

  /** Prose is hard to read in longer lines than this. */
  private static final int WIDEST_STORY = 112;

  private static final int LEAST_STORY = 42;
  private static final int LEAST_MAP = 5;

  /** Party, things here and things carried, with a row each; or a story. */
  private static final int LEAST_BELOW_MAP = 8;

  private static final int INPUT_ROWS = 3;
  private static final int STRIP_ROWS = 4;

  /** Rows for things here and things carried, together, before the party gets two rows a member. */
  private static final int ENOUGH_THINGS = 10;

  /** A story with fewer rows keeps them all. */
  private static final int ROWS_FOR_CHAT = 18;

  private static final int LEAST_CHAT = 6;

  /**
   * The layout of a screen for a party of some members.
   *
   * @param panes how the player wants them; a low screen has no room for speech by itself
   * @param mapAbove whether the map is above the story, where there is room for both
   */
  public static Layout of(Size size, int members, Panes panes, boolean mapAbove) {
    return chatting(withoutChat(size, members, panes, mapAbove), panes);
  }

  /** A story with nothing beside it, for a game of which nothing else is known. */
  public static Layout ofStory(Size size, Panes panes) {
    Rect story = new Rect(0, 0, size.columns(), size.rows() - INPUT_ROWS + 1);
    Rect input = new Rect(0, story.bottom(), size.columns(), INPUT_ROWS);
    Optional<Rect> none = Optional.empty();
    return chatting(new Layout(size, story, none, input, none, none, none, none, none), panes);
  }

  private static Layout chatting(Layout whole, Panes panes) {
    Rect story = whole.story;
    if (!panes.chat() || story.rows() < ROWS_FOR_CHAT) {
      return whole;
    }
    int rows = Math.max(LEAST_CHAT, story.rows() / 4);
    Rect above = new Rect(story.column(), story.row(), story.columns(), story.rows() - rows + 1);
    Rect below = new Rect(story.column(), above.bottom(), story.columns(), rows);
    return whole.with(above, below);
  }

  private Layout with(Rect above, Rect below) {
    return new Layout(size, above, Optional.of(below), input, strip, map, party, here, carried);
  }

  private static Layout withoutChat(Size size, int members, Panes panes, boolean mapAbove) {
    Rect whole = new Rect(0, 0, size.columns(), size.rows() - INPUT_ROWS + 1);
    Rect input = new Rect(0, whole.bottom(), size.columns(), INPUT_ROWS);
    if (size.columns() < SIDE_FROM) {
      Rect story = new Rect(0, 0, whole.columns(), whole.rows() - STRIP_ROWS + 1);
      Rect strip = new Rect(0, story.bottom(), whole.columns(), STRIP_ROWS);
      return narrow(size, story, input, strip);
    }
    Rect story = new Rect(0, 0, storyColumns(size.columns(), panes), whole.rows());
    Rect side = whole.from(story.right(), 0);
    if (mapAbove && story.rows() >= LEAST_MAP + LEAST_BELOW_MAP) {
      Rect map = new Rect(0, 0, story.columns(), mapRows(story, panes));
      return wide(size, story.from(0, map.bottom()), input, map, side, members);
    }
    if (size.columns() >= TWO_SIDES_FROM) {
      int things = Math.min(WIDEST_THINGS, side.columns() / 2);
      Rect map = new Rect(side.column(), 0, side.columns() - things + 1, side.rows());
      return wide(size, story, input, map, whole.from(map.right(), 0), members);
    }
    Rect map = new Rect(side.column(), 0, side.columns(), mapRows(side, panes));
    return wide(size, story, input, map, whole.from(side.column(), map.bottom()), members);
  }

  /** Rows of a map that is above something else. */
  private static int mapRows(Rect both, Panes panes) {
    int usual = (both.rows() - 5) * 2 / 5 + 2;
    return within(LEAST_MAP, usual + panes.map(), both.rows() - LEAST_BELOW_MAP);
  }

  private static int storyColumns(int columns, Panes panes) {
    int share = columns < TWO_SIDES_FROM ? columns * 5 / 8 : columns / 2;
    int usual = Math.min(WIDEST_STORY, Math.min(share, columns - LEAST_SIDE + 1));
    int least = columns < TWO_SIDES_FROM ? LEAST_WANTED_SIDE : 2 * LEAST_WANTED_SIDE;
    return within(LEAST_STORY, usual + panes.story(), columns - least + 1);
  }

  private static int within(int least, int wanted, int most) {
    return Math.max(Math.min(least, most), Math.min(wanted, most));
  }

  private static Layout narrow(Size size, Rect story, Rect input, Rect strip) {
    Optional<Rect> none = Optional.empty();
    return new Layout(size, story, none, input, Optional.of(strip), none, none, none, none);
  }

  /** Party, here and carried below each other in one column. */
  private static Layout wide(
      Size size, Rect story, Rect input, Rect map, Rect column, int members) {
    int inside = column.rows() - 4;
    int tall = 2 * members;
    int people = inside - tall >= ENOUGH_THINGS ? tall : Math.min(members, inside / 3);
    int here = (inside - people + 1) / 2;
    Rect partyPane = new Rect(column.column(), column.row(), column.columns(), people + 2);
    Rect herePane = new Rect(column.column(), partyPane.bottom(), column.columns(), here + 2);
    return new Layout(
        size,
        story,
        Optional.empty(),
        input,
        Optional.empty(),
        Optional.of(map),
        Optional.of(partyPane),
        Optional.of(herePane),
        Optional.of(column.from(column.column(), herePane.bottom())));
  }

  /** The cells of speech, if it has a pane. */
  public Optional<Rect> talk() {
    return chat.map(pane -> pane.inner().padded(1));
  }

  /** The cells of prose. */
  public Rect prose() {
    return story.inner().padded(1);
  }
}

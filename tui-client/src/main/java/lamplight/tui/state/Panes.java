package lamplight.tui.state;

/**
 * How much larger than usual the player wants panes; smaller if negative. A layout takes as much of
 * it as there is room for.
 *
 * @param story columns of the story, at the cost of what stands beside it
 * @param map rows of the map, at the cost of what stands below it
 * @param chat whether speech has a pane of its own
 */
public record Panes(int story, int map, boolean chat) {
  public static final Panes USUAL = new Panes(0, 0, false);

  private static final int MOST = 300;

  public Panes {
    story = Math.max(-MOST, Math.min(MOST, story));
    map = Math.max(-MOST, Math.min(MOST, map));
  }

  /** With speech in a pane of its own if it has none, and without it if it has. */
  Panes chatting() {
    return new Panes(story, map, !chat);
  }

  /** Changed by some cells from what is shown, so that what found no room is forgotten. */
  Panes grown(Layout shown, Layout usual, int columns, int rows) {
    int wide = shown.story().columns() - usual.story().columns() + columns;
    int high =
        shown.map().flatMap(now -> usual.map().map(then -> now.rows() - then.rows())).orElse(map)
            + rows;
    return new Panes(columns == 0 ? story : wide, rows == 0 ? map : high, chat);
  }
}

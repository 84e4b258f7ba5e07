package lamplight.tui.state;

/**
 * What part of the map is shown, and how large.
 *
 * @param floor levels above (or below, negative) the player's own
 * @param zoom steps larger than what fits best, smaller if negative
 * @param east rooms that the middle of the map is moved to the east
 * @param south rooms that it is moved to the south
 */
public record Lens(int floor, int zoom, int east, int south) {
  static final Lens USUAL = new Lens(0, 0, 0, 0);

  /** More steps do nothing: there are three scales. */
  private static final int MOST_ZOOM = 2;

  private static final int FARTHEST = 99;

  public Lens {
    zoom = Math.max(-MOST_ZOOM, Math.min(MOST_ZOOM, zoom));
    east = Math.max(-FARTHEST, Math.min(FARTHEST, east));
    south = Math.max(-FARTHEST, Math.min(FARTHEST, south));
  }

  /** Whether the player has moved it, so that it is not where the map would be by itself. */
  public boolean isMoved() {
    return east != 0 || south != 0;
  }

  Lens raised(int levels) {
    return new Lens(floor + levels, zoom, east, south);
  }

  Lens zoomed(int steps) {
    return new Lens(floor, zoom + steps, east, south);
  }

  Lens moved(int toEast, int toSouth) {
    return new Lens(floor, zoom, east + toEast, south + toSouth);
  }

  /** Back over the player, as large as before. */
  Lens centred() {
    return new Lens(0, zoom, 0, 0);
  }
}

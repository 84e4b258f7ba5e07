package lamplight.tui.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Size;
import lamplight.tui.state.Target;
import lamplight.tui.text.Ink;
import org.jspecify.annotations.Nullable;

/**
 * A finished screen. A cell holds one character; the cell after a wide one holds the empty string.
 */
public final class Frame {
  private final Size size;
  private final String[] glyphs;
  private final Ink[] inks;
  private final @Nullable Target[] targets;
  private final Optional<Spot> cursor;
  private final Optional<Rect> moving;

  /** A cell's place, counted from 0 at the upper left. */
  public record Spot(int column, int row) {}

  Frame(
      Size size,
      String[] glyphs,
      Ink[] inks,
      @Nullable Target[] targets,
      Optional<Spot> cursor,
      Optional<Rect> moving) {
    this.size = size;
    this.glyphs = glyphs;
    this.inks = inks;
    this.targets = targets;
    this.cursor = cursor;
    this.moving = moving;
  }

  public Size size() {
    return size;
  }

  public String glyph(int column, int row) {
    return glyphs[row * size.columns() + column];
  }

  public Ink ink(int column, int row) {
    return inks[row * size.columns() + column];
  }

  /** The cells of prose, which moves up as it grows. */
  public Optional<Rect> moving() {
    return moving;
  }

  /** Whether a cell looks as if nothing had been drawn there. */
  public boolean isBlank(int column, int row) {
    return glyph(column, row).equals(" ") && ink(column, row).equals(Ink.PROSE);
  }

  /** What a click on a cell means. */
  public Optional<Target> target(Spot spot) {
    boolean inside =
        spot.column() >= 0
            && spot.column() < size.columns()
            && spot.row() >= 0
            && spot.row() < size.rows();
    return inside
        ? Optional.ofNullable(targets[spot.row() * size.columns() + spot.column()])
        : Optional.empty();
  }

  /** Where the terminal's cursor stands, if it is shown. */
  public Optional<Spot> cursor() {
    return cursor;
  }

  /** The same screen with other glyphs, each as wide as the one it is made of. */
  Frame with(UnaryOperator<String> glyph) {
    String[] changed = Arrays.stream(glyphs).map(glyph).toArray(String[]::new);
    return new Frame(size, changed, inks, targets, cursor, moving);
  }

  /** The screen as lines of text without the blanks at their ends. */
  public String text() {
    return IntStream.range(0, size.rows())
        .mapToObj(this::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(int row) {
    int from = row * size.columns();
    return String.join("", Arrays.asList(glyphs).subList(from, from + size.columns()))
        .stripTrailing();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame
        && size.equals(frame.size)
        && cursor.equals(frame.cursor)
        && Arrays.equals(glyphs, frame.glyphs)
        && Arrays.equals(inks, frame.inks);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(glyphs);
  }

  @Override
  public String toString() {
    return text();
  }
}

package lamplight.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
  static Stream<Size> sizes() {
    return IntStream.of(60, 71, 72, 80, 100, 120, 140, 159, 160, 200, 300)
        .boxed()
        .flatMap(
            columns -> IntStream.of(20, 24, 31, 45, 100).mapToObj(rows -> new Size(columns, rows)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void panesTileTheScreenAndShareOnlyTheirBorders(Size size) {
    for (int members = 1; members <= 9; members++) {
      for (Panes panes : WANTED) {
        tiles(size, Layout.of(size, members, panes, false));
        tiles(size, Layout.of(size, members, panes, true));
        tiles(size, Layout.ofStory(size, panes));
      }
    }
  }

  private static final List<Panes> WANTED =
      List.of(
          Panes.USUAL,
          new Panes(8, -3, false),
          new Panes(-300, 300, false),
          new Panes(300, -300, false));

  private static void tiles(Size size, Layout layout) {
    List<Rect> panes =
        Stream.of(
                Optional.of(layout.story()),
                Optional.of(layout.input()),
                layout.strip(),
                layout.map(),
                layout.party(),
                layout.here(),
                layout.carried())
            .flatMap(Optional::stream)
            .toList();
    int[] covered = new int[size.columns() * size.rows()];
    for (Rect pane : panes) {
      Rect inner = pane.inner();
      assertThat(inner.rows()).as("%s", layout).isPositive();
      for (int row = inner.row(); row <= inner.bottom(); row++) {
        for (int column = inner.column(); column <= inner.right(); column++) {
          covered[row * size.columns() + column]++;
        }
      }
    }
    assertThat(IntStream.of(covered).boxed()).as("%s", layout).allMatch(count -> count <= 1);
    assertThat(panes)
        .allMatch(pane -> pane.right() < size.columns() && pane.bottom() < size.rows());
  }
}

package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lamplight.engine.prose.Columns;
import lamplight.engine.prose.Line;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import org.junit.jupiter.api.Test;

class MapDrawingTest {
  private static final String MILL =
      """
      PLAYER:bea:yard:100:100
      ROOM:yard:0,0,0:north=!stones,east=pond,west=?:Yard
      ROOM:stones:0,1,0:south=!yard,up=loft,down=?,northeast=?:Floor
      ROOM:pond:1,0,0:west=yard,north=?,south=bank:Pond
      ROOM:bank:1,-1,0:north=pond:The River Bank
      ROOM:loft:0,1,1:down=stones:Loft
      """;

  private static String drawn(String view, int width, boolean ascii) {
    EntrySet entries = EntrySet.of(view.lines().map(Entry::parse).toList());
    List<Line> lines = MapDrawing.of(new ClientState(1, entries, false), "bea", width, ascii);
    assertThat(lines.stream().limit(Math.max(0, lines.size() - 1)))
        .as("all but the sentence below")
        .allMatch(line -> Columns.of(line.plain()) <= width);
    return lines.stream().map(line -> line.plain() + "\n").collect(Collectors.joining());
  }

  @Test
  void roomsAreBoxesWithNamesAndWaysAreLines() {
    assertThat(drawn(MILL, 79, false))
        .isEqualTo(
            """
                                .
                  [Floor ^v]
                       +                  .
            .......[*Yard]─────────────[Pond]
                                          │
                                  [The River Bank]
            * You are here: Yard. You also know rooms above.
            """);
  }

  @Test
  void whereNamesDoNotFitRoomsAreSmall() {
    assertThat(drawn(MILL, 20, true))
        .isEqualTo(
            """
                   .
               [ ]
                +     .
            ...[*]---[ ]
                      |
                     [ ]
            * You are here: Yard. You also know rooms above.
            """);
  }

  @Test
  void whoseRoomIsNotKnownGetsNoDrawing() {
    assertThat(drawn("PLAYER:bea:limbo:100:100\n", 79, false)).isEmpty();
    assertThat(drawn("", 79, false)).isEmpty();
  }
}

package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitsLineTest {
  /** Words in angle brackets are marked as ways. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROOM   | Exits: <north>.                            | [ Exits: n ]",
        "ROOM   | Exits: <north>, <southeast> (closed), <in>. | [ Exits: n (se) in ]",
        "ROOM   | Ways out: <up>.                            | [ Exits: u ]",
        "RESULT | Exits: <north>.                            | Exits: north.",
        "ROOM   | A path leads <north>.                      | A path leads north.",
        "ROOM   | Exits: to follow.                          | Exits: to follow.",
        "ROOM   | <north>                                    | north",
      })
  void aRoomsExitsAreListedAsMappersReadThem(TextKind kind, String line, String shown) {
    List<Span> spans = new ArrayList<>();
    for (String part : line.split("(?=<)|(?<=>)", -1)) {
      String way = part.replaceAll("[<>]", "");
      spans.add(part.startsWith("<") ? new Span(Span.Kind.EXIT, way, way) : Span.plain(part));
    }
    assertThat(ExitsLine.of(kind, new Line(spans)).plain()).isEqualTo(shown);
  }
}

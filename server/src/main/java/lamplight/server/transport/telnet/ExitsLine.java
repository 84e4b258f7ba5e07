package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;

/**
 * The ways out of a room as MUD clients' mappers read them: {@code [ Exits: n e (s) ]}, with what
 * is closed in brackets, in place of {@code Exits: north, east, south (closed).}
 */
final class ExitsLine {
  private ExitsLine() {}

  /** The line in that form, if it is one that lists a room's exits; else as it is. */
  static Line of(TextKind kind, Line line) {
    return kind == TextKind.ROOM && listsExits(line) ? shortened(line) : line;
  }

  private static boolean listsExits(Line line) {
    List<Span> spans = line.spans();
    return spans.size() > 1
        && spans.get(0).kind() == Span.Kind.PLAIN
        && spans.get(0).words().endsWith(": ")
        && spans.stream().anyMatch(span -> way(span).isPresent())
        && spans.stream().allMatch(span -> span.kind() == Span.Kind.PLAIN || way(span).isPresent());
  }

  private static Optional<String> way(Span span) {
    return span.kind() == Span.Kind.EXIT
        ? Direction.of(span.id()).map(Direction::abbreviation)
        : Optional.empty();
  }

  private static Line shortened(Line line) {
    List<Span> out = new ArrayList<>();
    out.add(Span.plain("[ Exits: "));
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      boolean closed = i + 1 < spans.size() && spans.get(i + 1).words().startsWith(" (");
      way(span)
          .ifPresent(
              way -> {
                String shown = closed ? "(" + way + ")" : way;
                out.add(new Span(Span.Kind.EXIT, span.id(), shown));
                out.add(Span.plain(" "));
              });
    }
    out.add(Span.plain("]"));
    return new Line(out);
  }
}

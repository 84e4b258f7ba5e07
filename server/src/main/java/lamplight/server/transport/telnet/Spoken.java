package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;

/**
 * Lines as a screen reader speaks them: what stands around a whole line to set it off for the eye,
 * {@code [Achieved: Miller]} and {@code *** The End ***}, would be read out sign by sign.
 */
final class Spoken {
  /** The signs before a line and behind it. */
  private record Frame(String before, String behind) {}

  private static final List<Frame> FRAMES = List.of(new Frame("[", "]"), new Frame("*** ", " ***"));

  private Spoken() {}

  /** The line without its frame, if it has one; else as it is. */
  static Line of(Line line) {
    List<Span> spans = line.spans();
    if (spans.isEmpty()) {
      return line;
    }
    String first = spans.get(0).words();
    String last = spans.get(spans.size() - 1).words();
    for (Frame frame : FRAMES) {
      if (first.startsWith(frame.before) && last.endsWith(frame.behind)) {
        return without(frame, spans);
      }
    }
    return line;
  }

  private static Line without(Frame frame, List<Span> framed) {
    List<Span> spans = new ArrayList<>(framed);
    int end = spans.size() - 1;
    String first = spans.get(0).words();
    spans.set(0, worded(spans.get(0), first.substring(frame.before.length())));
    String last = spans.get(end).words();
    int length = Math.max(0, last.length() - frame.behind.length());
    spans.set(end, worded(spans.get(end), last.substring(0, length)));
    return new Line(spans);
  }

  private static Span worded(Span span, String words) {
    return new Span(span.kind(), span.id(), words);
  }
}

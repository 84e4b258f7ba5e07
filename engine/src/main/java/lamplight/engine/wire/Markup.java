package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;

/**
 * A styled line as one string: {@code {kind:id|words}}. A brace that is only a brace is doubled, so
 * that nobody can speak a mark. A mark of an unknown kind reads as its words.
 */
final class Markup {

  private Markup() {}

  static String write(Line line) {
    StringBuilder out = new StringBuilder();
    for (Span span : line.spans()) {
      if (span.kind() == Span.Kind.PLAIN) {
        out.append(doubled(span.words()));
      } else {
        out.append('{').append(span.kind().word()).append(':').append(span.id()).append('|');
        out.append(doubled(span.words())).append('}');
      }
    }
    return out.toString();
  }

  private static String doubled(String words) {
    return words.replace("{", "{{").replace("}", "}}");
  }

  static Line read(String text) throws BadLine {
    if (text.isEmpty()) {
      return Line.EMPTY;
    }
    List<Span> spans = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean brace = c == '{' || c == '}';
      if (!brace) {
        words.append(c);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == c) {
        words.append(c);
        at += 2;
      } else {
        flush(words, spans);
        at = mark(text, at, spans);
      }
    }
    flush(words, spans);
    return new Line(spans);
  }

  private static void flush(StringBuilder words, List<Span> spans) {
    if (words.length() > 0) {
      spans.add(Span.plain(words.toString()));
      words.setLength(0);
    }
  }

  /** Reads the mark that opens at {@code start}; answers where it ends. */
  private static int mark(String text, int start, List<Span> spans) throws BadLine {
    int colon = text.indexOf(':', start);
    int bar = text.indexOf('|', start);
    int end = bar < 0 ? -1 : closing(text, bar + 1);
    if (text.charAt(start) != '{' || colon < 0 || bar < colon || end < 0) {
      throw BadLine.malformed("a mark is {kind:id|words}, and a single brace is doubled");
    }
    String words = text.substring(bar + 1, end).replace("{{", "{").replace("}}", "}");
    spans.add(
        new Span(kind(text.substring(start + 1, colon)), text.substring(colon + 1, bar), words));
    return end + 1;
  }

  private static int closing(String text, int from) {
    for (int at = text.indexOf('}', from); at >= 0; at = text.indexOf('}', at + 2)) {
      if (at + 1 == text.length() || text.charAt(at + 1) != '}') {
        return at;
      }
    }
    return -1;
  }

  private static Span.Kind kind(String word) {
    Optional<Span.Kind> kind =
        Stream.of(Span.Kind.values()).filter(known -> known.word().equals(word)).findFirst();
    return kind.orElse(Span.Kind.PLAIN);
  }
}

package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.sync.Fields;

/**
 * A styled line as one string: {@code {kind:id|words}}, whose words hold no brace. An opening brace
 * that is only a brace is doubled, so that nobody can speak a mark. A mark of an unknown kind reads
 * as its words.
 */
final class Markup {

  private Markup() {}

  /** Puts a line as the text at a message's end. */
  static void write(Line line, StringBuilder out) {
    for (Span span : line.spans()) {
      String words = Fields.encodeText(span.words());
      if (span.kind() == Span.Kind.PLAIN) {
        out.append(words.replace("{", "{{"));
      } else {
        out.append('{').append(span.kind().word()).append(':').append(span.id()).append('|');
        out.append(words.replace('{', '(').replace('}', ')')).append('}');
      }
    }
  }

  static Line read(String text) throws BadLine {
    List<Span> spans = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (int brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', at)) {
      words.append(text, at, brace);
      if (text.startsWith("{{", brace)) {
        words.append('{');
        at = brace + 2;
      } else {
        at = mark(text, brace, words, spans);
      }
    }
    flush(words.append(text, at, text.length()), spans);
    return spans.isEmpty() ? Line.EMPTY : new Line(spans);
  }

  private static void flush(StringBuilder words, List<Span> spans) {
    if (words.length() > 0) {
      spans.add(Span.plain(words.toString()));
      words.setLength(0);
    }
  }

  /** Reads the mark that opens at {@code start}; answers where it ends. */
  private static int mark(String text, int start, StringBuilder words, List<Span> spans)
      throws BadLine {
    int end = text.indexOf('}', start);
    int bar = text.indexOf('|', start);
    int colon = text.indexOf(':', start);
    int brace = text.indexOf('{', start + 1);
    if (colon < 0 || bar < colon || end < bar || (brace >= 0 && brace < end)) {
      throw BadLine.malformed("a mark is {kind:id|words}, and a single { is doubled");
    }
    Span.Kind kind = kind(text.substring(start + 1, colon));
    String marked = text.substring(bar + 1, end);
    if (kind == Span.Kind.PLAIN) {
      words.append(marked);
    } else {
      flush(words, spans);
      spans.add(new Span(kind, text.substring(colon + 1, bar), marked));
    }
    return end + 1;
  }

  private static Span.Kind kind(String word) {
    Optional<Span.Kind> kind =
        Stream.of(Span.Kind.values()).filter(known -> known.word().equals(word)).findFirst();
    return kind.orElse(Span.Kind.PLAIN);
  }
}

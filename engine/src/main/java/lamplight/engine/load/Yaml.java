package lamplight.engine.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML file made into nodes.
 *
 * <p>It builds from the library's events, not from its nodes: so a key that stands twice is one
 * problem among others, depth and aliases are bounded by our own limits, and what a plain word
 * means is decided by whoever reads it ({@code on} and {@code no} are words).
 */
final class Yaml {
  /** How deep lists and maps can stand in one another. */
  static final int DEEPEST = 40;

  /** How many values a file can have; what an alias repeats counts again. */
  static final int MOST_VALUES = 100_000;

  /** A value that begins with a brace, a bracket or a quote. */
  private static final Pattern OPENED = Pattern.compile(".*: [{\\[\"'].*");

  private static final String TAB = "\\t(TAB)";
  private static final String USUALLY = "look at the quotes and at how far the lines are moved in";

  private final String file;
  private final Problems problems;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Iterator<Event> events;
  private int values;

  /** What an alias can repeat, and how many values it has. */
  private record Anchored(Node node, int size) {}

  /** What ends the reading of a file: a problem that leaves no sense in what follows. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Mark at;
    private final String hint;

    Unreadable(Mark at, String message, String hint) {
      super(message, null, false, false);
      this.at = at;
      this.hint = hint;
    }
  }

  private Yaml(SourceFile source, Problems problems) {
    this.file = source.shown();
    this.problems = problems;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.shown())
            .setCodePointLimit(source.text().length() + 1)
            .build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /** The file's value; empty if it has none or is no YAML, which is then among the problems. */
  static Optional<Node> read(SourceFile source, Problems problems) {
    Mark whole = Mark.of(source.shown());
    try {
      return new Yaml(source, problems).document();
    } catch (Unreadable e) {
      problems.error(e.at, String.valueOf(e.getMessage()), e.hint);
    } catch (MarkedYamlEngineException e) {
      problems.add(complaint(e, source, whole));
    } catch (ReaderException e) {
      problems.error(
          place(source, e.getPosition()),
          String.format("the character U+%04X is not allowed here", e.getCodePoint()),
          "delete it");
    } catch (YamlEngineException e) {
      problems.error(whole, "this is no YAML: " + oneLine(e.getMessage()), "");
    }
    return Optional.empty();
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }

  /** What the library found, in words for authors where it is what usually happens to them. */
  private static Problem complaint(MarkedYamlEngineException e, SourceFile source, Mark whole) {
    String problem = oneLine(e.getProblem());
    Mark at = e.getProblemMark().map(mark -> at(mark, source)).orElse(whole);
    if (problem.contains(TAB)) {
      return Problem.of(
          at, Severity.ERROR, "this line begins with a tab", "move lines in with blanks");
    }
    if (problem.contains("unexpected end of stream") && e.getContextMark().isPresent()) {
      return Problem.of(
          at(e.getContextMark().get(), source),
          Severity.ERROR,
          "a quote opens here and is never closed",
          "close it; within double quotes write \\\" for one");
    }
    return Problem.of(
        at, Severity.ERROR, "this is no YAML: " + problem, advice(problem, source, at));
  }

  private static Mark at(org.snakeyaml.engine.v2.exceptions.Mark mark, SourceFile source) {
    return new Mark(source.shown(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** What usually is the matter. */
  private static String advice(String problem, SourceFile source, Mark at) {
    List<String> lines = source.text().lines().toList();
    if (problem.contains("mapping values are not allowed")) {
      return isDeeperThanBefore(lines, at.line())
          ? "move this line in as far as the one above it, or put a text that has a colon in it into quotes"
          : "put a text that has a colon in it into quotes";
    }
    boolean open =
        at.line() >= 1
            && at.line() <= lines.size()
            && OPENED.matcher(lines.get(at.line() - 1)).matches();
    return open && problem.startsWith("expected <block end>")
        ? "put the whole of a text that begins with a brace or a quote into quotes"
        : USUALLY;
  }

  private static boolean isDeeperThanBefore(List<String> lines, int line) {
    return line > 1
        && line <= lines.size()
        && indent(lines.get(line - 1)) > indent(lines.get(line - 2));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static Mark place(SourceFile source, int position) {
    String before =
        source
            .text()
            .substring(
                0, source.text().offsetByCodePoints(0, Math.min(position, count(source.text()))));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Mark(source.shown(), line, before.length() - before.lastIndexOf('\n'));
  }

  private static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  private Optional<Node> document() {
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        if (root.isPresent()) {
          throw new Unreadable(mark(event), "a second document begins here", "make it a file");
        }
        root = Optional.of(value(node, 0));
      }
    }
    return root;
  }

  private Node value(Event event, int depth) {
    Mark at = mark(event);
    if (depth > DEEPEST) {
      throw new Unreadable(at, "this is more than " + DEEPEST + " levels deep", "make it flatter");
    }
    int before = values;
    Node node = built(event, at, depth);
    int size = values - before;
    if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
      named.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, size)));
    }
    return node;
  }

  private Node built(Event event, Mark at, int depth) {
    count(1, at);
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event, at);
      case SequenceStart -> listing((CollectionStartEvent) event, at, depth);
      case MappingStart -> mapping((CollectionStartEvent) event, at, depth);
      case Alias -> repeated((AliasEvent) event, at);
      default -> throw new Unreadable(at, "this is no YAML", "");
    };
  }

  private void count(int more, Mark at) {
    values += more;
    if (values > MOST_VALUES) {
      throw new Unreadable(
          at, "the file has more than " + MOST_VALUES + " values", "cut it into several");
    }
  }

  private Node scalar(ScalarEvent event, Mark at) {
    refuseTag(event.getTag(), at);
    return new Node.Scalar(at, event.getValue(), style(event));
  }

  private static Node.Scalar.Style style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case PLAIN -> Node.Scalar.Style.PLAIN;
      case FOLDED -> Node.Scalar.Style.FOLDED;
      case LITERAL -> Node.Scalar.Style.LITERAL;
      default -> Node.Scalar.Style.QUOTED;
    };
  }

  private Node repeated(AliasEvent event, Mark at) {
    Anchored found = anchors.get(event.getAlias());
    if (found == null) {
      throw new Unreadable(
          at,
          "*" + event.getAlias().getValue() + " repeats something that has no such anchor",
          "put a text that begins with a star into quotes");
    }
    count(found.size(), at);
    return found.node();
  }

  private Node listing(CollectionStartEvent event, Mark at, int depth) {
    refuseTag(event.getTag(), at);
    List<Node> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(value(next, depth + 1));
    }
    return new Node.Listing(at, items);
  }

  private Node mapping(CollectionStartEvent event, Mark at, int depth) {
    refuseTag(event.getTag(), at);
    Map<String, Node.Entry> entries = new java.util.LinkedHashMap<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      Node key = value(next, depth + 1);
      Node value = value(events.next(), depth + 1);
      if (key instanceof Node.Scalar scalar) {
        Node.Entry entry = new Node.Entry(key.mark(), scalar.text(), value);
        Node.Entry first = entries.putIfAbsent(scalar.text(), entry);
        if (first != null) {
          problems.error(
              key.mark(),
              "\"" + scalar.text() + "\" stands here twice, first in line " + first.mark().line(),
              "delete one, or give it another name");
        }
      } else {
        problems.error(key.mark(), "a key is a word, not " + key.words(), "write a word");
      }
    }
    return new Node.Mapping(at, List.copyOf(entries.values()));
  }

  private void refuseTag(Optional<String> tag, Mark at) {
    tag.ifPresent(
        written ->
            problems.error(at, "\"" + written + "\" is a tag", "leave tags out; worlds have none"));
  }

  private Mark mark(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Mark(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Mark.of(file));
  }
}

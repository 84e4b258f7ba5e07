package lamplight.engine.wire;

import static lamplight.engine.wire.Packed.after;
import static lamplight.engine.wire.Packed.count;
import static lamplight.engine.wire.Packed.either;
import static lamplight.engine.wire.Packed.list;
import static lamplight.engine.wire.Packed.oneOf;
import static lamplight.engine.wire.Packed.pair;
import static lamplight.engine.wire.Packed.signed;
import static lamplight.engine.wire.Packed.small;
import static lamplight.engine.wire.Packed.text;
import static lamplight.engine.wire.Packed.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of line is packed: what it begins with, and how each of its fields is put. A line
 * that fits none of the table's shapes goes as the text that it is, so nothing has to be in the
 * table but what is frequent.
 *
 * @param code its place in the table
 * @param head the first fields, which the code says
 * @param about the list of the word behind the head, which the line is about
 * @param test whether a line of this head and as many fields is of this shape
 */
record Shape(
    int code, List<String> head, Sort about, List<Column> columns, Predicate<List<String>> test) {

  /** A line as text. */
  static final Packed LINE = text();

  /**
   * A field.
   *
   * @param repeats whether a bit says first if it is what it was in the change before of this shape
   */
  private record Column(Packed way, boolean repeats) {}

  private static final Packed NOBODY = oneOf("-");
  private static final Packed VITAL = either(oneOf("100"), small(7));
  private static final Packed NAME = either(word(Sort.WORD), text());
  private static final Packed VALUE =
      either(
          count(3),
          either(oneOf("false", "true"), either(signed(3), either(word(Sort.WORD), text()))));

  private static final List<String> PASSAGES = List.of("!", "~", "");
  private static final Packed TARGET =
      after(oneOf(PASSAGES.toArray(String[]::new)), PASSAGES, either(oneOf("?"), word(Sort.ROOM)));
  private static final Packed EXITS = list(",", pair("=", word(Sort.WORD), TARGET));
  private static final List<String> WITHIN = List.of("in.", "on.");
  private static final Packed INSIDE = after(oneOf("in.", "on."), WITHIN, word(Sort.THING));
  private static final Packed PLACE = pair(",", signed(2), pair(",", signed(2), signed(2)));

  /** The table: the frequent ones first. */
  static final List<Shape> ALL =
      List.of(
          shape(0, "PLAYER_ROOM", Sort.PLAYER).with(word(Sort.ROOM)),
          shape(1, "ITEM_OWNER", Sort.THING).with(word(Sort.PLAYER)),
          shape(2, "ITEM", Sort.THING)
              .with(NOBODY)
              .withRepeated(word(Sort.ROOM))
              .when(parts -> parts.get(2).equals("-") && !isWithin(parts.get(3))),
          shape(3, "PLAYER", Sort.PLAYER).withRepeated(word(Sort.ROOM)).with(VITAL).with(VITAL),
          shape(4, "DOOR", Sort.THING).with(oneOf("open", "closed", "locked")),
          shape(5, "FLAG", Sort.WORD).with(VALUE),
          shape(6, "COUNTER", Sort.WORD).with(VALUE).withRepeated(NAME),
          shape(7, "GONE:PLAYER", Sort.PLAYER),
          shape(8, "ITEM", Sort.THING)
              .with(word(Sort.PLAYER))
              .with(NOBODY)
              .when(parts -> !parts.get(2).equals("-")),
          shape(9, "LABEL", Sort.THING).withRepeated(word(Sort.WORD)).withRepeated(NAME),
          shape(10, "GONE:LABEL", Sort.THING),
          shape(11, "GONE:ITEM", Sort.THING),
          shape(12, "ROOM", Sort.ROOM).with(PLACE).with(EXITS).with(NAME),
          shape(13, "ROOM_VISITED", Sort.ROOM),
          shape(14, "ITEM", Sort.THING)
              .with(NOBODY)
              .with(INSIDE)
              .when(parts -> parts.get(2).equals("-") && isWithin(parts.get(3))),
          new Shape(15, List.of(), Sort.WORD, List.of(), parts -> false),
          shape(16, "GONE:DOOR", Sort.THING),
          shape(17, "VISITED", Sort.ROOM),
          shape(18, "PRESENCE", Sort.PLAYER).with(oneOf("here", "away", "gone")),
          shape(19, "SCORE", Sort.WORD).with(signed(5)).with(signed(5)),
          shape(20, "GONE:FLAG", Sort.WORD),
          shape(21, "GONE:PRESENCE", Sort.PLAYER),
          shape(22, "GONE:ROOM", Sort.ROOM),
          shape(23, "GONE:VISITED", Sort.ROOM));

  /** The shape of what has no other. */
  static final Shape TEXT = ALL.get(15);

  private static final Map<String, List<Shape>> BY_TYPE =
      ALL.stream()
          .filter(shape -> !shape.head.isEmpty())
          .collect(Collectors.groupingBy(shape -> shape.head.get(0)));

  private static Shape shape(int code, String head, Sort about) {
    return new Shape(code, List.of(head.split(":", -1)), about, List.of(), parts -> true);
  }

  private Shape with(Column column) {
    List<Column> all = new ArrayList<>(columns);
    all.add(column);
    return new Shape(code, head, about, List.copyOf(all), test);
  }

  private Shape with(Packed way) {
    return with(new Column(way, false));
  }

  private Shape withRepeated(Packed way) {
    return with(new Column(way, true));
  }

  private Shape when(Predicate<List<String>> narrower) {
    return new Shape(code, head, about, columns, narrower);
  }

  /** The shape of a line with these parts. */
  static Shape of(List<String> parts) {
    for (Shape shape : BY_TYPE.getOrDefault(parts.get(0), List.of())) {
      if (shape.suits(parts)) {
        return shape;
      }
    }
    return TEXT;
  }

  /** Whether a line of the same type is of this shape. */
  private boolean suits(List<String> parts) {
    return parts.size() == head.size() + 1 + columns.size()
        && (head.size() == 1 || parts.get(1).equals(head.get(1)))
        && test.test(parts);
  }

  private static boolean isWithin(String location) {
    return location.startsWith("in.") || location.startsWith("on.");
  }

  boolean isText() {
    return code == TEXT.code;
  }

  /** Packs what is behind the id; fewer fields than columns if one is not of its column's kind. */
  List<Bits> pack(List<String> parts, Sheet sheet) {
    List<Bits> packed = new ArrayList<>(columns.size());
    int first = parts.size() - columns.size();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).way.put(parts.get(first + i), sheet)) {
        sheet.clear();
        return packed;
      }
      packed.add(sheet.taken());
    }
    return packed;
  }

  /** Whether a bit says before a column's field if it is as in the line before. */
  boolean repeats(int column) {
    return columns.get(column).repeats;
  }

  /** Adds to {@code parts}, a line's up to its id, what is behind the id. */
  void take(List<String> parts, @Nullable List<String> before, BitReader in, Dictionary.Told words)
      throws BadLine {
    for (Column column : columns) {
      if (column.repeats && before != null && in.take(1) == 1) {
        parts.add(before.get(parts.size()));
      } else {
        parts.add(column.way.take(in, words));
      }
    }
  }
}

package lamplight.engine.wire;

import static lamplight.engine.wire.Packed.after;
import static lamplight.engine.wire.Packed.either;
import static lamplight.engine.wire.Packed.list;
import static lamplight.engine.wire.Packed.number;
import static lamplight.engine.wire.Packed.oneOf;
import static lamplight.engine.wire.Packed.pair;
import static lamplight.engine.wire.Packed.small;
import static lamplight.engine.wire.Packed.text;
import static lamplight.engine.wire.Packed.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one kind of line is packed: its code, what it begins with, and how each of its fields is put.
 * A line that fits none of the table's shapes goes as the text that it is, so nothing has to be in
 * the table but what is frequent.
 *
 * @param code below 15: four bits; from 15: fifteen in four bits, and the rest in four more
 * @param head the first fields, which the code says
 */
record Shape(int code, List<String> head, List<Packed> fields) {

  /** The code that four more bits follow. */
  static final int MORE = 15;

  private static final Packed PLAYER = word(Sort.PLAYER);
  private static final Packed ROOM = word(Sort.ROOM);
  private static final Packed THING = word(Sort.THING);
  private static final Packed WORD = word(Sort.WORD);
  private static final Packed NOBODY = oneOf("-");
  private static final Packed VITAL = either(oneOf("100"), small(7));
  private static final Packed VALUE =
      either(either(oneOf("false", "true"), number()), either(WORD, text()));
  private static final Packed NAME = either(WORD, text());
  private static final Packed COUNT = number();

  private static final List<String> PASSAGES = List.of("!", "~", "");
  private static final Packed TARGET =
      after(oneOf(PASSAGES.toArray(String[]::new)), PASSAGES, either(oneOf("?"), ROOM));

  /** The table; of several for one kind the first that fits is taken. */
  static final List<Shape> ALL =
      List.of(
          shape(0, "", text()),
          shape(1, "PLAYER_ROOM", PLAYER, ROOM),
          shape(2, "ITEM_OWNER", THING, PLAYER),
          shape(3, "ITEM", THING, NOBODY, ROOM),
          shape(4, "ROOM_VISITED", ROOM),
          shape(5, "PLAYER", PLAYER, ROOM, VITAL, VITAL),
          shape(6, "DOOR", THING, oneOf("open", "closed", "locked")),
          shape(7, "FLAG", WORD, VALUE),
          shape(8, "COUNTER", WORD, VALUE, NAME),
          shape(9, "LABEL", THING, WORD, NAME),
          shape(10, "GONE:ITEM", THING),
          shape(11, "GONE:LABEL", THING),
          shape(
              12, "ITEM", THING, NOBODY, after(oneOf("in.", "on."), List.of("in.", "on."), THING)),
          shape(13, "ITEM", THING, PLAYER, NOBODY),
          shape(14, "VISITED", ROOM),
          shape(
              15,
              "ROOM",
              ROOM,
              pair(",", COUNT, pair(",", COUNT, COUNT)),
              list(",", pair("=", WORD, TARGET)),
              NAME),
          shape(16, "PRESENCE", PLAYER, oneOf("here", "away", "gone")),
          shape(17, "SCORE", WORD, COUNT, COUNT),
          shape(18, "GONE:PLAYER", PLAYER),
          shape(19, "GONE:DOOR", THING),
          shape(20, "GONE:PRESENCE", PLAYER),
          shape(21, "GONE:FLAG", WORD),
          shape(22, "GONE:ROOM", ROOM),
          shape(23, "GONE:VISITED", ROOM));

  private static final Map<Integer, Shape> BY_CODE =
      ALL.stream().collect(Collectors.toMap(Shape::code, shape -> shape));

  private static final Map<String, List<Shape>> BY_TYPE =
      ALL.stream()
          .filter(shape -> !shape.head.isEmpty())
          .collect(Collectors.groupingBy(shape -> shape.head.get(0)));

  /** A line as text: the shape of what has no other. */
  static final Shape LINE = ALL.get(0);

  private static Shape shape(int code, String head, Packed... fields) {
    List<String> first = head.isEmpty() ? List.of() : List.of(head.split(":", -1));
    return new Shape(code, first, List.of(fields));
  }

  /** The shapes for lines of a type. */
  static List<Shape> of(String type) {
    return BY_TYPE.getOrDefault(type, List.of());
  }

  static Shape read(BitReader in) throws BadLine {
    int code = (int) in.take(4);
    if (code == MORE) {
      code += (int) in.take(4);
    }
    Shape shape = BY_CODE.get(code);
    if (shape == null) {
      throw BadLine.malformed("a frame has a change of the unknown shape " + code);
    }
    return shape;
  }

  private void putCode(Packed.Sheet out) {
    out.bits(Math.min(code, MORE), 4);
    if (code >= MORE) {
      out.bits(code - MORE, 4);
    }
  }

  /** Puts a line of these parts; false, with nothing put, if it has another shape. */
  boolean put(List<String> parts, Packed.Sheet out) {
    if (parts.size() != head.size() + fields.size()
        || !parts.subList(0, head.size()).equals(head)) {
      return false;
    }
    return out.whole(
        () -> {
          putCode(out);
          for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).put(parts.get(head.size() + i), out)) {
              return false;
            }
          }
          return true;
        });
  }

  /** Puts a line of any kind. */
  static void putLine(String line, Packed.Sheet out) {
    LINE.putCode(out);
    LINE.fields.get(0).put(line, out);
  }

  /** The parts of the next line. */
  List<String> take(BitReader in, Dictionary.Told words) throws BadLine {
    List<String> parts = new ArrayList<>(head);
    for (Packed field : fields) {
      parts.add(field.take(in, words));
    }
    return parts;
  }
}

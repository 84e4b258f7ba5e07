package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lamplight.engine.sync.Change;

/**
 * The binary form of one patch.
 *
 * <p>Its lines are sorted by their shape and, of each shape, by the number of the word that they
 * are about: then neither costs much to say. First eight bits say which of the first eight shapes
 * there are, and one more whether eight others follow; then comes a group for each shape that there
 * is: how many, the set of the words, and for each the other fields.
 */
final class Packing {

  private static final int EIGHT = 8;

  /** In the order of the lines: their place in the lower bits, their word above, their shape. */
  private static final int INDEX_BITS = 28;

  private static final int NUMBER_BITS = 20;

  private final Dictionary dictionary;
  private final List<Change> changes;
  private final List<List<String>> lines;
  private final Shape[] shapes;
  private Sheet out;

  private Packing(List<Change> changes, Dictionary dictionary) {
    this.dictionary = dictionary;
    this.changes = changes;
    this.lines = new ArrayList<>(changes.size());
    this.shapes = new Shape[changes.size()];
    this.out = new Sheet(dictionary);
    for (Change change : changes) {
      List<String> line = change.parts();
      shapes[lines.size()] = Shape.of(line);
      lines.add(line);
    }
  }

  /** What the changes are as bits, and the words that they name. */
  static Sheet pack(List<Change> changes, Dictionary dictionary) {
    Packing packing = new Packing(changes, dictionary);
    while (!packing.put()) {
      packing.out = new Sheet(dictionary); // what did not fit its shape is text now
    }
    return packing.out;
  }

  private boolean put() {
    long[] order = new long[shapes.length];
    int[] counts = new int[Shape.ALL.size()];
    for (int i = 0; i < shapes.length; i++) {
      order[i] = sorted(i);
      counts[shapes[i].code()]++;
    }
    Arrays.sort(order);
    putMask(counts);
    boolean fits = true;
    int from = 0;
    for (Shape shape : Shape.ALL) {
      int to = from + counts[shape.code()];
      if (from < to) {
        fits &= shape.isText() ? putText(order, from, to) : putGroup(shape, order, from, to);
      }
      from = to;
    }
    return fits;
  }

  private long sorted(int index) {
    Shape shape = shapes[index];
    Word word = shape.isText() ? null : dictionary.word(shape.about(), shape.id(lines.get(index)));
    if (word == null) {
      shapes[index] = Shape.TEXT;
    }
    long number = word == null ? 0 : word.number();
    return ((((long) shapes[index].code() << NUMBER_BITS) | number) << INDEX_BITS) | index;
  }

  private static int index(long sorted) {
    return (int) sorted & ((1 << INDEX_BITS) - 1);
  }

  private void putMask(int[] counts) {
    int last = counts.length - 1;
    while (last > 0 && counts[last] == 0) {
      last--;
    }
    for (int code = 0; code <= last || code % EIGHT != 0; code++) {
      if (code > 0 && code % EIGHT == 0) {
        out.bits.put(1, 1);
      }
      out.bits.put(code <= last && counts[code] > 0 ? 1 : 0, 1);
    }
    out.bits.put(0, 1);
  }

  private boolean putText(long[] order, int from, int to) {
    out.bits.number(to - from - 1, 0);
    for (int i = from; i < to; i++) {
      Shape.LINE.put(changes.get(index(order[i])).line(), out);
    }
    return true;
  }

  private boolean putGroup(Shape shape, long[] order, int from, int to) {
    int[] numbers = new int[to - from];
    boolean different = true;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) (order[from + i] >>> INDEX_BITS) & ((1 << NUMBER_BITS) - 1);
      if (i > 0 && numbers[i] == numbers[i - 1]) {
        shapes[index(order[from + i])] = Shape.TEXT; // one key twice is not ours, but comes through
        different = false;
      }
    }
    return different && putGroup(shape, numbers, order, from);
  }

  private boolean putGroup(Shape shape, int[] numbers, long[] order, int from) {
    out.bits.number(numbers.length - 1, 0);
    out.name(shape.about(), numbers);
    IdSet.put(numbers, shape.about().order, out.bits);
    boolean fits = true;
    List<String> before = null;
    for (int i = 0; i < numbers.length; i++) {
      int index = index(order[from + i]);
      List<String> line = lines.get(index);
      if (shape.put(line, before, out)) {
        before = line;
      } else {
        shapes[index] = Shape.TEXT;
        fits = false;
      }
    }
    return fits;
  }

  /**
   * Reads a patch: the changes that were packed, in any order.
   *
   * @param most so many at most
   */
  static List<Change> unpack(BitReader in, Dictionary.Told words, int most) throws BadLine {
    List<Change> changes = new ArrayList<>();
    for (Shape shape : takeMask(in)) {
      int count = in.count(0, most - changes.size() - 1) + 1;
      if (shape.isText()) {
        for (int i = 0; i < count; i++) {
          changes.add(read(Shape.LINE.take(in, words), Change::parse));
        }
      } else {
        takeGroup(shape, count, in, words, changes);
      }
    }
    in.align();
    return changes;
  }

  private static List<Shape> takeMask(BitReader in) throws BadLine {
    List<Shape> shapes = new ArrayList<>();
    int code = 0;
    do {
      for (int i = 0; i < EIGHT; i++, code++) {
        if (in.take(1) == 1) {
          if (code >= Shape.ALL.size()) {
            throw BadLine.malformed("a frame has a change of the unknown shape " + code);
          }
          shapes.add(Shape.ALL.get(code));
        }
      }
    } while (in.take(1) == 1);
    return shapes;
  }

  private static void takeGroup(
      Shape shape, int count, BitReader in, Dictionary.Told words, List<Change> changes)
      throws BadLine {
    List<String> before = null;
    for (int number : IdSet.take(count, shape.about().order, Dictionary.WORDS, in)) {
      List<String> line = new ArrayList<>(shape.head());
      line.add(words.word(shape.about(), number));
      shape.take(line, before, in, words);
      changes.add(read(line, Change::of));
      before = line;
    }
  }

  private static <T> Change read(T line, Function<T, Change> reader) throws BadLine {
    try {
      return reader.apply(line);
    } catch (IllegalArgumentException e) {
      throw BadLine.malformed(String.valueOf(e.getMessage()));
    }
  }
}

package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lamplight.engine.sync.Change;
import org.jspecify.annotations.Nullable;

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

  /** Room for what most lines take. */
  private static final int LINE_BYTES = 4;

  private final List<Change> changes;
  private final Slip[] slips;
  private final Sheet sheet;
  private BitWriter bits;
  private WordSet words = new WordSet();

  private Packing(List<Change> changes, Sheet sheet) {
    this.changes = changes;
    this.slips = new Slip[changes.size()];
    this.sheet = sheet;
    this.bits = new BitWriter(LINE_BYTES * changes.size());
    for (int i = 0; i < slips.length; i++) {
      slips[i] = Slip.of(changes.get(i), sheet);
    }
  }

  /**
   * What the changes are as bits, and the words that they name.
   *
   * @param sheet empty, and left so
   */
  static Packing pack(List<Change> changes, Sheet sheet) {
    Packing packing = new Packing(changes, sheet);
    while (!packing.put()) {
      packing.bits = new BitWriter(LINE_BYTES * changes.size());
      packing.words = new WordSet();
    }
    return packing;
  }

  byte[] bytes() {
    return bits.bytes();
  }

  /** The words that the changes name. */
  WordSet words() {
    return words;
  }

  /** Puts all lines; false if some did not fit their shapes: they are texts now. */
  private boolean put() {
    long[] order = new long[slips.length];
    int[] counts = new int[Shape.ALL.size()];
    for (int i = 0; i < slips.length; i++) {
      Slip slip = slips[i];
      int code = slip.shape().code();
      order[i] = ((((long) code << NUMBER_BITS) | slip.about()) << INDEX_BITS) | i;
      counts[code]++;
    }
    Arrays.sort(order);
    putMask(counts);
    boolean fits = true;
    int from = 0;
    for (Shape shape : Shape.ALL) {
      int to = from + counts[shape.code()];
      if (from < to) {
        bits.number(to - from - 1, 0);
        fits &= shape.isText() ? putTexts(order, from, to) : putGroup(shape, order, from, to);
      }
      from = to;
    }
    return fits;
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
        bits.put(1, 1);
      }
      bits.put(code <= last && counts[code] > 0 ? 1 : 0, 1);
    }
    bits.put(0, 1);
  }

  private boolean putTexts(long[] order, int from, int to) {
    for (int i = from; i < to; i++) {
      put(slips[index(order[i])].fields().get(0));
    }
    return true;
  }

  private boolean putGroup(Shape shape, long[] order, int from, int to) {
    int[] numbers = new int[to - from];
    boolean different = true;
    for (int i = 0; i < numbers.length; i++) {
      int index = index(order[from + i]);
      numbers[i] = slips[index].about();
      words.add(shape.about(), numbers[i]);
      if (i > 0 && numbers[i] == numbers[i - 1]) {
        becomeText(index); // one key twice is not ours, but comes through
        different = false;
      }
    }
    return different && putGroup(shape, numbers, order, from);
  }

  private boolean putGroup(Shape shape, int[] numbers, long[] order, int from) {
    IdSet.put(numbers, shape.about().order, bits);
    boolean fits = true;
    List<Bits> before = null;
    for (int i = 0; i < numbers.length; i++) {
      int index = index(order[from + i]);
      Slip slip = slips[index];
      if (slip.fill(changes.get(index), sheet)) {
        putFields(shape, slip.fields(), before);
        before = slip.fields();
      } else {
        becomeText(index);
        fits = false;
      }
    }
    return fits;
  }

  private void becomeText(int index) {
    slips[index] = Slip.text(changes.get(index), sheet);
  }

  private void putFields(Shape shape, List<Bits> fields, @Nullable List<Bits> before) {
    for (int i = 0; i < fields.size(); i++) {
      Bits field = fields.get(i);
      boolean same = false;
      if (before != null && shape.repeats(i)) {
        same = field.isSame(before.get(i));
        bits.put(same ? 1 : 0, 1);
      }
      if (!same) {
        put(field);
      }
    }
  }

  private void put(Bits field) {
    bits.put(field);
    for (Word word : field.words) {
      words.add(word.list(), word.number());
    }
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

package lamplight.engine.wire;

import java.util.List;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Patch;

/**
 * Puts the patches of one session into their binary form, each once: it stays with the patch for
 * all who get it. Not for several threads.
 */
public final class Packer {

  private final Dictionary dictionary = new Dictionary();

  /**
   * A patch in binary form.
   *
   * @param words what it names
   */
  record Sheaf(Packed.Body body, List<Word> words) implements Patch.Form {}

  /** Packs a patch, if nobody has yet, and says which words of the dictionary it names. */
  public List<Word> pack(Patch patch) {
    return sheaf(patch).words;
  }

  private Sheaf sheaf(Patch patch) {
    return (Sheaf) patch.form(this::packed);
  }

  /** The bytes of a patch that was packed. */
  static byte[] bytes(Patch patch) {
    Sheaf sheaf = (Sheaf) patch.form(new Packer()::packed);
    return sheaf.body.bytes();
  }

  private Patch.Form packed(List<Change> changes) {
    Packed.Sheet out = new Packed.Sheet(dictionary);
    out.number(changes.size(), 7);
    for (Change change : changes) {
      List<String> parts = change.parts();
      if (Shape.of(parts.get(0)).stream().noneMatch(shape -> shape.put(parts, out))) {
        Shape.putLine(change.line(), out);
      }
    }
    return new Sheaf(out.body(), out.words());
  }

  /** Reads a patch: the changes that were packed. */
  static void unpack(BitReader in, Dictionary.Told words, List<Change> changes) throws BadLine {
    int count = in.smallNumber(7);
    if (changes.size() + (long) count > Limits.BLOCK_LINES) {
      throw BadLine.malformed("a block has at most " + Limits.BLOCK_LINES + " lines");
    }
    for (int i = 0; i < count; i++) {
      changes.add(change(Shape.read(in), in, words));
    }
    in.align();
  }

  private static Change change(Shape shape, BitReader in, Dictionary.Told words) throws BadLine {
    List<String> parts = shape.take(in, words);
    try {
      return shape.code() == Shape.LINE.code() ? Change.parse(parts.get(0)) : Change.of(parts);
    } catch (IllegalArgumentException e) {
      throw BadLine.malformed(String.valueOf(e.getMessage()));
    }
  }
}

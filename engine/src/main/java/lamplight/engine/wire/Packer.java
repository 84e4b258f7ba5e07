package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Patch;

/**
 * Puts the patches of one session into their binary form, each once: it stays with the patch for
 * all who get it. Not for several threads.
 */
public final class Packer {

  /** As a client of the binary form is told them. */
  private static final Comparator<Word> ORDER =
      Comparator.comparing(Word::list).thenComparing(Word::number);

  private final Dictionary dictionary = new Dictionary();

  /** A patch in binary form, and the words that it names. */
  private static final class Sheaf implements Patch.Form {
    private final byte[] bytes;
    private final List<Word> words;

    Sheaf(Sheet sheet) {
      this.bytes = sheet.bits.bytes();
      this.words = sheet.named();
    }
  }

  /**
   * Packs a block's patches, those that nobody has packed yet.
   *
   * @param vocabulary what the block's receiver was told, and is told now
   * @return the words that the receiver is to be told before the block
   */
  public List<ServerMessage.Dict> pack(Block block, Vocabulary vocabulary) {
    boolean first = vocabulary.isEmpty();
    List<Word> fresh = List.of();
    for (Patch patch : block.patches()) {
      for (Word word : ((Sheaf) patch.form(this::packed)).words) {
        if (vocabulary.learn(word)) {
          fresh = fresh.isEmpty() ? new ArrayList<>() : fresh;
          fresh.add(word);
        }
      }
    }
    return fresh.isEmpty() ? List.of() : told(fresh, vocabulary, first);
  }

  private List<ServerMessage.Dict> told(List<Word> fresh, Vocabulary vocabulary, boolean first) {
    List<ServerMessage.Dict> told = new ArrayList<>(fresh.size());
    fresh.sort(ORDER);
    for (Word word : fresh) {
      int below = vocabulary.below(word);
      String like = below < 0 ? "" : dictionary.word(word.list(), below).text();
      told.add(new ServerMessage.Dict(word, like, first && told.isEmpty()));
    }
    return told;
  }

  /** The bytes of a patch that was packed: not to be changed. */
  static byte[] bytes(Patch patch) {
    return ((Sheaf) patch.form(new Packer()::packed)).bytes;
  }

  private Patch.Form packed(List<Change> changes) {
    return new Sheaf(Packing.pack(changes, dictionary));
  }
}

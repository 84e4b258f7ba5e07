package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
  private final Sheet sheet = new Sheet(dictionary);
  private final Function<List<Change>, Patch.Form> packing = this::packed;

  /** A patch in binary form, and the words that it names. */
  private static final class Sheaf implements Patch.Form {
    private final byte[] bytes;
    private final WordSet words;

    Sheaf(Packing packing) {
      this.bytes = packing.bytes();
      this.words = packing.words();
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
    List<Word> fresh = new ArrayList<>(0);
    for (Patch patch : block.patches()) {
      vocabulary.learn(words(patch), dictionary, fresh);
    }
    return fresh.isEmpty() ? List.of() : told(fresh, vocabulary, first);
  }

  private WordSet words(Patch patch) {
    return ((Sheaf) patch.form(packing)).words;
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

  private Patch.Form packed(List<Change> changes) {
    return new Sheaf(Packing.pack(changes, sheet));
  }

  /** The bytes of a patch that was packed: not to be changed. */
  static byte[] bytes(Patch patch) {
    return ((Sheaf) patch.form(changes -> new Packer().packed(changes))).bytes;
  }
}

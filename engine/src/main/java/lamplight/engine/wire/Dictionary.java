package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of one session, on the server's side: a list a {@link Sort}, which only grows. */
final class Dictionary {

  /** Words of a session; what needs another is sent as text. */
  static final int WORDS = 1 << 16;

  /** Characters of a word; a longer one is sent as text. */
  static final int WORD_CHARS = 64;

  private final Map<Sort, Map<String, Word>> lists = new EnumMap<>(Sort.class);
  private int size;

  /** The word, with a new number if need be; empty if there is no room for it. */
  Optional<Word> word(Sort list, String text) {
    Map<String, Word> words = lists.computeIfAbsent(list, any -> new HashMap<>());
    Word known = words.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    if (size == WORDS || text.isEmpty() || text.length() > WORD_CHARS) {
      return Optional.empty();
    }
    Word fresh = new Word(list, words.size(), text);
    words.put(text, fresh);
    size++;
    return Optional.of(fresh);
  }

  /** The words of one session, on a client's side: as many as it was told. */
  static final class Told {

    private final Map<Sort, List<String>> lists = new EnumMap<>(Sort.class);
    private int sum;
    private int size;

    /** Notes a word, in place of what its number meant before. */
    void learn(Word word) throws BadLine {
      List<String> words = lists.computeIfAbsent(word.list(), list -> new ArrayList<>());
      if (word.number() >= WORDS) {
        throw BadLine.malformed("a dictionary has at most " + WORDS + " words");
      }
      if (word.text().isEmpty() || word.text().length() > WORD_CHARS) {
        throw BadLine.malformed("a word has 1 to " + WORD_CHARS + " characters");
      }
      while (words.size() <= word.number()) {
        words.add("");
      }
      String old = words.set(word.number(), word.text());
      if (!old.isEmpty()) {
        sum -= Vocabulary.crc(new Word(word.list(), word.number(), old));
        size--;
      }
      sum += Vocabulary.crc(word);
      size++;
    }

    String word(Sort list, int number) throws BadLine {
      List<String> words = lists.getOrDefault(list, List.of());
      String word = number < words.size() ? words.get(number) : "";
      if (word.isEmpty()) {
        throw BadLine.malformed("no word " + list + " " + number + " was said before");
      }
      return word;
    }

    int sum() {
      return sum;
    }

    boolean isEmpty() {
      return size == 0;
    }
  }
}

package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of one session, on the server's side: a list a {@link Sort}, which only grows. */
final class Dictionary {

  /** Words of a session; what needs another is sent as text. */
  static final int WORDS = 1 << 16;

  /** Characters of a word; a longer one is sent as text. */
  static final int WORD_CHARS = 64;

  /** The words of one list, by text and by number. */
  private record Words(Map<String, Word> byText, List<Word> byNumber) {}

  /** By the lists' codes. */
  private final List<Words> lists =
      Stream.of(Sort.values()).map(list -> new Words(new HashMap<>(), new ArrayList<>())).toList();

  private int size;

  /** The word, with a new number if need be; null if there is no room for it. */
  @Nullable Word word(Sort list, String text) {
    Words words = lists.get(list.code);
    Word known = words.byText.get(text);
    if (known != null) {
      return known;
    }
    if (size == WORDS || text.isEmpty() || text.length() > WORD_CHARS) {
      return null;
    }
    Word fresh = new Word(list, words.byNumber.size(), text);
    words.byText.put(text, fresh);
    words.byNumber.add(fresh);
    size++;
    return fresh;
  }

  /** The word of a number that was given. */
  Word word(Sort list, int number) {
    return lists.get(list.code).byNumber.get(number);
  }

  /** How many words there are. */
  int size() {
    return size;
  }

  /** The words of one session, on a client's side: as many as it was told. */
  static final class Told {

    private final Map<Sort, List<String>> lists = new EnumMap<>(Sort.class);
    private int sum;
    private int size;

    void forget() {
      lists.clear();
      sum = 0;
      size = 0;
    }

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
        sum -= new Word(word.list(), word.number(), old).crc();
        size--;
      }
      sum += word.crc();
      size++;
    }

    /** The known word of the next lower number; empty if there is none. */
    String below(Sort list, int number) {
      List<String> words = lists.getOrDefault(list, List.of());
      for (int i = Math.min(number, words.size()) - 1; i >= 0; i--) {
        if (!words.get(i).isEmpty()) {
          return words.get(i);
        }
      }
      return "";
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

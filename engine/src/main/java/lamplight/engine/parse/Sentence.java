package lamplight.engine.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.ThingId;

/**
 * What was typed, cut into words, with the place of each in the text.
 *
 * <p>A word is folded: lower case, without accents and apostrophes. A comma is a word, {@code &} is
 * {@code and}; other signs only separate. The parser's own sentences can hold a reference, a word
 * that stands for one thing and nothing else; {@link #cleaned} takes the sign that begins one out
 * of what players type.
 */
final class Sentence {
  private static final char REFERENCE = '\uE000';
  private static final String THING = "t.";
  private static final String PLAYER = "p.";
  private static final char LAST_ASCII = 0x7F;

  /** What parts the words that are said from those before: "whisper to bea: come here". */
  private static final Pattern SEPARATOR = Pattern.compile("^[:,]\\s+");

  private final String text;
  private final List<Token> tokens;
  private final List<String> words;

  private Sentence(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = Collections.unmodifiableList(tokens);
    List<String> each = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      each.add(token.word());
    }
    this.words = Collections.unmodifiableList(each);
  }

  /** A word and where it stands: from {@code start} to before {@code end}. */
  record Token(String word, int start, int end) {}

  static Sentence of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end > at) {
        tokens.add(new Token(wordOf(text.substring(at, end)), at, end));
      }
      at = Math.max(end, at + 1);
    }
    return new Sentence(text, tokens);
  }

  /** A player's text without what only the parser may write. */
  static String cleaned(String typed) {
    return typed.replace(REFERENCE, ' ');
  }

  /** The word that stands for one thing or player in the parser's own sentences. */
  static String reference(Referent referent) {
    return REFERENCE + (referent instanceof ThingId ? THING : PLAYER) + referent.value();
  }

  /** A list of references. */
  static String references(List<Referent> referents) {
    return String.join(" and ", referents.stream().map(Sentence::reference).toList());
  }

  /** What a word refers to, if it is a reference. */
  static Optional<Referent> referent(String word) {
    if (word.charAt(0) != REFERENCE) {
      return Optional.empty();
    }
    String value = word.substring(1 + THING.length());
    return Optional.of(word.startsWith(THING, 1) ? new ThingId(value) : new PlayerId(value));
  }

  String text() {
    return text;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<String> words() {
    return words;
  }

  String word(int index) {
    return words.get(index);
  }

  /** Whose something is, if a word says it: "bea" of "Bea's". */
  Optional<String> owner(int index) {
    Token token = tokens.get(index);
    int apostrophe = token.end() - 2;
    boolean owns =
        apostrophe >= token.start()
            && apostrophe(text.charAt(apostrophe))
            && text.charAt(apostrophe + 1) == 's';
    return owns ? Optional.of(fold(text.substring(token.start(), apostrophe))) : Optional.empty();
  }

  int size() {
    return tokens.size();
  }

  /** The text of some tokens as it was typed. */
  String typed(Span span) {
    return span.isEmpty()
        ? ""
        : text.substring(tokens.get(span.from()).start(), tokens.get(span.to() - 1).end());
  }

  /** The text between the tokens around some tokens, with its signs. */
  String between(int from, int to) {
    int start = from == 0 ? 0 : tokens.get(from - 1).end();
    int end = to == size() ? text.length() : tokens.get(to).start();
    return from == 0 ? text.substring(start, end).strip() : said(text.substring(start, end));
  }

  private static String said(String behind) {
    return SEPARATOR.matcher(behind.strip()).replaceFirst("");
  }

  /** The same text, of which only some tokens count. */
  Sentence only(int from, int to) {
    return new Sentence(text, tokens.subList(from, to));
  }

  /** The text in front of a token. */
  String before(int index) {
    return index < size() ? text.substring(0, tokens.get(index).start()).strip() : text.strip();
  }

  /** The text behind the token before this index. */
  String after(int index) {
    return index == 0 ? text.strip() : said(text.substring(tokens.get(index - 1).end()));
  }

  /** Lower case, without accents and apostrophes. */
  static String fold(String word) {
    if (isPlain(word)) {
      return word;
    }
    if (isAscii(word)) {
      return word.replace("'", "").toLowerCase(Locale.ROOT);
    }
    String plain = Normalizer.normalize(word, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK && !apostrophe(c)) {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Most words are folded as they are typed. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ',';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is nothing in a word that the normaliser could take apart. */
  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String wordOf(String typed) {
    return typed.charAt(0) == REFERENCE ? typed : typed.equals("&") ? "and" : fold(typed);
  }

  /** Where the word ends that begins here; the same place if none begins here. */
  private static int endOfWord(String text, int start) {
    char first = text.charAt(start);
    if (first == ',' || first == '&') {
      return start + 1;
    }
    if (first == REFERENCE) {
      return endOfReference(text, start + 1);
    }
    int end = start;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (letter(c)) {
        end = i + 1;
      } else if (i == start || !insideWord(c)) {
        return end;
      }
    }
    return end;
  }

  private static int endOfReference(String text, int start) {
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean insideWord(char c) {
    return apostrophe(c) || c == '-' || c == '_';
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z')
        || Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '’';
  }

  /** Some tokens of a sentence: from {@code from} to before {@code to}. */
  record Span(int from, int to) {
    boolean isEmpty() {
      return from == to;
    }

    int size() {
      return to - from;
    }
  }
}

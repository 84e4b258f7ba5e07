package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.parse.Sentence.Token;

/**
 * Cuts a line into sentences: at a full stop, a semicolon, a line's end, at "then", and at "and" or
 * a comma where a new command follows a command.
 *
 * <p>Nothing is cut inside double quotes, nor behind a verb of speech: what is said is said to the
 * end of the line. A verb that needs a noun and has none behind it is a noun itself: "take rope and
 * light" is one sentence.
 */
record Splitter(Lexicon lexicon, int limit) {
  private static final String THEN = "then";
  private static final String OPENINGS = "\"“”'‘’:";

  List<String> split(String line) {
    List<String> sentences = new ArrayList<>();
    String rest = line.strip();
    while (!rest.isEmpty() && sentences.size() < limit) {
      Cut cut = cut(rest);
      String sentence = rest.substring(0, cut.end()).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      rest = rest.substring(cut.next()).strip();
    }
    if (!rest.isEmpty()) {
      sentences.add(rest);
    }
    return sentences;
  }

  /** Where a sentence ends, and where the next one begins. */
  private record Cut(int end, int next) {}

  private Cut cut(String text) {
    int stop = stop(text);
    Cut whole = new Cut(text.length(), text.length());
    Sentence sentence = Sentence.of(text.substring(0, stop));
    if (stop == text.length() && !hasJoint(sentence)) {
      return whole;
    }
    if (OPENINGS.indexOf(text.charAt(0)) >= 0 || isSpeech(lexicon.withoutNoise(sentence))) {
      return whole;
    }
    return softCut(sentence).orElse(stop == text.length() ? whole : new Cut(stop, stop + 1));
  }

  /** Whether a text has no sign and no word at which it could be cut. */
  static boolean isOne(String text, Sentence sentence) {
    return !hasJoint(sentence) && stop(text) == text.length();
  }

  private static boolean hasJoint(Sentence sentence) {
    for (String word : sentence.words()) {
      if (English.AND.contains(word) || word.equals(THEN)) {
        return true;
      }
    }
    return false;
  }

  /** Where the first full stop is that is not inside quotes; the text's length if there is none. */
  private static int stop(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && isStop(c)) {
        return i;
      }
    }
    int open = text.lastIndexOf('"');
    return quoted ? firstStop(text, open) : text.length();
  }

  private static boolean isStop(char c) {
    return c == '.' || c == ';' || c == '\n' || c == '\r';
  }

  /** A quotation mark without a partner quotes nothing. */
  private static int firstStop(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isStop(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether the first pattern that the whole sentence fits is of a verb of speech. */
  private boolean isSpeech(Sentence sentence) {
    List<Lexicon.Form> forms =
        sentence.size() == 0 ? List.<Lexicon.Form>of() : lexicon.forms(sentence.word(0));
    return forms.stream().anyMatch(form -> form.verb().speech())
        && forms.stream()
            .filter(form -> !Shape.whole(lexicon, form, sentence).isEmpty())
            .findFirst()
            .map(form -> form.verb().speech())
            .orElse(false);
  }

  private Optional<Cut> softCut(Sentence sentence) {
    List<String> words = sentence.words();
    boolean command = !words.isEmpty() && isCommand(lexicon.withoutNoise(sentence));
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && words.get(i).equals(THEN)) {
        return Optional.of(cutAt(sentence, i));
      }
      if (command && English.AND.contains(words.get(i)) && commandAt(sentence, i + 1)) {
        return Optional.of(cutAt(sentence, i));
      }
    }
    return Optional.empty();
  }

  /** A word in front of a comma may be a name that a verb begins like. */
  private boolean isCommand(Sentence sentence) {
    String word = sentence.word(0);
    boolean addressed = sentence.size() > 1 && sentence.word(1).equals(",");
    return lexicon.isVerb(word)
        || lexicon.direction(word).isPresent()
        || (!addressed && !lexicon.forms(word).isEmpty());
  }

  /** Without the "and" or the comma in front of a "then". */
  private static Cut cutAt(Sentence sentence, int at) {
    int first = at;
    while (first > 0 && English.AND.contains(sentence.word(first - 1))) {
      first--;
    }
    Token separator = sentence.tokens().get(at);
    return new Cut(sentence.tokens().get(first).start(), separator.end());
  }

  /** Whether a command begins here that stands on its own, or goes on. */
  private boolean commandAt(Sentence sentence, int at) {
    int from = at;
    while (from < sentence.size()
        && (English.AND.contains(sentence.word(from)) || sentence.word(from).equals(THEN))) {
      from++;
    }
    if (from == sentence.size()) {
      return false;
    }
    boolean alone = from == sentence.size() - 1 || English.AND.contains(sentence.word(from + 1));
    if (lexicon.direction(sentence.word(from)).isPresent()) {
      return alone;
    }
    return lexicon.isVerb(sentence.word(from))
        && (!alone || lexicon.standsAlone(sentence.word(from)));
  }
}

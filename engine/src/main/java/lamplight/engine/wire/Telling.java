package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What a frame of words says: a bit whether all earlier words are void; for each list of the
 * dictionary how many, and then each word by how far its number is from the one before, how many
 * bytes fall away from the end of the word with the next lower number that the client knows, and
 * which bytes come in their place.
 */
final class Telling {

  private static final int MOST_BYTES = 4 * Dictionary.WORD_CHARS;

  private static final int GAP_ORDER = 0;
  private static final int DROPPED_ORDER = 1;
  private static final int ADDED_ORDER = 2;

  private Telling() {}

  /** Puts at least one word; they are in the order of their lists and numbers. */
  static void put(List<ServerMessage.Dict> words, BitWriter out) {
    out.put(words.get(0).first() ? 1 : 0, 1);
    int at = 0;
    for (Sort list : Sort.values()) {
      int from = at;
      while (at < words.size() && words.get(at).word().list() == list) {
        at++;
      }
      out.number(at - from, 0);
      int next = 0;
      for (ServerMessage.Dict dict : words.subList(from, at)) {
        int number = dict.word().number();
        out.number(number - next, next == 0 ? list.order : GAP_ORDER);
        next = number + 1;
        putText(dict.below().getBytes(UTF_8), dict.word().text().getBytes(UTF_8), out);
      }
    }
  }

  private static void putText(byte[] below, byte[] text, BitWriter out) {
    int differs = Arrays.mismatch(below, text);
    int kept = differs < 0 ? text.length : differs;
    out.number(below.length - kept, DROPPED_ORDER);
    out.number(text.length - kept, ADDED_ORDER);
    for (int i = kept; i < text.length; i++) {
      out.put(text[i] & 0xff, 8);
    }
  }

  /** The words that are put next are known then. */
  static void take(BitReader in, Dictionary.Told words) throws BadLine {
    if (in.take(1) == 1) {
      words.forget();
    }
    for (Sort list : Sort.values()) {
      int count = in.count(0, Dictionary.WORDS);
      int next = 0;
      for (int i = 0; i < count; i++) {
        int number = next + in.count(i == 0 ? list.order : GAP_ORDER, Dictionary.WORDS - 1 - next);
        next = number + 1;
        byte[] text = takeText(words.below(list, number).getBytes(UTF_8), in);
        words.learn(new Word(list, number, Packed.utf8(ByteBuffer.wrap(text))));
      }
    }
  }

  private static byte[] takeText(byte[] below, BitReader in) throws BadLine {
    int kept = below.length - in.count(DROPPED_ORDER, below.length);
    int length = kept + in.count(ADDED_ORDER, MOST_BYTES - kept);
    byte[] text = Arrays.copyOf(below, length);
    for (int i = kept; i < length; i++) {
      text[i] = (byte) in.take(8);
    }
    return text;
  }
}

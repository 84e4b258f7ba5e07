package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lamplight.engine.model.Refusal;

/**
 * How one field of a change is packed into bits. Each way takes the fields that it can give back to
 * the letter, and no others.
 */
interface Packed {

  /** Puts the field; false if this way is not for it: what was put is to be taken back then. */
  boolean put(String field, Sheet out);

  String take(BitReader in, Dictionary.Told words) throws BadLine;

  /** Bytes that are not changed any more. */
  final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** Bits in the making, and the words that they name. */
  final class Sheet {
    private final Dictionary dictionary;
    private final BitWriter bits = new BitWriter();
    private final List<Word> words = new ArrayList<>();

    Sheet(Dictionary dictionary) {
      this.dictionary = dictionary;
    }

    void bits(long value, int count) {
      bits.put(value, count);
    }

    void number(long value, int group) {
      bits.number(value, group);
    }

    boolean word(Sort list, String text) {
      Optional<Word> word = dictionary.word(list, text);
      word.ifPresent(
          known -> {
            number(known.number(), list.group);
            words.add(known);
          });
      return word.isPresent();
    }

    /** Puts all of something, or nothing of it. */
    boolean whole(BooleanSupplier putting) {
      int mark = bits.length();
      int named = words.size();
      boolean put = putting.getAsBoolean();
      if (!put) {
        bits.cut(mark);
        words.subList(named, words.size()).clear();
      }
      return put;
    }

    Body body() {
      return new Body(bits.bytes());
    }

    List<Word> words() {
      return List.copyOf(new LinkedHashSet<>(words));
    }
  }

  /** A word of a list. */
  static Packed word(Sort list) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        return out.word(list, field);
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return words.word(list, in.smallNumber(list.group));
      }
    };
  }

  /** One of a few words that everybody knows: so many bits that all have a number. */
  static Packed oneOf(String... words) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(words.length - 1);
    List<String> all = List.of(words);
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        int index = all.indexOf(field);
        if (index >= 0 && bits > 0) {
          out.bits(index, bits);
        }
        return index >= 0;
      }

      @Override
      public String take(BitReader in, Dictionary.Told told) throws BadLine {
        int index = (int) in.take(bits);
        if (index >= all.size()) {
          throw BadLine.malformed("a frame names a choice that there is not");
        }
        return all.get(index);
      }
    };
  }

  /** One way behind another: a bit says which. */
  static Packed either(Packed first, Packed second) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        return flagged(0, first, field, out) || flagged(1, second, field, out);
      }

      private boolean flagged(int flag, Packed way, String field, Sheet out) {
        return out.whole(
            () -> {
              out.bits(flag, 1);
              return way.put(field, out);
            });
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return in.take(1) == 0 ? first.take(in, words) : second.take(in, words);
      }
    };
  }

  /** A number from 0 below 2 to the power of {@code bits}. */
  static Packed small(int bits) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        Optional<Long> number = canonical(field).filter(value -> value >>> bits == 0);
        number.ifPresent(value -> out.bits(value, bits));
        return number.isPresent();
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return Long.toString(in.take(bits));
      }
    };
  }

  /** Any number of up to 18 digits: the sign is the lowest bit. */
  static Packed number() {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        Optional<Long> number = canonical(field);
        number.ifPresent(value -> out.number((value << 1) ^ (value >> 63), 5));
        return number.isPresent();
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        long folded = in.number(5);
        return Long.toString((folded >>> 1) ^ -(folded & 1));
      }
    };
  }

  private static Optional<Long> canonical(String field) {
    if (field.isEmpty() || field.length() > 18) {
      return Optional.empty();
    }
    try {
      long value = Long.parseLong(field);
      return Long.toString(value).equals(field) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A head that everybody knows, such as {@code in.}, and a rest that is packed its own way. */
  static Packed after(Packed heads, List<String> all, Packed rest) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        for (String head : all) {
          if (field.startsWith(head)) {
            return heads.put(head, out) && rest.put(field.substring(head.length()), out);
          }
        }
        return false;
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return heads.take(in, words) + rest.take(in, words);
      }
    };
  }

  /** A list with a sign between its parts: how many, then each. */
  static Packed list(String sign, Packed part) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        List<String> parts = field.isEmpty() ? List.of() : List.of(field.split(sign, -1));
        out.number(parts.size(), 3);
        return parts.stream().allMatch(one -> part.put(one, out));
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        int count = in.smallNumber(3);
        if (count > Limits.CLIENT_LINE_BYTES) {
          throw BadLine.malformed("a frame has a list that is too long");
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          parts.add(part.take(in, words));
        }
        return String.join(sign, parts);
      }
    };
  }

  /** Two parts with a sign between them. */
  static Packed pair(String sign, Packed left, Packed right) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        int at = field.indexOf(sign);
        return at >= 0
            && left.put(field.substring(0, at), out)
            && right.put(field.substring(at + sign.length()), out);
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return left.take(in, words) + sign + right.take(in, words);
      }
    };
  }

  /** Any text: its bytes. */
  static Packed text() {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        byte[] bytes = field.getBytes(UTF_8);
        out.number(bytes.length, 7);
        for (byte each : bytes) {
          out.bits(each & 0xff, 8);
        }
        return true;
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        int length = in.smallNumber(7);
        if (length > in.remaining()) {
          throw BadLine.malformed("a frame ends within a text");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int i = 0; i < length; i++) {
          bytes.put((byte) in.take(8));
        }
        return utf8(bytes.flip());
      }
    };
  }

  /** What the bytes say. */
  static String utf8(ByteBuffer bytes) throws BadLine {
    try {
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new BadLine(Refusal.BAD_ENCODING, "a line is UTF-8");
    }
  }
}

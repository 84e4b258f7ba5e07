package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import lamplight.engine.model.Refusal;

/**
 * How one field of a change is packed into bits. Each way takes the fields that it can give back to
 * the letter, and no others.
 */
interface Packed {

  /** Puts the field; false if this way is not for it: what was put is to be taken back then. */
  boolean put(String field, Sheet out);

  String take(BitReader in, Dictionary.Told words) throws BadLine;

  /** A word of a list. */
  static Packed word(Sort list) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        return out.word(list, field);
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return words.word(list, in.number(list.order));
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
        if (index >= 0) {
          out.bits.put(index, bits);
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
        int mark = out.bits.length();
        int named = out.words.size();
        out.bits.put(flag, 1);
        if (way.put(field, out)) {
          return true;
        }
        out.bits.cut(mark);
        out.words.subList(named, out.words.size()).clear();
        return false;
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
        int number = natural(field);
        boolean fits = number >= 0 && number >>> bits == 0;
        if (fits) {
          out.bits.put(number, bits);
        }
        return fits;
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return Long.toString(in.take(bits));
      }
    };
  }

  /** A number of up to nine digits without a sign. */
  static Packed count(int order) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        int number = natural(field);
        if (number >= 0) {
          out.bits.number(number, order);
        }
        return number >= 0;
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        return Integer.toString(in.number(order));
      }
    };
  }

  /** The same, and the sign behind it in a bit. */
  static Packed signed(int order) {
    return new Packed() {
      @Override
      public boolean put(String field, Sheet out) {
        boolean negative = field.startsWith("-");
        int number = natural(negative ? field.substring(1) : field);
        boolean fits = number > 0 || (number == 0 && !negative);
        if (fits) {
          out.bits.number(number, order);
          out.bits.put(negative ? 1 : 0, 1);
        }
        return fits;
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        int number = in.number(order);
        return Integer.toString(in.take(1) == 1 ? -number : number);
      }
    };
  }

  /** What the digits say; -1 if they are not what that number is written with. */
  private static int natural(String digits) {
    int length = digits.length();
    if (length == 0 || length > 9 || (length > 1 && digits.charAt(0) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < length; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
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
        out.bits.number(parts.size(), 2);
        return parts.stream().allMatch(one -> part.put(one, out));
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        int count = in.count(2, Limits.CLIENT_LINE_BYTES);
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
        out.bits.number(bytes.length, 5);
        for (byte each : bytes) {
          out.bits.put(each & 0xff, 8);
        }
        return true;
      }

      @Override
      public String take(BitReader in, Dictionary.Told words) throws BadLine {
        int length = in.count(5, in.remaining());
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

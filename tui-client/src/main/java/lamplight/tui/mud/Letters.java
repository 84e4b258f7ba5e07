package lamplight.tui.mud;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Bytes to letters, one at a time: UTF-8, and whatever is none is taken for the Windows-1252 that
 * old servers send, so that no byte is lost and none shifts the others. Back goes what came last.
 */
final class Letters {
  /** What Windows-1252 has in place of the control characters 80 to 9F; 0 where it has nothing. */
  private static final String WINDOWS = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

  private static final Charset OLD = Charset.forName("windows-1252");

  private static final int MOST_BYTES = 4;

  private final IntConsumer out;
  private final int[] pending = new int[MOST_BYTES];
  private int count;
  private int wanted;
  private Charset heard = StandardCharsets.UTF_8;

  Letters(IntConsumer out) {
    this.out = out;
  }

  void accept(byte octet) {
    int value = octet & 0xFF;
    boolean continues = (value & 0xC0) == 0x80;
    if (wanted > 0 && continues) {
      pending[count++] = value;
      if (count == wanted) {
        finish();
      }
      return;
    }
    flush();
    wanted = length(value);
    if (wanted > 1) {
      pending[count++] = value;
    } else {
      wanted = 0;
      out.accept(value < 0x80 ? value : single(value));
    }
  }

  /** Letters to bytes, as the other side writes those that are not ASCII. */
  byte[] bytes(String letters) {
    return letters.getBytes(heard);
  }

  /** Gives what stands unfinished as single bytes. */
  void flush() {
    for (int i = 0; i < count; i++) {
      out.accept(single(pending[i]));
    }
    count = 0;
    wanted = 0;
  }

  private void finish() {
    int codePoint = pending[0] & (0xFF >> (wanted + 1));
    for (int i = 1; i < wanted; i++) {
      codePoint = codePoint << 6 | (pending[i] & 0x3F);
    }
    boolean shortest = codePoint >= (wanted == 2 ? 0x80 : wanted == 3 ? 0x800 : 0x10000);
    boolean letter =
        shortest
            && codePoint <= Character.MAX_CODE_POINT
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    if (letter) {
      count = 0;
      wanted = 0;
      heard = StandardCharsets.UTF_8;
      out.accept(codePoint);
    } else {
      flush();
    }
  }

  /** How many bytes a letter has that begins so; 1 if none begins so. */
  private static int length(int first) {
    return first >= 0xC2 && first < 0xE0
        ? 2
        : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 1;
  }

  private int single(int value) {
    heard = OLD;
    int other = value >= 0x80 && value < 0xA0 ? WINDOWS.charAt(value - 0x80) : 0;
    return other == 0 ? value : other;
  }
}

package lamplight.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lamplight.tui.state.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDecoderTest {
  private static List<Key> keys(String bytes) {
    List<Key> keys = new ArrayList<>();
    KeyDecoder decoder = new KeyDecoder(keys::add, unused -> {});
    for (byte b : bytes.getBytes(StandardCharsets.UTF_8)) {
      decoder.take(b & 0xff);
    }
    decoder.pause();
    return keys;
  }

  private static Key special(Key.Name name) {
    return new Key.Special(name);
  }

  private static Arguments row(String bytes, Key... keys) {
    return Arguments.of(bytes, List.of(keys));
  }

  static Stream<Arguments> sequences() {
    return Stream.of(
        row("a", new Key.Typed("a")),
        row("é茶🍵", new Key.Typed("é"), new Key.Typed("茶"), new Key.Typed("🍵")),
        row("\r", special(Key.Name.ENTER)),
        row("\n", special(Key.Name.ENTER)),
        row("\r\n", special(Key.Name.ENTER)),
        row("\r\0", special(Key.Name.ENTER)),
        row("\r\r", special(Key.Name.ENTER), special(Key.Name.ENTER)),
        row("\rt", special(Key.Name.ENTER), new Key.Typed("t")),
        row("\t", special(Key.Name.TAB)),
        row("\u007f", special(Key.Name.BACKSPACE)),
        row("\b", special(Key.Name.BACKSPACE)),
        row("\u0001\u0017", new Key.Ctrl('a'), new Key.Ctrl('w')),
        row("\u001b", special(Key.Name.ESCAPE)),
        row("\u001b\u001b", special(Key.Name.ESCAPE), special(Key.Name.ESCAPE)),
        row("\u001bx", new Key.Alt("x")),
        row("\u001bé", new Key.Alt("é")),
        row("\u001b[A", special(Key.Name.UP)),
        row("\u001bOA", special(Key.Name.UP)),
        row("\u001b[1;5C", new Key.Special(Key.Name.RIGHT, true, false, false)),
        row("\u001b[1;3D", new Key.Special(Key.Name.LEFT, false, true, false)),
        row("\u001b[Z", new Key.Special(Key.Name.TAB, false, false, true)),
        row("\u001b[5~", special(Key.Name.PAGE_UP)),
        row("\u001b[6;5~", new Key.Special(Key.Name.PAGE_DOWN, true, false, false)),
        row("\u001b[H\u001b[4~", special(Key.Name.HOME), special(Key.Name.END)),
        row("\u001bOP\u001b[12~", special(Key.Name.F1), special(Key.Name.F2)),
        row("\u001b[<64;10;5M\u001b[<65;150;5M", new Key.Wheel(-1, 9, 4), new Key.Wheel(1, 149, 4)),
        row("\u001b[<0;1;1M\u001b[<0;1;1m", new Key.Click(0, 0)),
        row(
            "\u001b[200~take\rthe lamp é\u001b[201~x",
            new Key.Pasted("take\rthe lamp é"),
            new Key.Typed("x")),
        row("\u001b[?1;2c", new Key[0]),
        row("\u001b[99~a", new Key.Typed("a")));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void bytesAreTheKeysThatWerePressed(String bytes, List<Key> keys) {
    assertThat(keys(bytes)).isEqualTo(keys);
  }

  @Test
  void aSequenceMayComeInPiecesWithoutAPause() {
    List<Key> keys = new ArrayList<>();
    KeyDecoder decoder = new KeyDecoder(keys::add, unused -> {});
    decoder.take(0x1b);
    assertThat(decoder.isOpen()).isTrue();
    decoder.take('[');
    decoder.take('A');
    assertThat(decoder.isOpen()).isFalse();
    assertThat(keys).containsExactly(special(Key.Name.UP));
  }

  @Test
  void brokenUtf8IsDroppedAndWhatFollowsIsNot() {
    List<Key> keys = new ArrayList<>();
    KeyDecoder decoder = new KeyDecoder(keys::add, unused -> {});
    for (int b : new int[] {0xc3, 'a', 0x80, 0xff, 'b', 0xe8, 0x8c, '\r'}) {
      decoder.take(b);
    }
    assertThat(keys)
        .containsExactly(new Key.Typed("a"), new Key.Typed("b"), special(Key.Name.ENTER));
  }

  @Test
  void anEndlessPasteIsHeldInBounds() {
    List<Key> keys = new ArrayList<>();
    KeyDecoder decoder = new KeyDecoder(keys::add, unused -> {});
    "\u001b[200~".chars().forEach(decoder::take);
    for (int i = 0; i < 3 * KeyDecoder.MOST_PASTED_BYTES; i++) {
      decoder.take('x');
    }
    "\u001b[201~".chars().forEach(decoder::take);
    assertThat(keys)
        .singleElement()
        .satisfies(
            key ->
                assertThat(((Key.Pasted) key).text().length())
                    .isLessThanOrEqualTo(KeyDecoder.MOST_PASTED_BYTES));
  }

  @Test
  void anyBytesAtAllAreSurvived() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<Key> keys = new ArrayList<>();
      KeyDecoder decoder = new KeyDecoder(keys::add, unused -> {});
      for (int i = 0; i < 5_000; i++) {
        decoder.take(
            random.nextInt(4) == 0
                ? "\u001b[<~;M0".charAt(random.nextInt(7))
                : random.nextInt(256));
      }
      "\u001b[201~".chars().forEach(decoder::take);
      decoder.pause();
      keys.clear();
      decoder.take('a');
      assertThat(keys).as("seed " + seed).containsExactly(new Key.Typed("a"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[?69;2$y,true,false",
    "[?69;1$y,true,false",
    "[?69;0$y,false,false",
    "[3;4R,false,true",
    "[3;2R,false,false",
    "[?69;2$y\u001b[3;4R,true,true"
  })
  void whatTheTerminalAnswersIsNoKey(String answer, boolean margins, boolean repeats) {
    List<Key> keys = new ArrayList<>();
    List<Answers> answers = new ArrayList<>();
    KeyDecoder decoder = new KeyDecoder(keys::add, answers::add);
    ("\u001b" + answer).chars().forEach(decoder::take);
    assertThat(keys).isEmpty();
    assertThat(answers).last().isEqualTo(new Answers(margins, repeats));
  }
}

package lamplight.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Refusal;
import lamplight.engine.play.Input;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRecordTest {

  private static final PlayerId BEA = new PlayerId("bea");
  private static final PlayerId DAN = new PlayerId("dan");

  /** One of every kind of line, with what is hard to write. */
  private static final JournalRecord SAMPLE =
      new JournalRecord(
          17,
          1_700_000_000_123L,
          List.of(
              new Input.Command(BEA, "say 100%: a %3A \t here "),
              new Input.Debug(BEA, "#goto barn"),
              new Input.Join(BEA, "Béa"),
              new Input.Leave(BEA),
              new Input.Lose(BEA),
              new Input.Return(BEA, true),
              new Input.Return(BEA, false),
              new Input.Lose(BEA, true),
              new Input.Displaced(BEA),
              new Input.Return(BEA, true, true),
              new Input.Return(BEA, false, true),
              new Input.Pass(1000)),
          List.of(Entry.of("THING", "lamp", "place=held bea"), Entry.of("FIRED", "a: b")),
          List.of(new Key("SEEN", "bea.lamp"), new Key("FIRED", "c:d%")),
          List.of(
              new Said<>(
                  BEA,
                  new ServerMessage.Text(
                      104,
                      TextKind.RESULT,
                      new Line(
                          List.of(
                              Span.plain("You {take} "),
                              new Span(Span.Kind.ITEM, "lamp", "the lamp"))))),
              new Said<>(BEA, new ServerMessage.Text(105, TextKind.RESULT, Line.EMPTY)),
              new Said<>(DAN, new ServerMessage.Text(7, TextKind.RESULT, Line.EMPTY)),
              new Said<>(DAN, new ServerMessage.Text(9, TextKind.EVENT, Line.EMPTY)),
              new Said<>(DAN, new ServerMessage.Text(10, TextKind.RESULT, Line.EMPTY))),
          List.of(
              new Said<>(BEA, new ServerMessage.Ok(4)),
              new Said<>(
                  BEA,
                  new ServerMessage.Refused(
                      OptionalLong.of(5), Refusal.DOOR_LOCKED, "It is locked: pity. "))),
          new StateHash(0x1ef11ed7));

  @Test
  void the_sample_has_every_kind_of_input() {
    assertThat(SAMPLE.inputs())
        .extracting(input -> (Object) input.getClass())
        .contains((Object[]) Input.class.getPermittedSubclasses());
  }

  @Test
  void a_record_is_read_as_it_was_written() {
    assertThat(JournalRecord.read(SAMPLE.write())).isEqualTo(SAMPLE);
  }

  @Test
  void a_record_can_be_read_by_a_person() {
    assertThat(SAMPLE.write().lines())
        .anyMatch(line -> line.matches("record 17 1700000000123 1ef11ed7 [0-9a-f]{8}"))
        .contains(
            "+ THING:lamp:place=held bea",
            "- SEEN:bea.lamp",
            "t bea TEXT#104:result:You {{take} {item:lamp|the lamp}",
            "a bea OK#4");
  }

  @Test
  void a_line_that_several_were_told_is_written_once() {
    assertThat(SAMPLE.write().lines().filter(line -> line.matches("[t=] .*")))
        .containsExactly(
            "t bea TEXT#104:result:You {{take} {item:lamp|the lamp}",
            "t bea TEXT#105:result:",
            "= dan#7 1",
            "t dan TEXT#9:event:",
            "= dan#10 1");
  }

  @Test
  void a_record_that_has_such_a_line_for_each_of_them_is_read_too() {
    String before = "t bea TEXT#1:speech:Hello.\nt dan TEXT#8:speech:Hello.\n= cy#3 1\n= cy#4 0\n";
    assertThat(JournalRecord.read(whole(before)).told())
        .extracting(said -> said.to() + " " + said.message().number())
        .containsExactly("bea 1", "dan 8", "cy 3", "cy 4");
  }

  @Test
  void a_record_of_which_a_part_was_written_is_none() {
    String whole = SAMPLE.write();
    for (int end = 0; end < whole.length(); end++) {
      String torn = whole.substring(0, end);
      assertThatThrownBy(() -> JournalRecord.read(torn))
          .as(torn)
          .isInstanceOf(RuntimeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "record",
        "record 1 2 00000000 00000001",
        "recording 1 2 00000000 00000000",
        "record one 2 00000000 00000000",
        "record 1 2 nohash 00000000"
      })
  void what_is_no_record_is_refused(String text) {
    assertThatThrownBy(() -> JournalRecord.read(text)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "? what",
        "+ THING",
        "> DANCE:bea:x",
        "> PASS",
        "t bea OK#3",
        "a bea WHAT:x",
        "t bea",
        "= bea#1 0",
        "= bea#1",
        "= bea",
        "t bea TEXT#1:speech:Hello.\n= #2 0",
        "t bea TEXT#1:speech:Hello.\n= dan#2 1",
        "t bea TEXT#1:speech:Hello.\n= dan#2 -1",
        "t bea TEXT#1:speech:Hello.\n= dan#x 0",
        "t bea TEXT#1:speech:Hello.\n= dan# 0",
        ""
      })
  void a_line_that_belongs_to_no_record_is_refused(String line) {
    String record = whole(line + "\n");
    assertThatThrownBy(() -> JournalRecord.read(record)).isInstanceOf(RuntimeException.class);
  }

  /** Lines as a record with a checksum that is right. */
  private static String whole(String lines) {
    CRC32 crc = new CRC32();
    crc.update(lines.getBytes(UTF_8));
    String checksum = HexFormat.of().toHexDigits((int) crc.getValue());
    return "record 1 2 00000000 " + checksum + "\n" + lines;
  }

  private static JournalRecord record(long sequence, String hash, String... puts) {
    return new JournalRecord(
        sequence,
        5,
        List.of(),
        List.of(puts).stream().map(Entry::parse).toList(),
        List.of(),
        List.of(),
        List.of(),
        StateHash.parse(hash));
  }

  @Test
  void records_are_put_one_on_another_and_proved() throws Recovery.Damaged {
    Entries expected = new Entries();
    expected.put(Entry.parse("A:b:c"));
    String first = expected.hash().toString();
    expected.put(Entry.parse("A:b:d"));
    Recovery recovery = new Recovery();
    recovery.add(record(1, first, "A:b:c"));
    recovery.add(record(2, expected.hash().toString(), "A:b:d"));
    assertThat(recovery.sequence()).isEqualTo(2);
    assertThat(recovery.entries().all()).containsExactly(Entry.parse("A:b:d"));
  }

  @Test
  void a_gap_or_a_wrong_hash_is_damage() {
    assertThatThrownBy(() -> new Recovery().add(record(2, "0")))
        .isInstanceOf(Recovery.Damaged.class)
        .hasMessage("record 2 follows record 0");
    assertThatThrownBy(() -> new Recovery().add(record(1, "12345678")))
        .isInstanceOf(Recovery.Damaged.class)
        .hasMessageContaining("12345678");
  }
}

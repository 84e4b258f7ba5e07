package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import lamplight.engine.archive.Export;
import lamplight.engine.archive.ExportException;
import lamplight.engine.archive.Exported;
import lamplight.engine.archive.History;
import lamplight.engine.archive.Search;
import lamplight.engine.archive.Transcript;
import lamplight.engine.archive.When;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Input;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Scribe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Games as files, and copies of games: what travels, what does not, and what is refused. */
class TravelTest {
  private static Host host;
  private static SessionId session;
  private static String words;

  @BeforeAll
  static void play() throws Exception {
    host = new Host();
    try (Peer bea = new Peer(host.telnet());
        Peer al = new Peer(host.telnet())) {
      String heard = bea.say("Bea", "new yard tea").hear("\n> ");
      words = heard.replaceAll("(?s).*resume ([a-z]+-[a-z]+-[a-z]+).*", "$1");
      session = host.gateway().sessions().get(0).id();
      al.say("Al", "join " + session + " tea").hear("\n> ");
      bea.say("take bucket").hear("\n> ");
      bea.say("say my words are " + words).hear("\n> ");
      al.hear("my words are");
    }
  }

  @AfterAll
  static void close() {
    host.close();
    assertThat(host.reports()).isEmpty();
  }

  private static byte[] export(SessionId id) throws RefusedException {
    return host.gateway().scribe().export(host.gateway().session(id).orElseThrow()).bytes().array();
  }

  private static String inside(byte[] file) throws IOException {
    int end = new String(file, StandardCharsets.ISO_8859_1).indexOf('\n');
    byte[] body = Arrays.copyOfRange(file, end + 1, file.length);
    return new String(
        new InflaterInputStream(new ByteArrayInputStream(body)).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  /** An export with a first line that is right, whatever is inside. */
  private static byte[] enclose(String inside) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(body)) {
      deflater.write(inside.getBytes(StandardCharsets.UTF_8));
    }
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(body.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String head = "lamplight-session 1 " + body.size() + " " + HexFormat.of().formatHex(sum) + "\n";
    file.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(body.toByteArray());
    return file.toByteArray();
  }

  private Scribe.Copied adopt(byte[] file) throws RefusedException {
    return host.gateway().scribe().adopt("x.lamplight", file, Optional.empty());
  }

  private String resumed(Scribe.Copied copy) throws IOException {
    String key =
        copy.seats().stream()
            .filter(seat -> seat.name().equals("Bea"))
            .map(SeatSecrets.Key::words)
            .findFirst()
            .orElseThrow();
    try (Peer bea = new Peer(host.sync())) {
      return bea.say("RESUME:" + copy.session() + ":" + key).hear("END\n");
    }
  }

  @Test
  void a_game_goes_on_elsewhere_with_its_seats_and_new_words() throws Exception {
    Scribe.Copied copy = adopt(export(session));

    assertThat(copy.session()).isNotEqualTo(session);
    assertThat(copy.seats()).extracting(SeatSecrets.Key::name).containsExactly("Bea", "Al");
    assertThat(resumed(copy)).contains("ITEM:bucket:bea:-");
    assertThat(host.gateway().session(copy.session()).orElseThrow().locked()).isFalse();
    assertThat(resumed(adopt(export(copy.session())))).contains("ITEM:bucket:bea:-");
  }

  @Test
  void a_damaged_game_can_be_taken_back_to_before_the_damage() throws Exception {
    List<JournalRecord> history = Exported.of(export(session)).records();
    List<JournalRecord> damaged = new ArrayList<>(history);
    damaged.remove(3);
    assertThat(found(damaged, "3")).isEqualTo(3);
    assertThatThrownBy(() -> found(damaged, "5")).isInstanceOf(Recovery.Damaged.class);
  }

  private static long found(List<JournalRecord> history, String step) throws Exception {
    When when = When.read(step, ZonedDateTime.now(ZoneOffset.UTC)).orElseThrow();
    Search search = new Search(when, ZoneOffset.UTC);
    for (JournalRecord record : history) {
      if (!search.goOn(record)) {
        break;
      }
    }
    return search.step();
  }

  private static List<JournalRecord> records(SessionId session) throws RefusedException {
    List<JournalRecord> records = new ArrayList<>();
    host.gateway().scribe().records(session, records::add);
    return records;
  }

  @Test
  void nothing_that_opens_a_seat_travels() throws Exception {
    String inside = inside(export(session));

    assertThat(inside).contains("say my words are ***-***-***").doesNotContain(words);
    assertThat(inside).doesNotContain("password=", "words=", "token=");
  }

  @Test
  void a_copy_keeps_the_password_and_has_words_of_its_own() throws Exception {
    Scribe.Copied copy = host.gateway().scribe().copy(session, Optional.empty());

    assertThat(resumed(copy)).contains("ITEM:bucket:bea:-");
    try (Peer cat = new Peer(host.sync())) {
      cat.say("JOIN:" + copy.session() + ":Cat").hear("ERROR:wrong_password:");
      cat.say("RESUME:" + copy.session() + ":" + words).hear("ERROR:wrong_token:");
    }
  }

  @Test
  void a_game_goes_back_to_a_step() throws Exception {
    long taken =
        records(session).stream()
            .filter(record -> record.inputs().toString().contains("take bucket"))
            .mapToLong(JournalRecord::sequence)
            .findFirst()
            .orElseThrow();

    Scribe.Copied copy =
        host.gateway().scribe().copy(session, Optional.of(Long.toString(taken - 1)));

    assertThat(copy.step()).isEqualTo(taken - 1);
    assertThat(resumed(copy)).contains("ITEM:bucket:-:");
    Transcript transcript = new Transcript(ZoneOffset.UTC);
    assertThat(records(copy.session()).stream().map(transcript::next).flatMap(List::stream))
        .noneMatch(line -> line.contains("take bucket"));
  }

  @ParameterizedTest
  @CsvSource({
    "v999, it has come to step",
    "999, it has come to step",
    "0, goes back to step 1",
    "2001-01-01T00:00, goes back to step 1",
    "soon, --to takes a step such as 37"
  })
  void moments_that_there_are_not_are_named(String moment, String words) {
    assertThatThrownBy(() -> host.gateway().scribe().copy(session, Optional.of(moment)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  @Test
  void of_a_game_that_is_too_long_the_newest_part_travels() throws Exception {
    SessionId copy = host.gateway().scribe().copy(session, Optional.empty()).session();
    List<JournalRecord> kept = records(copy);
    History longer = visitor -> tell(kept, 12_000, visitor);
    Export.About about = new Export.About("x-1", "yard", "The Yard", 1);

    Export.File file = Export.of(about, longer, Optional.empty());

    assertThat(file.whole()).isFalse();
    long newest = kept.size() + 12_000L;
    Exported exported = Exported.of(file.bytes().array());
    long[] seen = new long[3];
    exported.read(
        (record, after) -> {
          seen[0] = seen[0] == 0 ? record.sequence() : seen[0];
          seen[1] = record.sequence();
          seen[2]++;
        });
    assertThat(seen).containsExactly(file.first(), newest, newest - file.first() + 1);
    assertThat(seen[2]).as("most of a file is used").isGreaterThan(8_000);
    Scribe.Copied adopted = adopt(file.bytes().array());
    assertThat(adopted.step()).isEqualTo(newest);
    assertThat(resumed(adopted)).contains("ITEM:bucket:bea:-");
    Export.File again = host.gateway().scribe().export(summary(adopted.session()));
    assertThat(again.first()).isEqualTo(file.first());
    assertThat(again.whole()).isTrue();
  }

  private static SessionSummary summary(SessionId id) {
    return host.gateway().session(id).orElseThrow();
  }

  /** A history, and behind it records with some 6,000 bytes that stand for a game that goes on. */
  private static void tell(List<JournalRecord> first, int more, Exported.Visitor visitor)
      throws ExportException, Recovery.Damaged {
    Chain chain = new Chain();
    for (JournalRecord record : first) {
      chain.follow(record);
      visitor.record(record, chain);
    }
    List<Input> inputs =
        List.of(new Input.Command(new PlayerId("bea"), "say " + "so ".repeat(1_900)));
    for (long n = 1; n <= more; n++) {
      JournalRecord record =
          new JournalRecord(
              first.size() + n,
              chain.at(),
              inputs,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              chain.entries().hash());
      chain.follow(record);
      visitor.record(record, chain);
    }
  }

  @Test
  void a_deleted_game_is_gone_and_its_export_is_not() throws Exception {
    SessionId copy = host.gateway().scribe().copy(session, Optional.empty()).session();
    byte[] file = export(copy);

    host.gateway().orders().delete(copy, "Over.");

    assertThat(host.gateway().session(copy)).isEmpty();
    assertThat(resumed(adopt(file))).contains("ITEM:bucket:bea:-");
  }

  @Test
  void a_file_that_was_changed_anywhere_is_refused() throws Exception {
    byte[] file = export(session);
    for (int at = 0; at < file.length; at++) {
      byte[] flipped = file.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      assertRefused(flipped);
    }
    for (int length = 0; length < file.length; length += 7) {
      assertRefused(Arrays.copyOf(file, length));
    }
    assertRefused(Arrays.copyOf(file, file.length + 1));
  }

  private static void assertRefused(byte[] file) {
    assertThatThrownBy(() -> Exported.of(file).read((record, after) -> {}))
        .isInstanceOf(ExportException.class)
        .hasMessageNotContaining("null");
  }

  @Test
  void whatever_is_inside_is_read_or_refused() throws Exception {
    String inside = inside(export(session));
    Random random = new Random(5);
    for (int n = 0; n < 400; n++) {
      StringBuilder changed = new StringBuilder(inside);
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.setCharAt(at, (char) random.nextInt(128));
        case 1 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(200)));
        case 2 -> changed.insert(at, inside, at, Math.min(inside.length(), at + 50));
        default -> changed.insert(at, "\n");
      }
      byte[] file = enclose(changed.toString());
      assertThatCode(() -> tryToAdopt(file)).as("run %d", n).doesNotThrowAnyException();
    }
  }

  private void tryToAdopt(byte[] file) {
    try {
      host.gateway().orders().delete(adopt(file).session(), "Tried.");
    } catch (RefusedException e) {
      assertThat(e.words()).startsWith("x.lamplight cannot be imported: ").hasSizeLessThan(2_000);
    }
  }

  private String refusal(byte[] file) {
    try {
      return "imported as " + adopt(file);
    } catch (RefusedException e) {
      return e.words();
    }
  }

  @Test
  void each_refusal_says_what_is_wrong() throws Exception {
    byte[] file = export(session);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String inside = inside(file);

    assertThat(refusal(new byte[0])).contains("no export of a Lamplight game");
    assertThat(refusal("PK\u0003\u0004 a zip".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("no export of a Lamplight game");
    assertThat(
            refusal(text.replace("session 2", "session 3").getBytes(StandardCharsets.ISO_8859_1)))
        .contains("made by a newer Lamplight (format 3, this one reads 2)");
    assertThat(
            refusal(text.replace("session 2", "session 1").getBytes(StandardCharsets.ISO_8859_1)))
        .startsWith("imported as ");
    assertThat(refusal(Arrays.copyOf(file, file.length / 2))).contains("cut short");
    assertThat(refusal(new byte[Exported.FILE_BYTES + 1])).contains("an export has at most");
    assertThat(refusal(elsewhere(inside)))
        .contains("its world \"moon\" is not on this server", "name it with --worlds");
    assertThat(refusal(enclose(inside.replace("\nend ", "\nend 9"))))
        .contains("does not end as it was written");
    assertThat(refusal(enclose(inside.replace("record 2 ", "record 3 "))))
        .contains("record 3 follows record 1");
  }

  /** The first record alone, of another world, with hashes that are right. */
  private static byte[] elsewhere(String inside) throws Exception {
    JournalRecord first =
        JournalRecord.read(
            inside.substring(inside.indexOf("record 1 "), inside.indexOf("record 2 ")));
    var puts =
        first.puts().stream()
            .map(
                entry ->
                    entry.kind().equals("SESSION")
                        ? lamplight.engine.sync.Entry.of("SESSION", "-", "world=moon")
                        : entry)
            .toList();
    var hash = lamplight.engine.sync.EntrySet.of(puts).hash();
    JournalRecord moon =
        new JournalRecord(
            1,
            first.at(),
            first.inputs(),
            puts,
            first.gone(),
            first.told(),
            first.answered(),
            hash);
    return enclose("about x-1 moon 1 The Moon\n" + moon.write() + "end 1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'+ A:b%n', a record is too long",
    "x, a line is too long",
    "'t bea TEXT#1:room:%s%n', a record is too long"
  })
  void what_inflates_without_end_is_refused(String line, String words) throws Exception {
    String head = "about x-1 yard 1 The Yard\nrecord 1 1 00000000 00000000\n";
    String bomb =
        line.formatted("y".repeat(500))
            .repeat((20 << 20) / line.formatted("y".repeat(500)).length());
    assertThat(refusal(enclose(head + bomb))).contains(words);
  }

  @Test
  void a_long_line_that_very_many_were_told_is_refused() throws Exception {
    String inside = inside(export(session));
    String more = "t bea TEXT#1:room:" + "y".repeat(1 << 19) + "\n" + "= bea#2 0\n".repeat(40);
    CRC32 crc = new CRC32();
    crc.update(more.getBytes(StandardCharsets.UTF_8));
    String record = "record 1 1 00000000 " + HexFormat.of().toHexDigits((int) crc.getValue());
    String about = inside.substring(0, inside.indexOf('\n') + 1);
    assertThat(refusal(enclose(about + record + "\n" + more + "end 1\n")))
        .contains("it tells too much");
  }

  @Test
  void more_than_the_budget_is_not_inflated() throws Exception {
    String change = "ROOM:yard:" + "y".repeat(2_000) + "\n";
    String inside = inside(export(session));
    String view = "view bea 1 1 00000000 35000\n" + change.repeat(35_000);
    String begin = inside.substring(0, inside.indexOf("\nend ") + 1);
    assertThat(refusal(enclose(begin + view))).contains("inflates to more than 67108864 bytes");
  }
}

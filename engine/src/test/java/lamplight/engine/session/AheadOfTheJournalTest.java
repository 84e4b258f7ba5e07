package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import lamplight.engine.archive.Transcript;
import lamplight.engine.store.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A look around is told before it is written. If the server dies just then, its reader has lines
 * that the journal does not know, and whose numbers it gives out again.
 */
class AheadOfTheJournalTest {

  private final House house = new House(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void what_was_told_meanwhile_comes_behind_what_the_client_has(int crashes) {
    House.Plug bea = house.plug().say("CREATE:toy:Bea");
    String[] seatOfBea = bea.seat();
    House.Plug al = house.plug().say("JOIN:" + seatOfBea[1] + ":Al");
    String[] seatOfAl = al.seat();
    bea.hears();
    house.slowDisk = true;
    bea.say("CMD:look", "CMD:look");
    long read = numbers(bea.hears()).stream().max(Long::compare).orElseThrow();

    for (int crash = 1; crash <= crashes; crash++) {
      house.crash();
      house.slowDisk = false;
      al = house.plug().say("RESUME:" + seatOfAl[1] + ":" + seatOfAl[3]);
      seatOfAl = al.seat();
      al.say("CMD:shout crash " + crash);
    }
    bea = house.plug().say("RESUME:" + seatOfBea[1] + ":" + seatOfBea[3] + ":::" + read);

    List<String> heard = bea.hears().stream().filter(line -> line.startsWith("TEXT#")).toList();
    List<String> expected = new ArrayList<>();
    for (int crash = 1; crash <= crashes; crash++) {
      expected.add("TEXT#" + ++read + ":speech:al: crash " + crash);
      expected.add("TEXT#" + ++read + ":speech:");
    }
    assertThat(heard).isEqualTo(expected);
    Transcript transcript = new Transcript(ZoneOffset.UTC);
    List<JournalRecord> journal = house.disks.values().iterator().next().journal();
    assertThat(journal.stream().map(transcript::next).flatMap(List::stream))
        .as("the journal has them twice, and its readers once")
        .filteredOn(line -> line.contains("bea: al: crash"))
        .hasSize(crashes);
  }

  @Test
  void what_others_read_of_a_command_is_written_before() {
    House.Plug bea = house.plug().say("CREATE:toy:Bea");
    House.Plug al = house.plug().say("JOIN:" + bea.seat()[1] + ":Al");
    bea.hears();
    al.hears();
    house.slowDisk = true;
    al.say("CMD#1:look");
    assertThat(al.hears()).as("is nobody else's").contains("OK#1");
    al.say("CMD#2:shout hello");
    assertThat(bea.hears()).isEmpty();
    assertThat(al.hears()).isEmpty();
    house.write(Integer.MAX_VALUE);
    assertThat(bea.hears()).anyMatch(line -> line.endsWith(":speech:al: hello"));
    assertThat(al.hears()).contains("OK#2");
  }

  private static List<Long> numbers(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("TEXT#"))
        .map(line -> Long.parseLong(line.substring(5, line.indexOf(':'))))
        .toList();
  }
}

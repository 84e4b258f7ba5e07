package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a seat remembers for its player's clients. */
class SeatSettingsTest {
  private final House house = new House(5);

  private final House.Plug bea = house.plug();

  private String[] seated() {
    bea.say("CREATE:toy:Bea");
    String[] seat = bea.seat();
    house.pass(1000);
    bea.said.clear();
    return seat;
  }

  private static List<String> settings(House.Plug plug) {
    return plug.hears().stream().filter(line -> line.startsWith("SETTING")).toList();
  }

  @Test
  void whatIsSetIsToldAfterEachReturnAlsoAfterTheServerDied() {
    String[] seat = seated();
    assertThat(bea.say("SET:width:70", "SET:colour:256", "SET:gone:x", "SET:gone:").hears())
        .isEmpty();
    bea.drop();
    House.Plug again = house.plug().say("RESUME:" + seat[1] + ":" + seat[3]);
    String token = again.seat()[3];
    assertThat(settings(again)).containsExactly("SETTING:colour:256", "SETTING:width:70");
    house.crash();
    House.Plug after = house.plug().say("RESUME:" + seat[1] + ":" + token);
    assertThat(settings(after)).containsExactly("SETTING:colour:256", "SETTING:width:70");
  }

  @Test
  void aSnapshotHasThemToo() {
    String[] seat = seated();
    bea.say("SET:prompt:a;b\\c=");
    house.snapshot();
    house.crash();
    assertThat(settings(house.plug().say("RESUME:" + seat[1] + ":" + seat[3])))
        .containsExactly("SETTING:prompt:a;b\\c=");
  }

  @Test
  void othersAreNotTold() {
    String[] seat = seated();
    House.Plug al = house.plug().say("JOIN:" + seat[1] + ":Al");
    bea.say("SET:width:70");
    assertThat(settings(al)).isEmpty();
  }

  @Test
  void theWorldSaysWhatIsBriefAndNobodyElse() {
    String[] seat = seated();
    assertThat(bea.say("SET:brief:on").hears())
        .containsExactly("ERROR:not_allowed:Say brief or verbose: that belongs to the world.");
    assertThat(settings(bea.say("CMD:brief"))).containsExactly("SETTING:brief:on");
    assertThat(settings(bea.say("CMD:brief"))).isEmpty();
    bea.drop();
    House.Plug again = house.plug().say("RESUME:" + seat[1] + ":" + seat[3]);
    assertThat(settings(again)).containsExactly("SETTING:brief:on");
    assertThat(settings(again.say("CMD:verbose"))).containsExactly("SETTING:brief:");
  }

  @Test
  void thereIsABoundToEach() {
    seated();
    for (int i = 0; i < SessionLimits.SETTINGS; i++) {
      house.pass(200);
      bea.say("SET:s" + i + ":x");
    }
    house.pass(200);
    bea.said.clear();
    assertThat(bea.say("SET:more:x", "SET:s0:y", "SET:Bad:x").hears())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("ERROR:too_large:"),
            line -> assertThat(line).startsWith("ERROR:malformed:"));
    assertThat(bea.say("SET:s1:" + "é".repeat(65)).hears())
        .singleElement()
        .asString()
        .startsWith("ERROR:too_large:");
  }
}

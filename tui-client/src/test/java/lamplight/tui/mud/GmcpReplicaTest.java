package lamplight.tui.mud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GMCP tells, as the entries that the panes show. */
class GmcpReplicaTest {
  private GmcpReplica gmcp = new GmcpReplica();
  private ClientState replica = ClientState.EMPTY;

  @BeforeEach
  void begin() {
    gmcp = new GmcpReplica();
    replica = ClientState.EMPTY;
  }

  @Test
  void theMapGrowsWithTheRooms() {
    hear("Room.Info {\"num\":1,\"name\":\"The Gate\",\"exits\":{\"n\":2,\"up\":3}}");
    hear("room.info {\"num\":\"2\",\"name\":\"A Lane\",\"exits\":{\"s\":1}}");
    assertThat(entries())
        .contains(
            "PLAYER:me:room.2:100:100",
            "ROOM:room.1:0,0,0:north=room.2,up=?:The Gate",
            "ROOM:room.2:0,1,0:south=room.1:A Lane");
    hear("Room.Info {\"num\":9,\"name\":\"Afar\",\"coords\":\"town, -5, 7,1\",\"exits\":{}}");
    assertThat(entries()).contains("ROOM:room.9:-5,7,1::Afar");
  }

  @Test
  void thingsArePickedUpAndDropped() {
    hear("Char.Items.List {\"location\":\"room\",\"items\":[{\"id\":7,\"name\":\"a lamp\"}]}");
    assertThat(entries()).contains("ITEM:thing.7:-:-", "LABEL:thing.7:takeable:a lamp");
    hear("Char.Items.Remove {\"location\":\"room\",\"item\":{\"id\":7}}");
    hear("Char.Items.Add {\"location\":\"inv\",\"item\":{\"id\":7,\"name\":\"a lit lamp\"}}");
    assertThat(entries()).contains("ITEM:thing.7:me:-", "LABEL:thing.7:takeable:a lit lamp");
  }

  @Test
  void vitalsAreShares() {
    hear("Char.Name {\"name\":\"Ann\",\"fullname\":\"Ann the Bold\"}");
    hear("Char.Vitals {\"hp\":\"30\",\"maxhp\":\"40\",\"mp\":0,\"maxmp\":0}");
    assertThat(entries()).contains("PLAYER:me:-:75:100", "LABEL:me::Ann");
  }

  @Test
  void peopleComeAndGo() {
    hear("Room.Players [{\"name\":\"Bo\",\"fullname\":\"Bo\"}]");
    hear("Room.AddPlayer {\"name\":\"Cy 🐉\"}");
    hear("Room.RemovePlayer \"Bo\"");
    assertThat(entries()).contains("LABEL:person.Cy 🐉:person:Cy 🐉").doesNotContain("Bo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Room.Info",
        "Room.Info ",
        "Room.Info nonsense",
        "Room.Info {\"num\":",
        "Room.Info [1,2]",
        "Room.Info &a [*a]",
        "Char.Vitals null",
        "External.Discord.Hello",
        "Char.Items.List {\"location\":\"inv\",\"items\":\"none\"}",
        "Char.Vitals {\"hp\":\"99999999999999\",\"maxhp\":\"-1\"}",
      })
  void whatMakesNoSenseChangesNothing(String message) {
    hear(message);
    assertThat(entries()).filteredOn(entry -> entry.startsWith("ROOM")).isEmpty();
  }

  private void hear(String message) {
    gmcp.heard(message).ifPresent(next -> replica = next);
  }

  private List<String> entries() {
    List<String> lines = new ArrayList<>();
    for (Entry entry : replica.entries()) {
      lines.add(entry.toString());
    }
    return lines;
  }
}

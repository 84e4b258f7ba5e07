package lamplight.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import org.junit.jupiter.api.Test;

class SceneTest {
  @Test
  void peopleComeFirstAndContentsFollowTheirContainer() {
    Scene scene = Scene.of(Worlds.replica(), "ana");
    assertThat(scene.here())
        .containsExactly(
            new Scene.Thing("ada", "Ada the miller", 0, true, false, ""),
            new Scene.Thing("chest", "oak chest", 0, false, false, "open"),
            new Scene.Thing("coin", "silver coin", 1, false, true, ""));
    assertThat(scene.carried()).extracting(Scene.Thing::id).containsExactly("lamp", "tea");
  }

  @Test
  void thePlayerLeadsThePartyAndThoseWhoAreGoneAreNotShown() {
    Scene scene = Scene.of(Worlds.replica("PRESENCE:bo:gone"), "cleo");
    assertThat(scene.party()).extracting(Scene.Member::id).containsExactly("cleo", "ana");
    assertThat(scene.party().get(0).seat()).isEqualTo(Known.Presence.Where.AWAY);
  }

  @Test
  void aMemberWhoseEntryIsGoneIsNowhere() {
    ClientState replica = Worlds.replica();
    Scene before = Scene.of(replica, "ana");
    Scene scene = Scene.of(Worlds.without(replica, "PLAYER", "bo"), "ana");
    Scene.Member bo = scene.party().get(2);
    assertThat(bo).isEqualTo(new Scene.Member("bo", "Bo", bo.seat(), Optional.empty()));
    assertThat(
            Glide.between(before, scene, Map.of("bo", new Glide("yard", "pond", Optional.empty()))))
        .as("marks on their way")
        .isEmpty();
    assertThat(Glide.between(scene, before, Map.of())).as("out of nowhere").isEmpty();
  }

  @Test
  void namesLoseControlCharacters() {
    Scene scene =
        Scene.of(Worlds.replica("LABEL:lamp::bra\u001bss", "ROOM:yard:0,0,0::Ya\u0007rd"), "ana");
    assertThat(scene.carried().get(0).name()).isEqualTo("brass");
    assertThat(scene.room().orElseThrow().name()).isEqualTo("Yard");
  }

  @Test
  void thingsInACircleEnd() {
    Scene scene =
        Scene.of(
            Worlds.replica("ITEM:box:-:yard", "ITEM:bag:-:in.box", "ITEM:box2:-:in.bag"), "ana");
    assertThat(scene.here()).hasSizeLessThan(20);
  }
}

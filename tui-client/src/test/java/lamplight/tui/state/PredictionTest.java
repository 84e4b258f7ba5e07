package lamplight.tui.state;

import static lamplight.tui.state.Worlds.after;
import static lamplight.tui.state.Worlds.playing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lamplight.engine.model.Refusal;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;
import lamplight.tui.link.News;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {
  private static final List<String> HALL =
      List.of(
          "PLAYER:ana:hall:100:100",
          "PLAYER:bo:hall:100:100",
          "PRESENCE:bo:here",
          "ROOM:hall:0,0,0:north=library,east=!yard,west=~cave,up=?:The Hall",
          "ROOM:library:0,1,0:south=hall:The Library",
          "LABEL:lamp:takeable,thing:brass lamp",
          "LABEL:statue:thing:statue",
          "LABEL:red_book:takeable,thing:red book",
          "LABEL:blue_book:takeable,thing:blue book",
          "LABEL:coin:takeable,thing:coin",
          "LABEL:rope:takeable,thing:rope",
          "LABEL:penny:takeable,thing:ha’penny",
          "ITEM:penny:-:hall",
          "ITEM:lamp:-:hall",
          "ITEM:statue:-:hall",
          "ITEM:red_book:-:on.table",
          "ITEM:blue_book:-:hall",
          "ITEM:coin:ana:-",
          "ITEM:rope:bo:-");

  private static ClientState replica(String... instead) {
    EntrySet set = EntrySet.EMPTY;
    for (String line : Stream.concat(HALL.stream(), Stream.of(instead)).toList()) {
      set = set.with(Entry.parse(line));
    }
    return new ClientState(3, set, false);
  }

  @ParameterizedTest
  @CsvSource({
    "north, PLAYER:ana:library:100:100",
    "n, PLAYER:ana:library:100:100",
    "go north, PLAYER:ana:library:100:100",
    "N, PLAYER:ana:library:100:100",
    "take lamp, ITEM:lamp:ana",
    "get the brass lamp, ITEM:lamp:ana",
    "pick up red book, ITEM:red_book:ana",
    "take ha’penny, ITEM:penny:ana",
    "drop coin, ITEM:coin:-:hall",
    // not to be guessed at
    "east, ''",
    "west, ''",
    "up, ''",
    "south, ''",
    "take statue, ''",
    "take book, ''",
    "take rope, ''",
    "take coin, ''",
    "drop lamp, ''",
    "drop rope, ''",
    "take all, ''",
    "take lamp and coin, ''",
    "take lamp. north, ''",
    "look, ''",
    "take coin from bo, ''",
  })
  void aCommandIsGuessedAtOrNot(String command, String entry) {
    ClientState replica = replica();
    ClientState shown = Prediction.NONE.sent(1, command, replica, "ana").over(replica, "ana");
    if (entry.isEmpty()) {
      assertThat(shown.entries()).isEqualTo(replica.entries());
    } else {
      String owned = entry.endsWith(":ana") ? entry + ":-" : entry;
      assertThat(shown.entries()).isEqualTo(replica.entries().with(Entry.parse(owned)));
    }
  }

  @Test
  void severalCommandsAreGuessedAtOneAfterAnother() {
    ClientState replica = replica();
    Prediction all = Prediction.NONE.sent(1, "take lamp", replica, "ana");
    all = all.sent(2, "north", replica, "ana").sent(3, "drop lamp", replica, "ana");
    assertThat(all.over(replica, "ana").entries().get("ITEM", "lamp"))
        .contains(Known.Item.at("lamp", "library").entry());
    assertThat(all.answered(1).over(replica, "ana").entries().get("ITEM", "lamp"))
        .as("without the take there is nothing to drop")
        .contains(Known.Item.at("lamp", "hall").entry());
  }

  @Test
  void aReplicaThatHasTheOutcomeIsLeftAlone() {
    Prediction north = Prediction.NONE.sent(1, "north", replica(), "ana");
    ClientState there = replica("PLAYER:ana:library:100:100");
    assertThat(north.over(there, "ana").entries()).isEqualTo(there.entries());
    ClientState elsewhere = replica("PLAYER:ana:yard:100:100");
    assertThat(north.over(elsewhere, "ana").entries()).isEqualTo(elsewhere.entries());
  }

  private static Optional<String> room(Model model) {
    return model.scene().self().flatMap(Scene.Member::room);
  }

  private static Model at(Size size) {
    return after(playing(size), new News.Changed(replica()));
  }

  @Test
  void panesAnswerAtOnceAndARefusalTakesItBackAndSaysWhy() {
    Model model = at(new Size(100, 30));
    Model guessed = after(model, new News.Sent(7, "north"));
    assertThat(room(guessed)).contains("library");
    assertThat(guessed.story()).as("prose is not predicted").isEqualTo(model.story());
    assertThat(guessed.replica()).isEqualTo(replica());

    Model refused =
        after(
            guessed,
            new News.Refused(OptionalLong.of(7), Refusal.DOOR_LOCKED, "A hand holds you back."));
    assertThat(room(refused)).contains("hall");
    assertThat(refused.story().shown())
        .anyMatch(row -> row.plain().contains("A hand holds you back."));
  }

  @Test
  void anOutcomeThatIsAnotherTakesItsPlace() {
    Model guessed = after(at(new Size(100, 30)), new News.Sent(7, "take lamp"));
    assertThat(guessed.scene().carried()).extracting(Scene.Thing::id).contains("lamp");
    Model bo = after(guessed, new News.Changed(replica("ITEM:lamp:bo:-")));
    assertThat(bo.scene().carried()).extracting(Scene.Thing::id).doesNotContain("lamp");
    Model answered = after(guessed, new News.Answered(7));
    assertThat(answered.scene().carried()).extracting(Scene.Thing::id).doesNotContain("lamp");
  }

  @Test
  void aMarkGlidesBetweenTwoStatesAndNeverBeyondTheNewer() {
    Model moved =
        after(at(new Size(100, 30)), new News.Changed(replica("PLAYER:bo:library:100:100")));
    assertThat(moved.isMoving()).isTrue();
    Model begun = Update.step(moved, new Message.Tick(1_000)).model();
    Glide glide = Optional.ofNullable(begun.glides().get("bo")).orElseThrow();
    assertThat(glide).isEqualTo(new Glide("hall", "library", Optional.of(1_000L)));
    assertThat(glide.progress(1_000)).isZero();
    assertThat(glide.progress(1_000 + Glide.MILLIS / 2)).isEqualTo(0.5);
    assertThat(glide.progress(99_000)).isEqualTo(1.0);
    assertThat(Update.step(begun, new Message.Tick(1_000 + Glide.MILLIS)).model().isMoving())
        .isFalse();
  }

  @Test
  void withReducedMotionNothingGlides() {
    Settings still = Worlds.settings(Words.ENGLISH, true, false, Settings.Bell.OFF, true);
    Model before = Worlds.playing(still, new Size(100, 30));
    Model moved = after(before, new News.Changed(Worlds.replica("PLAYER:bo:mill:40:20")));
    assertThat(moved.scene().party()).anyMatch(member -> member.isIn("mill"));
    assertThat(moved.isMoving()).isFalse();
  }
}

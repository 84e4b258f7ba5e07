package lamplight.engine.play;

import static lamplight.engine.play.Playthrough.id;
import static lamplight.engine.play.Playthrough.inCottage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamplight.engine.model.ThingId;
import org.junit.jupiter.api.Test;

/** What a party reads, line by line. */
class GameTest {

  @Test
  void everybodyReadsADeedInTheirOwnPerson() {
    inCottage("Ann", "Bea")
        .check("Ann", "take candle", "You take the candle.", "bea: Ann takes the candle.")
        .check(
            "Ann",
            "give candle to bea",
            "You give the candle to Bea.",
            "bea: Ann gives the candle to you.")
        .check(
            "Bea",
            "pull bell",
            "ann: Bea rings the bell, and shakes Bea’s head.",
            "You ring the bell, and shake your head.",
            "ann: [Your score went up by 5: for waking the house]",
            "[Your score went up by 5: for waking the house]");
  }

  @Test
  void arrivingReadsTheIntroTheRoomAndWhoIsThere() {
    inCottage("Ann")
        .check(
            new Input.Join(id("Bea"), "Bea"),
            "bea: It begins.",
            "ann: Bea joins the party.",
            "bea: The Kitchen",
            "bea: You have never been in this kitchen before.",
            "bea: You can see a candle and a brass bell here.",
            "bea: On the oak table is a tin box.",
            "bea: Cook and Ann are here.",
            "bea: Exits: north (closed), east.");
  }

  @Test
  void impliedStepsAreSaidAndCanFailForTheirOwnReason() {
    inCottage("Ann")
        .check("Ann", "north", "! The back door is locked.")
        .types("Ann", "open box")
        .check("Ann", "take key", "You take the iron key.", "Aha, the iron key.")
        .check(
            "Ann",
            "north",
            "(first opening the back door)",
            "(first unlocking the back door)",
            "You unlock the back door with the iron key.",
            "You open the back door.",
            "The Garden",
            "Bean poles.",
            "You can see a straw hat, a left stone and a right stone here.",
            "Exits: south.");
  }

  @Test
  void whatIsShutAwayIsNotThereForThePlayer() {
    Playthrough play = inCottage("Ann");
    Step step = play.take(new Input.Command(id("Ann"), "take key"));
    assertThat(step.answer()).isInstanceOf(Answer.Refused.class);
    assertThat(step.changes()).isEmpty();
  }

  @Test
  void aRefusedCommandChangesNothingButWhatTheParserRemembers() {
    Playthrough play =
        inCottage("Ann").types("Ann", "open box").types("Ann", "take key").types("Ann", "n");
    play.types("Ann", "take hat").types("Ann", "s");
    Step step = play.take(new Input.Command(id("Ann"), "drop hat"));
    assertThat(step.changes()).isEmpty();
    assertThat(step.answer())
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.text()).isEqualTo("Not on the floor. Cook would mind."));
    assertThat(play.state().variables()).isEmpty();
  }

  @Test
  void aLineStopsAtTheFirstCommandThatIsRefused() {
    inCottage("Ann")
        .check(
            "Ann",
            "take candle. take bell. drop candle",
            "You take the candle.",
            "! It is screwed to the wall.")
        .check("Ann", "inventory", "You are carrying a candle.");
  }

  @Test
  void allIsReportedThingByThing() {
    inCottage("Ann")
        .types("Ann", "take candle")
        .types("Ann", "turn on candle")
        .types("Ann", "east")
        .check(
            "Ann",
            "take all",
            "You take the letter.",
            "You take the copper coin.",
            "You take the copper coin.",
            "copper coin: You are carrying too much already.");
  }

  @Test
  void theDarkHidesThingsAndDeedsButNotVoices() {
    inCottage("Ann", "Bea")
        .types("Ann", "east")
        .types("Bea", "east")
        .check(
            "Ann",
            "look",
            "Darkness",
            "It is pitch black. You could walk on, but you cannot see what you would walk into.")
        .check("Ann", "jump", "You jump on the spot.")
        .check("Ann", "say boo", "You say, “boo”", "bea: Ann says, “boo”");
  }

  @Test
  void aTimerCountsTurnsOfThePartyAndPutsOutTheLight() {
    inCottage("Ann")
        .types("Ann", "take candle")
        .types("Ann", "turn on candle")
        .check("Ann", "wait", "Time passes.", "The candle gutters.")
        .check("Ann", "wait", "Time passes.")
        .check(
            "Ann", "x candle", "You see nothing special about the candle.", "The candle is off.");
  }

  @Test
  void twoPlayersDoNotBurnTheCandleTwiceAsFast() {
    Playthrough play = inCottage("Ann", "Bea").types("Ann", "turn on candle");
    int before = play.state().turn();
    play.types("Bea", "wait").types("Ann", "wait").types("Bea", "wait");
    assertThat(play.state().turn() - before).isEqualTo(2);
  }

  @Test
  void secondsPassOnlyAsTheyAreGivenIn() {
    Playthrough play = inCottage("Ann").types("Ann", "touch cook");
    assertThat(play.game().needsClock(play.state())).isTrue();
    assertThat(play.take(new Input.Pass(500)).changes()).isEmpty();
    play.check(new Input.Pass(3_500)).check(new Input.Pass(1_000), "ann: The kettle whistles.");
  }

  @Test
  void aReportRuleSpeaksInPlaceOfTheAction() {
    inCottage("Ann")
        .types("Ann", "open box")
        .types("Ann", "take key")
        .types("Ann", "n")
        .types("Ann", "take hat")
        .check("Ann", "wear hat", "You look like a scarecrow.")
        .check("Ann", "i", "You are carrying an iron key.", "You are wearing a straw hat.");
  }

  @Test
  void twoPlayersOnTwoStonesEndTheGame() {
    Playthrough play =
        inCottage("Ann", "Bea").types("Ann", "open box").types("Ann", "take key").types("Ann", "n");
    play.types("Bea", "n").types("Ann", "stand on left stone");
    assertThat(play.state().ended()).isEmpty();
    play.types("Bea", "stand on right stone");
    assertThat(play.state().ended()).isPresent();
    play.check(
        "Ann",
        "take hat",
        "! The story has ended. You can still look around and talk; leave goes back to the lobby.");
    play.check("Ann", "say well done", "You say, “well done”", "bea: Ann says, “well done”");
  }

  @Test
  void peopleAnswerAndOfferWhatElseToAsk() {
    inCottage("Ann")
        .check(
            "Ann",
            "talk to cook",
            "You turn to Cook.",
            "“What?” says Cook.",
            "(You could ask Cook about soup.)")
        .check(
            "Ann",
            "ask cook about the soup",
            "“Pea,” says Cook.",
            "(You could ask Cook about peas.)")
        .check(
            "Ann",
            "ask cook about weather",
            "Cook stirs.",
            "(You could ask Cook about soup and peas.)");
  }

  @Test
  void talkingToAPlayerIsAGreeting() {
    inCottage("Ann", "Bea")
        .check("Ann", "talk to bea", "You say to Bea, “Hello!”", "bea: Ann says to you, “Hello!”");
  }

  @Test
  void aHiddenWayIsNotListedUntilItIsThere() {
    inCottage("Ann")
        .check("Ann", "down", "! You cannot go that way.")
        .types("Ann", "pull bell")
        .check("Ann", "exits", "Exits: north (closed), east, down.")
        .check("Ann", "down", "The Cellar", "Cool.", "Exits: up.");
  }

  @Test
  void whoLeavesLeavesTheThingsBehindAndWhoLosesTheLineKeepsThem() {
    Playthrough play = inCottage("Ann", "Bea").types("Ann", "take candle").types("Bea", "open box");
    play.check(new Input.Lose(id("Ann")), "bea: Ann falls silent, lost in thought.");
    assertThat(play.state().players()).containsKey(id("Ann"));
    play.take(new Input.Return(id("Ann"), true));
    play.check(
        new Input.Leave(id("Ann")),
        "bea: Ann leaves the party, and all that they carried stays here.");
    assertThat(play.state().players()).doesNotContainKey(id("Ann"));
    play.check("Bea", "take candle", "You take the candle.");
  }

  @Test
  void whatRulesSetOffComesToAnEnd() {
    Playthrough play = inCottage("Ann").check("Ann", "smell cook", "Onions.");
    assertThat(play.state().variables().values()).containsExactly(9);
  }

  @Test
  void commandsThatPerformEachOtherWithoutEndAreAnError() {
    Playthrough play = inCottage("Ann");
    assertThatThrownBy(() -> play.types("Ann", "sleep"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without end");
  }

  @Test
  void theSameInputsGiveTheSameGame() {
    List<String> lines =
        List.of("open box", "take all", "north", "south", "talk to cook", "wait", "drop all");
    Playthrough one = inCottage("Ann");
    Playthrough other = inCottage("Ann");
    for (String line : lines) {
      Step first = one.take(new Input.Command(id("Ann"), line));
      Step second = other.take(new Input.Command(id("Ann"), line));
      assertThat(first).isEqualTo(second);
    }
  }

  @Test
  void aThingInAnothersHandsCannotBeTaken() {
    inCottage("Ann", "Bea")
        .types("Ann", "take candle")
        .check("Bea", "take candle", "! Ann has the candle.");
  }

  @Test
  void thePartyCanGoOnWithTheThingsOfSomebodyWhoIsAway() {
    Playthrough play = inCottage("Ann", "Bea").types("Ann", "take candle");
    play.take(new Input.Lose(id("Ann")));
    play.check(
        "Bea",
        "take candle",
        "ann: Bea takes the candle from you.",
        "You take the candle from Ann.");
  }

  @Test
  void outIsTheOnlyWayThereIs() {
    inCottage("Ann")
        .types("Ann", "pull bell")
        .types("Ann", "down")
        .check(
            "Ann",
            "out",
            "The Kitchen",
            "A warm kitchen.",
            "You can see a candle and a brass bell here.",
            "On the oak table is a tin box.",
            "Cook is here.",
            "Exits: north (closed), east, down.")
        .check("Ann", "out", "! Which way? Type a direction, or exits to see the ways out.");
  }

  @Test
  void theStepChangesNothingOfTheStateThatItWasGiven() {
    Playthrough play = inCottage("Ann");
    var before = play.state();
    play.types("Ann", "take candle");
    assertThat(before.place(new ThingId("candle")))
        .isNotEqualTo(play.state().place(new ThingId("candle")));
  }
}

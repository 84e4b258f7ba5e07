package lamplight.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Presence;
import lamplight.engine.model.State;
import lamplight.engine.rules.Notice;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Outlook;
import lamplight.engine.view.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What players know of one another, where the party is aware of all its members and where they are
 * aware only of whom they see.
 */
class AwarenessTest {
  private static final String WORLD =
      """
      title: Apart
      start: hall
      awareness: %s
      rooms:
        hall: {name: The Hall, description: A hall., exits: {north: attic, down: cellar}}
        attic: {name: The Attic, description: An attic., exits: {south: hall}}
        cellar: {name: The Cellar, description: A cellar., dark: true, exits: {up: hall}}
      things:
        lamp: {name: lamp, at: hall, switch: off, light: on}
        coin: {name: coin, at: hall}
      """;

  /** Ann and Bob in the world, with their views made step by step as a session makes them. */
  private static final class Table {
    private final Playthrough play;
    private final Viewer viewer;
    private final List<Notice> notices = new ArrayList<>();
    private Outlook outlook;

    Table(String awareness) {
      play = Playthrough.of(new Game(Playthrough.story("apart", WORLD.formatted(awareness))));
      viewer = new Viewer(play.game().world());
      outlook = viewer.outlook(play.state());
      List.of("Ann", "Bob").forEach(name -> take(new Input.Join(Playthrough.id(name), name)));
    }

    /** Lines with who types them in front; {@code lost} and {@code back} are the connection's. */
    Table after(String lines) {
      for (String line : lines.isEmpty() ? List.<String>of() : List.of(lines.split(", ", -1))) {
        String[] words = line.split(": ", 2);
        PlayerId player = Playthrough.id(words[0]);
        take(
            switch (words[1]) {
              case "lost" -> new Input.Lose(player);
              case "back" -> new Input.Return(player, true);
              default -> new Input.Command(player, words[1]);
            });
      }
      return this;
    }

    private void take(Input input) {
      State was = play.state();
      notices.clear();
      notices.addAll(play.take(input).notices());
      outlook = viewer.outlook(outlook, was, play.state());
      assertThat(outlook).as(input.toString()).isEqualTo(viewer.outlook(play.state()));
    }

    /** The entry that says where a player is, as Ann's client has it. */
    Optional<String> place(String player) {
      return outlook.view("ann").get("PLAYER", player).map(Entry::line);
    }

    /** What Ann reads of Bob when she asks who is there. */
    String who() {
      return play.read("Ann", "who")
          .lines()
          .filter(line -> line.startsWith("Bob"))
          .reduce("", String::concat);
    }

    String room(String player) {
      return play.state().player(Playthrough.id(player)).room().value();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "together                | ''                                       | hall",
        "he goes                 | Bob: north                               | ''",
        "she goes                | Ann: north                               | ''",
        "he comes back           | Bob: north, Bob: south                   | hall",
        "she follows             | Bob: north, Ann: north                   | attic",
        "he is in the dark       | Bob: down                                | ''",
        "both are in the dark    | Ann: down, Bob: down                     | ''",
        "he brings light         | Ann: down, Bob: take lamp, Bob: light lamp, Bob: down | cellar",
        "the light goes out      | Bob: take lamp, Bob: light lamp, Bob: down, Ann: down, Bob: turn off lamp | ''",
        "his line breaks here    | Bob: lost                                | hall",
        "his line breaks there   | Bob: north, Bob: lost                    | ''",
        "he is back there        | Bob: north, Bob: lost, Bob: back         | ''",
        "hers breaks and he goes | Ann: lost, Bob: north, Ann: back         | ''",
        "and he comes            | Bob: north, Ann: lost, Bob: south, Ann: back | hall",
      })
  void inALargeWorldOneIsAwareOfWhomOneSees(String name, String lines, String room) {
    Table large = new Table("room").after(lines);
    String away =
        large.play.state().player(Playthrough.id("Bob")).presence() == Presence.AWAY
            ? " (away)"
            : "";
    assertThat(large.place("ann")).isPresent();
    if (room.isEmpty()) {
      assertThat(large.place("bob")).isEmpty();
      assertThat(large.who()).isEqualTo("Bob" + away);
    } else {
      assertThat(large.place("bob")).contains("PLAYER:bob:" + room + ":100:100");
      assertThat(large.who()).startsWith("Bob, The ").endsWith(away + ", health 100, energy 100");
    }
    assertThat(large.outlook.view("ann").get("PRESENCE", "bob")).as("that he plays").isPresent();

    Table small = new Table("party").after(lines);
    assertThat(small.place("bob")).contains("PLAYER:bob:" + small.room("bob") + ":100:100");
    assertThat(small.who()).startsWith("Bob, The ").endsWith(away + ", health 100, energy 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"party", "room"})
  void comingAndGoingIsToldInTheRoom(String awareness) {
    Table table = new Table(awareness);
    assertThat(table.play.read("Bob", "north")).contains("ann: Bob goes north.");
    assertThat(table.play.read("Bob", "south")).contains("ann: Bob comes in from the north.");
  }

  @ParameterizedTest
  @CsvSource({"party, true", "room, false"})
  void programsHearOfMovesOfWhomTheyAreAware(String awareness, boolean heard) {
    Table table = new Table(awareness).after("Ann: down, Bob: north");
    assertThat(table.notices)
        .singleElement()
        .satisfies(move -> assertThat(move.to().contains(Playthrough.id("Ann"))).isEqualTo(heard));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "party | since Bob has done something with the coin",
        "room  | since the coin is not as you left it"
      })
  void whyNothingCanBeTakenBackTellsOfNobodyElsewhere(String awareness, String why) {
    Table table =
        new Table(awareness)
            .after("Ann: take coin, Ann: give coin to Bob, Bob: drop coin, Bob: north");
    assertThat(table.play.read("Ann", "undo")).contains(why);
  }

  @ParameterizedTest
  @CsvSource({"party, true", "room, false"})
  void onlyWhoseRoomIsKnownCanBeGoneTo(String awareness, boolean known) {
    Table table = new Table(awareness).after("Ann: north, Ann: south, Bob: north");
    assertThat(table.play.read("Ann", "go to bob").contains("The Attic")).isEqualTo(known);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bob: say hello                       | SAID bob hello        | ann,bob",
        "Bob: ask ann about tea               | SAID bob tea          | ann,bob",
        "Bob: north, Bob: say hello           | SAID bob hello        | bob",
        "Ann: down, Bob: down, Bob: say hello | SAID bob hello        | ann,bob",
        "Bob: north, Bob: shout help          | SHOUTED bob help      | ann,bob",
        "Bob: whisper hush to Ann             | WHISPERED bob hush    | ann,bob",
        "Bob: emote waves                     | EMOTED bob waves      | ann,bob",
      })
  void programsHearOfSpeechWhatPlayersHear(String lines, String heard, String to) {
    Notice last = new Table("room").after(lines).notices.get(0);
    assertThat(last.type() + " " + last.player() + " " + last.detail()).isEqualTo(heard);
    assertThat(last.to()).extracting(PlayerId::value).containsExactlyInAnyOrder(to.split(",", -1));
  }

  @Test
  void programsDoNotHearWhispersOfOthers() {
    Table table = new Table("party");
    table.take(new Input.Join(Playthrough.id("Cat"), "Cat"));
    assertThat(table.after("Bob: whisper hush to Ann").notices.get(0).to())
        .extracting(PlayerId::value)
        .containsExactlyInAnyOrder("ann", "bob");
  }
}

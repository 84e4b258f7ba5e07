package lamplight.engine.play;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Cause;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.rules.Sources;

/**
 * The debug verbs that change or show a game, for whoever writes its world. They take no turn;
 * rules follow what they change, as they follow everything.
 */
final class Workbench {
  /** What begins each of them; no world's word does. */
  static final String MARK = "#";

  private static final List<String> HELP =
      List.of(
          "#trace on, #trace off: after each command, which rules were asked and what they did",
          "#why: why your last command was refused",
          "#goto ROOM: you are there",
          "#fetch THING: you carry it",
          "#show ROOM, THING, PERSON, VARIABLE or PLAYER: how it stands; #show timers",
          "#set VARIABLE VALUE",
          "Rooms, things and the rest are called by their ids.");

  private final Rulebook rulebook;
  private final Sources sources;

  Workbench(Story story) {
    this.rulebook = story.rulebook();
    this.sources = story.sources();
  }

  /** Does what a line says. */
  Answer answer(Draft draft, PlayerId player, String line) {
    String[] words = line.strip().toLowerCase(Locale.ROOT).split("\\s+", 3);
    String first = words.length > 1 ? words[1] : "";
    String second = words.length > 2 ? words[2] : "";
    Answer[] answer = {Answer.DONE};
    draft.as(Cause.of(player), () -> answer[0] = answer(draft, words[0], first, second));
    rulebook.settle(draft);
    return answer[0];
  }

  private Answer answer(Draft draft, String verb, String first, String second) {
    return switch (verb) {
      case MARK + "help" -> say(draft, HELP);
      case MARK + "goto" -> goTo(draft, first);
      case MARK + "fetch" -> fetch(draft, first);
      case MARK + "show" -> show(draft, first);
      case MARK + "set" -> set(draft, first, second);
      default -> refuse("There is no " + verb + "; #help lists what there is.");
    };
  }

  private static Answer refuse(String why) {
    return new Answer.Refused(Refusal.NOT_UNDERSTOOD, why);
  }

  private static Answer say(Draft draft, List<String> lines) {
    draft.tell(
        Audience.ACTOR,
        TextKind.SYSTEM,
        new Event.Content.Ready(lines.stream().map(Line::of).toList()));
    return Answer.DONE;
  }

  private static PlayerId actor(Draft draft) {
    return draft.cause().actor().orElseThrow();
  }

  private static Answer goTo(Draft draft, String id) {
    RoomId room = new RoomId(id);
    if (!draft.world().rooms().containsKey(room)) {
      return refuse("There is no room \"" + id + "\".");
    }
    PlayerId player = actor(draft);
    draft
        .state()
        .player(player)
        .perch()
        .ifPresent(spot -> draft.change(new Change.Perched(player, spot, false)));
    draft.change(new Change.Moved(player, room));
    draft.arrive(player);
    return Answer.DONE;
  }

  private Answer fetch(Draft draft, String id) {
    ThingId thing = new ThingId(id);
    if (!draft.world().things().containsKey(thing)) {
      return refuse("There is no thing \"" + id + "\".");
    }
    if (draft.state().thing(thing).hidden()) {
      draft.change(new Change.Hidden(thing, false));
    }
    draft.change(new Change.Placed(thing, new Place.HeldBy(actor(draft), false)));
    return show(draft, id);
  }

  private Answer show(Draft draft, String id) {
    List<String> lines = new Exhibit(draft.world(), draft.state(), sources).of(id);
    return lines.isEmpty()
        ? refuse("There is no room, thing, person, variable or player \"" + id + "\".")
        : say(draft, lines);
  }

  private Answer set(Draft draft, String id, String words) {
    Variable variable = draft.world().variables().get(new VariableId(id));
    if (variable == null) {
      return refuse("There is no variable \"" + id + "\".");
    }
    Optional<Integer> value = value(variable, words);
    if (value.isEmpty()) {
      return refuse("\"" + words + "\" is no value of " + id + "; " + values(variable) + ".");
    }
    draft.change(new Change.Set(draft.facts().key(variable.id()), value.get()));
    return show(draft, id);
  }

  private static Optional<Integer> value(Variable variable, String words) {
    if (variable.type() == Variable.Type.INT) {
      return words.matches("-?\\d{1,7}")
          ? Optional.of(Integer.parseInt(words)).filter(it -> variable.clamp(it) == it)
          : Optional.empty();
    }
    if (variable.type() == Variable.Type.SET) {
      return set(variable, words);
    }
    for (int value = variable.min(); value <= variable.max(); value++) {
      if (variable.show(value).equalsIgnoreCase(words)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Some values of a set, with blanks or commas between them; or none. */
  private static Optional<Integer> set(Variable variable, String words) {
    int set = 0;
    for (String word : words.equals("none") ? new String[0] : words.split("[ ,]+")) {
      int member = variable.values().indexOf(word);
      if (member < 0) {
        return Optional.empty();
      }
      set |= 1 << member;
    }
    return Optional.of(set);
  }

  private static String values(Variable variable) {
    return switch (variable.type()) {
      case INT -> "it is from " + variable.min() + " to " + variable.max();
      case FLAG -> "it is true or false";
      case SET -> "it is none, or some of " + String.join(", ", variable.values());
      case ENUM -> "it is one of " + String.join(", ", variable.values());
    };
  }
}

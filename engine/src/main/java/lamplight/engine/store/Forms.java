package lamplight.engine.store;

import java.util.Optional;
import lamplight.engine.model.Achieved;
import lamplight.engine.model.AchievementId;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TopicId;
import lamplight.engine.model.VariableId;
import lamplight.engine.model.VariableKey;

/** How the model's small values are written. */
final class Forms {

  private Forms() {}

  static final Form<PlayerId> PLAYER = Form.WORDS.as(PlayerId::value, PlayerId::new);
  static final Form<RoomId> ROOM = Form.WORDS.as(RoomId::value, RoomId::new);
  static final Form<ThingId> THING = Form.WORDS.as(ThingId::value, ThingId::new);

  /** {@code thing lamp}, {@code player bea}. */
  static final Form<Referent> REFERENT =
      Form.of(
          value -> (value instanceof ThingId ? "thing " : "player ") + value.value(),
          text -> {
            String value = after(text);
            return switch (before(text)) {
              case "thing" -> new ThingId(value);
              case "player" -> new PlayerId(value);
              default -> throw unknown(text);
            };
          });

  static final Form<Place> PLACE = Form.of(Forms::write, Forms::place);

  static final Form<VariableKey> VARIABLE =
      Form.of(
          key -> key.variable() + (key.owner().isEmpty() ? "" : "." + key.owner()),
          text -> {
            Optional<String[]> halves = halves(text);
            return new VariableKey(
                new VariableId(halves.map(half -> half[0]).orElse(text)),
                halves.map(half -> half[1]).orElse(""));
          });

  static final Form<Achieved> ACHIEVED =
      Form.of(
          of -> of.achievement() + (of.owner().isEmpty() ? "" : "." + of.owner()),
          text -> {
            Optional<String[]> halves = halves(text);
            return new Achieved(
                new AchievementId(halves.map(half -> half[0]).orElse(text)),
                halves.map(half -> half[1]).orElse(""));
          });

  static final Form<Suggestion> SUGGESTION =
      Form.of(
          suggestion -> suggestion.person() + "." + suggestion.topic(),
          text -> {
            String[] halves = halves(text).orElseThrow(() -> unknown(text));
            return new Suggestion(new ThingId(halves[0]), new TopicId(halves[1]));
          });

  private static Optional<String[]> halves(String text) {
    return Optional.of(text.split("\\.", 2)).filter(halves -> halves.length == 2);
  }

  private static String write(Place place) {
    if (place instanceof Place.InRoom in) {
      return "room " + in.room();
    } else if (place instanceof Place.In in) {
      return "in " + in.container();
    } else if (place instanceof Place.On on) {
      return "on " + on.supporter();
    } else if (place instanceof Place.With with) {
      return "with " + with.person();
    } else if (place instanceof Place.HeldBy held) {
      return (held.worn() ? "worn " : "held ") + held.player();
    }
    return "nowhere";
  }

  private static Place place(String text) {
    String value = after(text);
    return switch (before(text)) {
      case "room" -> new Place.InRoom(new RoomId(value));
      case "in" -> new Place.In(new ThingId(value));
      case "on" -> new Place.On(new ThingId(value));
      case "with" -> new Place.With(new ThingId(value));
      case "held" -> new Place.HeldBy(new PlayerId(value), false);
      case "worn" -> new Place.HeldBy(new PlayerId(value), true);
      case "nowhere" -> Place.NOWHERE;
      default -> throw unknown(text);
    };
  }

  private static String before(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static String after(String text) {
    return text.substring(text.indexOf(' ') + 1);
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("\"" + text + "\" is nothing that is written here");
  }
}

package lamplight.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Effect;

/** Who reads what the effect {@code say} says. */
final class Audiences {
  private static final Map<String, Audience> WORDS =
      Map.of("actor", Audience.ACTOR, "others", Audience.OTHERS, "all", Audience.ALL);

  /** Audiences that are named behind a first word. */
  private record Named(String start, Form<Audience> form) {}

  private static final List<Named> NAMED =
      List.of(
          new Named("room ", Refs.ROOM.map(Audience.InRoom::new)),
          new Named("role ", Refs.ROLE.map(Audience.WithRole::new)),
          new Named("holder of ", Refs.THING.map(Audience.HolderOf::new)));

  static final List<String> FORMS =
      List.of("actor", "others", "all", "room ROOM", "role ROLE", "holder of THING");

  /** Texts by audience. */
  static final Form<List<Effect>> SAY =
      Forms.mapOf(Forms.word(new Shape.OneOf(FORMS), Audiences::audience), Texts.TEXT)
          .map(
              map ->
                  map.entrySet().stream()
                      .map(entry -> (Effect) new Effect.Say(entry.getKey(), entry.getValue()))
                      .toList());

  private Audiences() {}

  private static Optional<Audience> audience(Node node, Reading reading) {
    String text = ((Node.Scalar) node).text();
    Audience word = WORDS.get(text);
    if (word != null) {
      return Optional.of(word);
    }
    for (Named named : NAMED) {
      if (text.startsWith(named.start())) {
        String id = text.substring(named.start().length()).strip();
        return named.form().read(Node.Scalar.plain(node.mark(), id), reading);
      }
    }
    reading.error(
        node.mark(),
        "\"" + text + "\" is nobody who could read a text",
        "write one of " + String.join(", ", FORMS));
    return Optional.empty();
  }
}

package lamplight.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Effect;

/** Who reads what the effect {@code say} says. */
final class Audiences {
  private static final Map<String, Audience> WORDS =
      Map.of("actor", Audience.ACTOR, "others", Audience.OTHERS, "all", Audience.ALL);

  /** Audiences that are named behind a first word. */
  private record Named(String start, Form<Audience> form) {}

  private static final Form<Audience> ROOM = Refs.ROOM.map(Audience.InRoom::new);

  private static final List<Named> NAMED =
      List.of(
          new Named("in ", ROOM),
          new Named("room ", ROOM), // The same: worlds have both.
          new Named("role ", Refs.ROLE.map(Audience.WithRole::new)),
          new Named("holder of ", Refs.THING.map(Audience.HolderOf::new)));

  static final List<String> FORMS =
      List.of("actor", "others", "all", "in ROOM", "role ROLE", "holder of THING");

  private static final Shape WRITTEN =
      new Shape.OneOf(Stream.concat(FORMS.stream(), Stream.of("room ROOM")).toList());

  /** Texts by audience. */
  static final Form<List<Effect>> SAY =
      Forms.mapOf(Forms.word(WRITTEN, Audiences::audience), Texts.TEXT)
          .map(
              map ->
                  map.entrySet().stream()
                      .map(entry -> (Effect) new Effect.Say(entry.getKey(), entry.getValue()))
                      .toList());

  private static final Map<String, Audience> PLAYERS =
      Map.of(
          "actor", Audience.ACTOR,
          "others", Audience.WITHIN_EARSHOT,
          "all", Audience.ALL,
          "present", Audience.TOGETHER,
          "noun", Audience.NOUN,
          "second", Audience.SECOND);

  private static final List<Named> NAMED_PLAYERS =
      Stream.concat(
              NAMED.stream(),
              Stream.of(new Named("region ", Refs.REGION.map(Audience.InRegion::new))))
          .toList();

  static final List<String> PLAYER_FORMS =
      List.of(
          "actor",
          "others",
          "all",
          "present",
          "noun",
          "second",
          "in ROOM",
          "region REGION",
          "role ROLE",
          "holder of THING");

  /** The players to whom an effect happens. */
  static final Form<Audience> WHO =
      Forms.word(
          new Shape.Value("players: " + String.join(", ", PLAYER_FORMS)),
          (node, reading) -> audience(node, PLAYERS, NAMED_PLAYERS, PLAYER_FORMS, reading));

  private Audiences() {}

  private static Optional<Audience> audience(Node node, Reading reading) {
    return audience(node, WORDS, NAMED, FORMS, reading);
  }

  private static Optional<Audience> audience(
      Node node,
      Map<String, Audience> words,
      List<Named> behind,
      List<String> forms,
      Reading reading) {
    String text = ((Node.Scalar) node).text();
    Audience word = words.get(text);
    if (word != null) {
      return Optional.of(word);
    }
    for (Named named : behind) {
      if (text.startsWith(named.start())) {
        String id = text.substring(named.start().length()).strip();
        return named.form().read(Node.Scalar.plain(node.mark(), id), reading);
      }
    }
    reading.error(
        node.mark(),
        "\"" + text + "\" means no players",
        "write one of " + String.join(", ", forms));
    return Optional.empty();
  }
}

package lamplight.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Subject;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Effect;

/** The forms of what vessels hold: asked for, filled in, poured out. */
final class Vessels {
  /** A thing that is a vessel, or a noun of the command. */
  private static final Form<Subject> VESSEL =
      Forms.word(
          new Shape.Value("a vessel, noun or second"),
          (node, reading) ->
              Refs.SUBJECT.read(node, reading).filter(vessel -> isVessel(vessel, node, reading)));

  private static final Form<Optional<ThingId>> LIQUID_OR_NONE =
      Forms.word(
          new Shape.Value("a liquid, or empty"),
          (node, reading) ->
              ((Node.Scalar) node).text().equals("empty")
                  ? Optional.of(Optional.empty())
                  : Refs.LIQUID.optional().read(node, reading));

  static final Form<Condition> CONTENT =
      Forms.mapOf(VESSEL, LIQUID_OR_NONE)
          .map(
              map ->
                  Conditions.all(
                      map.entrySet().stream()
                          .map(entry -> new Condition.Content(entry.getKey(), entry.getValue()))
                          .toList()));

  static final Form<List<Effect>> FILL =
      Forms.mapOf(VESSEL, Refs.LIQUID)
          .map(
              (Map<Subject, ThingId> map) ->
                  map.entrySet().stream()
                      .map(entry -> fill(entry.getKey(), Optional.of(entry.getValue())))
                      .toList());

  static final Form<List<Effect>> EMPTY =
      Forms.oneOrMany(VESSEL)
          .map(vessels -> vessels.stream().map(vessel -> fill(vessel, Optional.empty())).toList());

  private Vessels() {}

  private static Effect fill(Subject vessel, Optional<ThingId> liquid) {
    return new Effect.Fill(vessel, liquid);
  }

  private static boolean isVessel(Subject subject, Node node, Reading reading) {
    Optional<ThingId> wrong =
        subject
            .fixed()
            .filter(thing -> !reading.names().hasKey(thing.value(), ThingKeys.VESSEL.name()));
    wrong.ifPresent(
        thing ->
            reading.error(
                node.mark(),
                "\"" + thing + "\" holds no liquid",
                "give it the key vessel: {liquids: […]}"));
    return wrong.isEmpty();
  }
}

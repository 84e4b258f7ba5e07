package lamplight.engine.model;

/** What a noun of a command can stand for: a thing (people included) or a player. */
public sealed interface Referent permits ThingId, PlayerId {
  String value();
}

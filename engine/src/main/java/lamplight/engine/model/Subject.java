package lamplight.engine.model;

import java.util.Optional;

/** What a condition or effect is about: a thing of the world, or a noun of the command. */
public sealed interface Subject {
  Subject NOUN = new Noun();
  Subject SECOND = new Second();

  /** The thing or player; empty if the command has no such noun. */
  Optional<Referent> referent(Facts facts);

  /** The thing; empty if the command has no such noun, or it is a player. */
  Optional<ThingId> in(Facts facts);

  /** The thing, where it is the same for all commands. */
  Optional<ThingId> fixed();

  /** A thing that the author names. */
  record Named(ThingId thing) implements Subject {
    @Override
    public Optional<Referent> referent(Facts facts) {
      return Optional.of(thing);
    }

    @Override
    public Optional<ThingId> in(Facts facts) {
      return Optional.of(thing);
    }

    @Override
    public Optional<ThingId> fixed() {
      return Optional.of(thing);
    }
  }

  /** What the command names first. */
  record Noun() implements Subject {
    @Override
    public Optional<Referent> referent(Facts facts) {
      return facts.noun();
    }

    @Override
    public Optional<ThingId> in(Facts facts) {
      return thing(facts.noun());
    }

    @Override
    public Optional<ThingId> fixed() {
      return Optional.empty();
    }
  }

  /** What the command names second. */
  record Second() implements Subject {
    @Override
    public Optional<Referent> referent(Facts facts) {
      return facts.second();
    }

    @Override
    public Optional<ThingId> in(Facts facts) {
      return thing(facts.second());
    }

    @Override
    public Optional<ThingId> fixed() {
      return Optional.empty();
    }
  }

  private static Optional<ThingId> thing(Optional<Referent> noun) {
    return noun.filter(ThingId.class::isInstance).map(ThingId.class::cast);
  }
}

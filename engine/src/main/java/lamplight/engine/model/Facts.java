package lamplight.engine.model;

import java.util.Optional;

/**
 * All that a condition may ask about.
 *
 * @param actor who acts; empty for what happens by itself
 * @param noun what the command names first
 * @param second what it names second
 * @param moment what is known of the command itself
 */
public record Facts(
    World world,
    State state,
    Optional<PlayerId> actor,
    Optional<Referent> noun,
    Optional<Referent> second,
    Chance chance,
    Moment moment) {

  /** Facts without a command: for texts that somebody reads. */
  public static Facts of(World world, State state, PlayerId reader) {
    return new Facts(
        world,
        state,
        Optional.of(reader),
        Optional.empty(),
        Optional.empty(),
        new Chance(state.chance()),
        Moment.NONE);
  }

  /** The same facts with chance of their own, so that asking draws nothing from the session's. */
  public Facts apart() {
    return new Facts(world, state, actor, noun, second, new Chance(state.chance()), moment);
  }

  /** The same facts, about another noun. */
  public Facts withNoun(Referent other) {
    return new Facts(world, state, actor, Optional.of(other), second, chance, moment);
  }

  public Sight sight() {
    return new Sight(world, state);
  }

  /** The actor's state, if anybody acts who is still in the session. */
  public Optional<PlayerState> player() {
    return actor.isPresent()
        ? Optional.ofNullable(state.players().get(actor.get()))
        : Optional.empty();
  }

  /** The value of a variable for the actor. */
  public int value(VariableId id) {
    Variable variable = world.variable(id);
    return state.value(variable, owner(variable));
  }

  /** Where the actor's value of a variable is kept. */
  public VariableKey key(VariableId id) {
    return new VariableKey(id, owner(world.variable(id)));
  }

  private String owner(Variable variable) {
    return switch (variable.scope()) {
      case SHARED -> "";
      case PLAYER -> actor.map(PlayerId::value).orElse("");
      case ROLE -> player().flatMap(PlayerState::role).map(RoleId::value).orElse("");
    };
  }
}

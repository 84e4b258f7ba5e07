package lamplight.engine.rules;

import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;

/**
 * Who and what an effect is about.
 *
 * @param actor empty for what happens by itself
 * @param words what was said or asked about
 */
public record Cause(
    Optional<PlayerId> actor, Optional<Referent> noun, Optional<Referent> second, String words) {
  public static final Cause NOBODY =
      new Cause(Optional.empty(), Optional.empty(), Optional.empty(), "");

  public static Cause of(PlayerId actor) {
    return new Cause(Optional.of(actor), Optional.empty(), Optional.empty(), "");
  }

  public static Cause of(PlayerId actor, Command command) {
    return new Cause(Optional.of(actor), command.noun(), command.second(), command.words());
  }

  /** The same, done by or to another player. */
  public Cause by(PlayerId player) {
    return new Cause(Optional.of(player), noun, second, words);
  }

  public Cause withNoun(Referent noun) {
    return new Cause(actor, Optional.of(noun), second, words);
  }

  public Cause withSecond(Referent other) {
    return new Cause(actor, noun, Optional.of(other), words);
  }

  public Cause withWords(String said) {
    return new Cause(actor, noun, second, said);
  }
}

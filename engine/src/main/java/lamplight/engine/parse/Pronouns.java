package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Doing;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;

/** What "it", "them", "him" and "her" stand for after a command: what was named last of each. */
final class Pronouns {
  private final World world;
  private Optional<Referent> it;
  private List<Referent> them;
  private Optional<Referent> him;
  private Optional<Referent> her;

  private final List<Doing> past;

  private Pronouns(World world, Mind mind) {
    this.world = world;
    it = mind.it();
    them = mind.them();
    him = mind.him();
    her = mind.her();
    past = mind.past();
  }

  /**
   * The mind after a command of a player, who is none of them; the same object if it is the same,
   * as after a look around behind another.
   */
  static Mind after(Scope scope, Mind mind, Reading.Whole command, String last) {
    boolean plain = command.named().isEmpty() && command.phrase().nouns().isEmpty();
    if (plain && mind.isCalmAfter(last)) {
      return mind;
    }
    Pronouns pronouns = new Pronouns(scope.sight().world(), mind);
    for (Referent referent : command.named()) {
      if (!referent.equals(scope.player())) {
        pronouns.named(referent);
      }
    }
    if (command.phrase().nouns().size() > 1) {
      pronouns.them = command.phrase().nouns();
    }
    return new Mind(
        pronouns.it,
        pronouns.them,
        pronouns.him,
        pronouns.her,
        last,
        Optional.empty(),
        Optional.empty(),
        pronouns.past);
  }

  private void named(Referent referent) {
    if (referent instanceof ThingId id) {
      Thing thing = world.thing(id);
      if (thing.plural()) {
        them = List.of(referent);
      }
      switch (thing.pronoun()) {
        case SHE -> her = Optional.of(referent);
        case HE -> him = Optional.of(referent);
        case THEY -> them = List.of(referent);
        case IT -> it = Optional.of(referent);
      }
    } else {
      // Nobody has told what a player is called by.
      them = List.of(referent);
      him = Optional.of(referent);
      her = Optional.of(referent);
    }
  }
}

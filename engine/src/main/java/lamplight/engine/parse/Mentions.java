package lamplight.engine.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Room;
import lamplight.engine.model.State;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Truth;
import lamplight.engine.model.World;
import lamplight.engine.parse.Sentence.Span;

/**
 * The words that a player can read around them now: in the description of the room and of what is
 * in sight. Who asks for one of them that nothing is called by has read well, and is not told that
 * there is no such thing.
 */
final class Mentions {
  private final Facts facts;
  private final Set<String> words = new HashSet<>();

  private Mentions(Facts facts) {
    this.facts = facts;
  }

  /** What a player can read who sees these things. */
  static Mentions of(Scope scope) {
    World world = scope.sight().world();
    State state = scope.sight().state();
    Mentions mentions = new Mentions(Facts.of(world, state, scope.player()));
    Room room = world.room(state.player(scope.player()).room());
    mentions.add(room.first());
    mentions.add(room.description());
    for (Referent referent : scope.present()) {
      if (referent instanceof ThingId id) {
        Thing thing = world.thing(id);
        mentions.add(thing.initial());
        mentions.add(thing.description());
      }
    }
    return mentions;
  }

  private void add(Text text) {
    for (Text.Part part : text.parts()) {
      boolean holds = part.when().test(facts) == Truth.YES;
      (holds ? Optional.of(part.text()) : part.otherwise()).ifPresent(this::add);
    }
  }

  private void add(Template template) {
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Words plain) {
        words.addAll(Sentence.of(plain.text()).words());
      }
    }
  }

  /** Whether a word was read, or one of which it is the singular. */
  private boolean has(String word) {
    if (English.OTHER.contains(word) || English.ordinal(word).isPresent()) {
      return false;
    }
    List<String> plurals = English.plurals(word);
    return words.contains(word) || plurals.stream().anyMatch(words::contains);
  }

  /** The first words of a span, as far as they were read; none if the first of all was not. */
  Span read(Sentence sentence, Span span) {
    int to = span.from();
    while (to < span.to() && has(sentence.word(to))) {
      to++;
    }
    return new Span(span.from(), to);
  }
}

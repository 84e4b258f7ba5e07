package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.parse.Sentence.Span;

/**
 * Nouns that say whose a thing is or where: {@code Bea's lamp, my key, the coin on the desk, all
 * that Bea carries}; and, in an answer to "which?", that alone: {@code mine, on the desk, Bea's}.
 *
 * <p>The rest of the words is looked for among what is there.
 *
 * @param indices the words of the span that mean something
 */
record Possession(Nouns nouns, Sentence sentence, Want want, Span span, List<Integer> indices) {

  /** What is meant; empty if the words do not speak of whose or where. */
  Optional<Finding> find() {
    Optional<String> owner = sentence.owner(indices.get(0));
    if (owner.isPresent() && (indices.size() > 1 || want.answering())) {
      return Optional.of(owned(owner.get()));
    }
    String first = sentence.word(indices.get(0));
    if (English.WHOSE.contains(first) && indices.size() > 1) {
      return Optional.of(owned(English.owner(first)));
    }
    int where = where();
    if (where >= 0) {
      return Optional.of(located(where));
    }
    Optional<Finding> mine = mine();
    if (mine.isPresent()) {
      return mine;
    }
    return want.answering() ? answeredByPlace() : Optional.empty();
  }

  /** "My lamp", if the player has one; else it is any lamp. */
  Optional<Finding> mine() {
    boolean alone = English.MINE.contains(sentence.word(indices.get(0)));
    if (!saysMine() || (alone && !want.answering())) {
      return Optional.empty();
    }
    Span rest = alone ? new Span(span.from(), span.from()) : new Span(indices.get(0), span.to());
    return Optional.of(among(nouns.scope()::carries, rest))
        .filter(found -> !(found instanceof Finding.Lost));
  }

  private boolean saysMine() {
    for (int i = span.from(); i <= indices.get(0); i++) {
      if (English.MINE.contains(sentence.word(i))) {
        return true;
      }
    }
    return false;
  }

  private Finding owned(String name) {
    Span first = new Span(indices.get(0), indices.get(0) + 1);
    Finding whose = whole().find(Sentence.of(name), new Span(0, 1), Want.of(Slot.THING, List.of()));
    if (whose instanceof Finding.Lost lost) {
      return new Finding.Lost(lost.trouble(), first, lost.thing(), lost.number());
    }
    Referent owner = ((Finding.Found) single(whose)).referents().get(0);
    Span rest = new Span(first.to(), span.to());
    Finding theirs = among(one -> nouns.scope().isAt(one, owner), rest);
    if (theirs instanceof Finding.Lost && !(owner instanceof PlayerId)) {
      // What a person of the world calls their own may well lie about.
      theirs = among(one -> nouns.scope().heldByNobody(one), rest);
    }
    return theirs instanceof Finding.Lost
        ? new Finding.Lost(Trouble.NOT_THEIRS, span, Optional.of(owner), 0)
        : theirs;
  }

  /** Of several owners the first: whose a thing is, is no question worth asking. */
  private static Finding single(Finding finding) {
    return finding instanceof Finding.Which which
        ? Finding.Found.one(which.choices().get(0))
        : finding;
  }

  private Finding located(int where) {
    List<Integer> tail =
        IntStream.range(where + 1, span.to())
            .filter(i -> !English.HAVING.contains(sentence.word(i)))
            .filter(i -> !English.WHERE.contains(sentence.word(i)))
            .boxed()
            .toList();
    if (tail.isEmpty()) {
      return Finding.Lost.at(Trouble.LOST, new Span(where, span.to()));
    }
    Span head = new Span(span.from(), where);
    Span place = new Span(tail.get(0), tail.get(tail.size() - 1) + 1);
    if (English.HERE.contains(sentence.word(place.to() - 1))) {
      return there(among(nouns.scope()::lies, head));
    }
    Finding found = whole().find(sentence, place, Want.of(Slot.THING, List.of()));
    if (found instanceof Finding.Lost) {
      return found;
    }
    Referent holder = ((Finding.Found) single(found)).referents().get(0);
    return there(among(one -> nouns.scope().isAt(one, holder), head));
  }

  private Finding there(Finding finding) {
    return finding instanceof Finding.Lost ? Finding.Lost.at(Trouble.NOT_IN_THERE, span) : finding;
  }

  /** "The desk", for what lies on it. */
  private Optional<Finding> answeredByPlace() {
    if (English.HERE.contains(sentence.word(span.to() - 1))) {
      return Optional.of(among(nouns.scope()::lies, new Span(span.from(), span.from())));
    }
    Finding found = whole().find(sentence, span, Want.of(Slot.THING, List.of()));
    if (!(found instanceof Finding.Found place)) {
      return Optional.empty();
    }
    Referent holder = place.referents().get(0);
    boolean named = nouns.scope().isPresent(holder);
    Finding there =
        among(one -> nouns.scope().isAt(one, holder), new Span(span.from(), span.from()));
    return Optional.of(there).filter(one -> !named && !(one instanceof Finding.Lost));
  }

  /** What some words mean among the things that something is true of. */
  private Finding among(Predicate<Referent> test, Span words) {
    List<Referent> fitting = nouns.scope().present().stream().filter(test).toList();
    boolean wordless =
        IntStream.range(words.from(), words.to())
            .mapToObj(sentence::word)
            .allMatch(word -> English.ARTICLES.contains(word) || English.ONE.contains(word));
    if (!wordless) {
      return new Nouns(nouns.lexicon(), nouns.scope().only(fitting), nouns.mind())
          .find(sentence, words, want);
    }
    if (!want.answering() || fitting.isEmpty()) {
      return Finding.Lost.at(Trouble.LOST, span);
    }
    return fitting.size() == 1
        ? Finding.Found.one(fitting.get(0))
        : new Finding.Which(span, "", fitting);
  }

  /** The word that says where, behind a noun, or in an answer in front of a place; -1 if none. */
  private int where() {
    for (int i = span.from() + (want.answering() ? 0 : 1); i < span.to() - 1; i++) {
      if (English.WHERE.contains(sentence.word(i))
          && (i > span.from() || !English.POINTERS.contains(sentence.word(i)))
          && (i > indices.get(0) || want.answering())) {
        return i;
      }
    }
    return -1;
  }

  private Nouns whole() {
    return new Nouns(nouns.lexicon(), nouns.scope().whole(), nouns.mind());
  }
}

package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Referent;
import lamplight.engine.parse.Sentence.Span;

/**
 * Finds out what a noun phrase stands for: {@code the lamp, two coins and all keys but the brass
 * one}.
 *
 * <p>A phrase is a list of items and, behind "except", a list of what is left out. An item is a
 * pronoun, a reference, or words with something in front that says how many. Words are tried as
 * they stand first, so that a "second key" may be one that is called so.
 */
record Nouns(Lexicon lexicon, Scope scope, Mind mind) {

  /** What some words of a sentence stand for. */
  Finding find(Sentence sentence, Span span, Want want) {
    return new Phrases(sentence, want, new Matches(lexicon, scope, want)).find(span);
  }

  /** One search. */
  private final class Phrases {
    private final Sentence sentence;
    private final Want want;
    private final Matches matches;

    Phrases(Sentence sentence, Want want, Matches matches) {
      this.sentence = sentence;
      this.want = want;
      this.matches = matches;
    }

    Finding find(Span span) {
      int except = want.slot().several() ? first(span, English.EXCEPT) : span.to();
      if (except == span.from() || except == span.to() - 1) {
        return Finding.Lost.at(Trouble.LOST, new Span(except, except + 1));
      }
      Finding all = list(new Span(span.from(), except), this::item);
      if (!(all instanceof Finding.Found found) || except == span.to()) {
        return all;
      }
      OptionalInt number = English.number(sentence.word(span.to() - 1));
      if (except == span.to() - 2 && number.isPresent()) {
        int left = found.referents().size() - number.getAsInt();
        return left < 1
            ? tooFew(span, found.referents().size())
            : Finding.Found.many(found.referents().subList(0, left));
      }
      Finding excluded = list(new Span(except + 1, span.to()), this::whatever);
      if (!(excluded instanceof Finding.Found out)) {
        return excluded;
      }
      List<Referent> left =
          found.referents().stream().filter(one -> !out.referents().contains(one)).toList();
      return left.isEmpty()
          ? lost(nothing() == Trouble.EMPTY_HANDS ? nothing() : Trouble.NOTHING_ELSE, span)
          : Finding.Found.many(left);
    }

    private Finding list(Span span, java.util.function.Function<Span, Finding> reader) {
      List<Span> items = items(span);
      if (items.isEmpty()) {
        return lost(Trouble.LOST, span);
      }
      if (items.size() == 1) {
        Finding finding = reader.apply(items.get(0));
        return finding instanceof Finding.Found found && isTooMany(found)
            ? lost(Trouble.ONE_ONLY, span)
            : finding;
      }
      Set<Referent> referents = new LinkedHashSet<>();
      List<Referent> guessed = new ArrayList<>();
      List<Referent> named = new ArrayList<>();
      for (Span item : items) {
        Finding finding = reader.apply(item);
        if (!(finding instanceof Finding.Found found)) {
          return finding;
        }
        referents.addAll(found.referents());
        guessed.addAll(found.guessed());
        named.addAll(found.named());
      }
      Finding.Found all = new Finding.Found(List.copyOf(referents), true, guessed, named);
      return isTooMany(all) ? lost(Trouble.ONE_ONLY, span) : all;
    }

    private boolean isTooMany(Finding.Found found) {
      return found.several() && !want.slot().several() && found.referents().size() > 1;
    }

    private Finding item(Span span) {
      List<Integer> indices = meaningful(span);
      if (indices.isEmpty()) {
        return lost(Trouble.LOST, span);
      }
      scope.effort().spend(1);
      if (scope.effort().isUsedUp()) {
        return lost(Trouble.LOST, span);
      }
      String first = sentence.word(indices.get(0));
      Optional<Referent> reference = Sentence.referent(first);
      if (indices.size() == 1 && reference.isPresent()) {
        return here(reference.get(), span, false);
      }
      if (indices.size() == 1 && matches.exactly(List.of(first)).isEmpty()) {
        if (English.pronoun(first)) {
          return pronoun(first, span);
        }
        if (English.ME.contains(first)) {
          return Finding.Found.one(scope.player());
        }
      }
      return counted(span, indices);
    }

    /** Everything that an item could mean, for what is left out. */
    private Finding whatever(Span span) {
      List<Referent> any = matches.of(words(trimmed(meaningful(span))));
      return any.isEmpty() ? item(span) : Finding.Found.many(any);
    }

    /** An item that may say how many. */
    private Finding counted(Span span, List<Integer> indices) {
      List<String> words = words(indices);
      if (!matches.exactly(words).isEmpty()) {
        return new Possession(Nouns.this, sentence, want, span, indices)
            .mine()
            .orElseGet(() -> chosen(span, indices));
      }
      return new Possession(Nouns.this, sentence, want, span, indices)
          .find()
          .orElseGet(() -> quantified(span, indices));
    }

    private Finding quantified(Span span, List<Integer> indices) {
      List<String> words = words(indices);
      String first = words.get(0);
      List<Integer> rest = trimmed(indices.subList(1, indices.size()));
      if (English.ALL.contains(first)) {
        return all(span, rest);
      }
      if (English.ANY.contains(first)) {
        if (rest.isEmpty() && !want.answering()) {
          return any(span);
        }
        return narrowed(
            span, rest, found -> Finding.Found.guess(matches.byLikelihood(found).get(0)));
      }
      if (English.POINTERS.contains(first) && !rest.isEmpty()) {
        return counted(span, rest);
      }
      if (English.OTHER.contains(first) && !rest.isEmpty()) {
        return narrowed(span, rest, found -> one(span, words(rest), other(found)));
      }
      OptionalInt ordinal = English.ordinal(first);
      if (ordinal.isPresent()) {
        return narrowed(span, rest, found -> place(span, found, ordinal.getAsInt()));
      }
      OptionalInt number = English.number(first);
      if (number.isPresent() && number.getAsInt() == 1 && rest.isEmpty() && !want.answering()) {
        return any(span);
      }
      if (number.isPresent() && !English.ONE.contains(first)) {
        int count = number.getAsInt();
        return rest.isEmpty()
            ? narrowed(span, rest, found -> place(span, found, count))
            : narrowed(span, rest, found -> some(span, found, count));
      }
      return chosen(span, number.isPresent() && !rest.isEmpty() ? rest : trimmed(indices));
    }

    /** All but the one that was named last, if it is among them. */
    private List<Referent> other(List<Referent> found) {
      List<Referent> others =
          found.stream().filter(one -> !mind.it().equals(Optional.of(one))).toList();
      return others.isEmpty() ? found : others;
    }

    /** Any of what "all" would be. */
    private Finding any(Span span) {
      List<Referent> all = matches.all();
      return all.isEmpty()
          ? lost(nothing(), span)
          : Finding.Found.guess(matches.byLikelihood(all).get(0));
    }

    private Finding all(Span span, List<Integer> rest) {
      boolean both = rest.isEmpty() && !want.answering() && says(span, "both");
      if (both && mind.them().size() != 2) {
        return lost(Trouble.NO_REFERENT, span);
      }
      if (both) {
        return pronoun("them", span);
      }
      if (rest.size() == 1 && English.THEM.contains(sentence.word(rest.get(0)))) {
        return want.answering()
            ? Finding.Found.many(scope.present())
            : pronoun(sentence.word(rest.get(0)), span);
      }
      boolean counted = !rest.isEmpty() && matches.of(words(rest)).isEmpty();
      List<Integer> words =
          counted && English.number(sentence.word(rest.get(0))).isPresent()
              ? rest.subList(1, rest.size())
              : rest;
      if (!words.isEmpty()) {
        return narrowed(span, words, found -> Finding.Found.many(matches.suitable(found)));
      }
      List<Referent> all = want.answering() ? scope.present() : matches.all();
      return all.isEmpty() ? lost(nothing(), span) : Finding.Found.everything(all);
    }

    private Trouble nothing() {
      boolean held = want.slot().held() || want.fits().indexOf(Fit.HELD) == 0;
      boolean empty =
          scope.present().stream()
              .noneMatch(one -> scope.suits(one, Fit.HELD) || scope.suits(one, Fit.WORN));
      return held && empty ? Trouble.EMPTY_HANDS : Trouble.NOTHING;
    }

    /** What the words fit, and then something done with that; without words only in an answer. */
    private Finding narrowed(
        Span span,
        List<Integer> indices,
        java.util.function.Function<List<Referent>, Finding> then) {
      if (indices.isEmpty()) {
        return want.answering() ? then.apply(scope.present()) : lost(Trouble.LOST, span);
      }
      List<Referent> found = matches.of(words(indices));
      if (found.isEmpty()) {
        return unknown(indices);
      }
      List<Referent> within =
          want.within().isEmpty() ? found : found.stream().filter(matches::isWithin).toList();
      return within.isEmpty() ? lost(Trouble.NOT_IN_THERE, span) : then.apply(within);
    }

    private Finding place(Span span, List<Referent> found, int place) {
      if (place == Integer.MAX_VALUE) {
        return Finding.Found.one(found.get(found.size() - 1));
      }
      return place > found.size()
          ? tooFew(span, found.size())
          : Finding.Found.one(found.get(place - 1));
    }

    private Finding some(Span span, List<Referent> found, int count) {
      List<Referent> suitable = matches.suitable(found);
      return count > suitable.size()
          ? tooFew(span, suitable.size())
          : Finding.Found.many(matches.byLikelihood(suitable).subList(0, count));
    }

    private Finding chosen(Span span, List<Integer> indices) {
      List<String> words = words(indices);
      String noun = words.isEmpty() ? "" : words.get(words.size() - 1);
      return narrowed(
          span,
          indices,
          found ->
              want.slot().several() && found.size() > 1 && matches.plural(found, noun)
                  ? Finding.Found.many(matches.suitable(found))
                  : one(span, words, found));
    }

    /** The one that is meant, or the question which. */
    private Finding one(Span span, List<String> words, List<Referent> found) {
      List<Referent> likely = matches.kinds(matches.likeliest(found));
      if (likely.size() == 1) {
        boolean sure = matches.kinds(found).size() == 1 || isNamed(likely.get(0), found, words);
        return sure ? Finding.Found.one(likely.get(0)) : Finding.Found.guess(likely.get(0));
      }
      return likely.stream()
          .filter(match -> isNamed(match, likely, words))
          .findFirst()
          .<Finding>map(Finding.Found::one)
          .orElseGet(() -> new Finding.Which(span, words.get(words.size() - 1), likely));
    }

    /** Whether the words say all of a thing's name, and of no other's. */
    private boolean isNamed(Referent referent, List<Referent> others, List<String> words) {
      return matches.kinds(matches.wholly(others, words)).equals(List.of(referent));
    }

    private Finding pronoun(String word, Span span) {
      if (English.THEM.contains(word)) {
        List<Referent> them = mind.them();
        List<Referent> present = them.stream().filter(scope::isPresent).toList();
        return them.isEmpty()
            ? lost(Trouble.NO_REFERENT, span)
            : present.isEmpty()
                ? gone(them.get(0), span)
                : new Finding.Found(present, present.size() > 1, present, present);
      }
      Optional<Referent> meant =
          English.HIM.contains(word)
              ? mind.him()
              : English.HER.contains(word) ? mind.her() : mind.it();
      return meant
          .map(referent -> here(referent, span, true))
          .orElseGet(() -> lost(Trouble.NO_REFERENT, span));
    }

    private Finding here(Referent referent, Span span, boolean guessed) {
      if (!scope.isPresent(referent)) {
        return gone(referent, span);
      }
      return guessed ? Finding.Found.guess(referent) : Finding.Found.one(referent);
    }

    /** Blames the first word that nothing in sight is called, or else all of them together. */
    private Finding unknown(List<Integer> indices) {
      Span all = new Span(indices.get(0), indices.get(indices.size() - 1) + 1);
      for (int index : indices) {
        String word = sentence.word(index);
        if (!English.pronoun(word) && lexicon.spellings(word).stream().noneMatch(scope::knows)) {
          Span blame = new Span(index, index + 1);
          Optional<Referent> absent = scope.absentPlayer(word);
          if (absent.isPresent()) {
            return gone(absent.get(), blame);
          }
          if (lexicon.spellings(word).stream().anyMatch(scope::remembers)) {
            return lost(Trouble.NOT_HERE, all);
          }
          return lost(lexicon.joins(word) ? Trouble.LOST : Trouble.UNKNOWN_NOUN, blame);
        }
      }
      return lost(Trouble.NOT_HERE, all);
    }

    private List<Integer> meaningful(Span span) {
      List<Integer> indices = new ArrayList<>();
      for (int i = span.from(); i < span.to(); i++) {
        if (!English.ARTICLES.contains(sentence.word(i))) {
          indices.add(i);
        }
      }
      return indices;
    }

    /** Without a "one" or "things" that stands for a noun. */
    private List<Integer> trimmed(List<Integer> indices) {
      int last = indices.size() - 1;
      boolean one = last >= 0 && English.ONE.contains(sentence.word(indices.get(last)));
      return one && matches.of(words(indices)).isEmpty() ? indices.subList(0, last) : indices;
    }

    private List<Span> items(Span span) {
      List<Span> items = new ArrayList<>();
      int start = span.from();
      for (int i = span.from(); i <= span.to(); i++) {
        if (i == span.to() || English.AND.contains(sentence.word(i))) {
          if (i > start) {
            items.add(new Span(start, i));
          }
          start = i + 1;
        }
      }
      return items;
    }

    private boolean says(Span span, String word) {
      return Collections.frequency(sentence.words().subList(span.from(), span.to()), word) == 1;
    }

    private int first(Span span, Set<String> words) {
      int at = span.from();
      while (at < span.to() && !words.contains(sentence.word(at))) {
        at++;
      }
      return at;
    }

    private List<String> words(List<Integer> indices) {
      List<String> words = new ArrayList<>(indices.size());
      for (int index : indices) {
        words.add(sentence.word(index));
      }
      return words;
    }

    private Finding lost(Trouble trouble, Span span) {
      return Finding.Lost.at(trouble, span);
    }

    private Finding gone(Referent referent, Span span) {
      return new Finding.Lost(Trouble.GONE, span, Optional.of(referent), 0);
    }

    private Finding tooFew(Span span, int number) {
      return new Finding.Lost(Trouble.TOO_FEW, span, Optional.empty(), number);
    }
  }
}

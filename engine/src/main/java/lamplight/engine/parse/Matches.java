package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import lamplight.engine.model.Place;
import lamplight.engine.model.Referent;
import lamplight.engine.model.ThingId;

/**
 * Which things in sight some words fit, and which of those are the likeliest, for one noun phrase:
 * its words are asked about in several ways, and what they fit as they stand is found once.
 */
final class Matches {
  /** The shortest beginning of a noun that stands for it. */
  private static final int PREFIX = 3;

  private final Lexicon lexicon;
  private final Scope scope;
  private final Want want;

  /** The words that were asked about last, and what they fit. */
  private List<String> asked = List.of();

  private List<Referent> exact = List.of();

  Matches(Lexicon lexicon, Scope scope, Want want) {
    this.lexicon = lexicon;
    this.scope = scope;
    this.want = want;
  }

  /**
   * All that the words fit: by whole words if anything does, else by their beginnings. What they
   * name goes before what they only describe: "oil" is the oil, not the oil lamp.
   */
  List<Referent> of(List<String> words) {
    if (words.isEmpty() || saysTwice(words)) {
      return List.of();
    }
    List<Referent> whole = exactly(words);
    if (!whole.isEmpty() || want.strict()) {
      return whole;
    }
    Set<String> beginnings = beginnings(words);
    return fitting(
        words,
        (called, word) -> called.knows(word) || (beginnings.contains(word) && called.begins(word)));
  }

  /** Of all spellings; asked once, and not for each thing in sight. */
  private Set<String> beginnings(List<String> words) {
    Set<String> beginnings = new HashSet<>();
    for (String word : words) {
      for (String spelling : lexicon.spellings(word)) {
        if (isBeginning(spelling)) {
          beginnings.add(spelling);
        }
      }
    }
    return beginnings;
  }

  private static boolean saysTwice(List<String> words) {
    return words.size() > 1 && new HashSet<>(words).size() < words.size();
  }

  /** A word that the player knows for something else stands for nothing else. */
  private boolean isBeginning(String word) {
    return word.length() >= PREFIX && !scope.remembers(word) && scope.absentPlayer(word).isEmpty();
  }

  /** All that the words fit as they stand. */
  List<Referent> exactly(List<String> words) {
    if (!words.equals(asked)) {
      exact = named(fitting(words, Called::knows), last(words));
      asked = words;
    }
    return exact;
  }

  /** Whether a word is a plural for all of these. */
  boolean plural(List<Referent> matches, String word) {
    return matches.stream().allMatch(match -> isPlural(match, word));
  }

  /** What "all" means. */
  List<Referent> all() {
    scope.effort().spend(scope.present().size());
    return candidates().stream()
        .filter(referent -> !referent.equals(scope.player()))
        .filter(this::allFits)
        .toList();
  }

  /** What a noun that was left out could be: nothing if the verb goes with anything. */
  List<Referent> guesses() {
    boolean anything = want.fits().isEmpty() && !want.slot().held() && want.slot() != Slot.PERSON;
    return anything
        ? List.of()
        : candidates().stream()
            .filter(referent -> !referent.equals(scope.player()))
            .filter(referent -> want.slot() == Slot.PERSON || fit(referent) == 0)
            .filter(referent -> !want.slot().held() || held(referent) == 0)
            .toList();
  }

  /** Those that suit the verb best. */
  List<Referent> likeliest(List<Referent> matches) {
    if (matches.size() < 2) {
      return matches;
    }
    int best = Integer.MAX_VALUE;
    List<Referent> likeliest = new ArrayList<>();
    for (Referent match : matches) {
      int rank = rank(match);
      if (rank < best) {
        likeliest.clear();
      }
      best = Math.min(best, rank);
      if (rank == best) {
        likeliest.add(match);
      }
    }
    return likeliest;
  }

  /** Those that suit the verb at all, or all if none does. */
  List<Referent> suitable(List<Referent> matches) {
    return passing(matches, match -> fit(match) == 0);
  }

  /** The same, the likeliest first. */
  List<Referent> byLikelihood(List<Referent> matches) {
    return matches.stream().sorted(Comparator.comparingInt(this::rank)).toList();
  }

  /** One of each kind: copies that nobody can tell apart are interchangeable. */
  List<Referent> kinds(List<Referent> matches) {
    if (matches.size() < 2) {
      return matches;
    }
    Set<Referent> kinds = new HashSet<>();
    return matches.stream().filter(match -> kinds.add(scope.kind(match))).toList();
  }

  /** Those of which the words say the whole name. */
  List<Referent> wholly(List<Referent> matches, List<String> words) {
    return matches.stream()
        .filter(match -> words.containsAll(scope.words(match).adjectives()))
        .toList();
  }

  boolean isWithin(Referent referent) {
    return want.within().isEmpty() || scope.holder(referent).equals(want.within());
  }

  private List<Referent> candidates() {
    return want.strict() && want.slot() == Slot.PERSON
        ? scope.present().stream().filter(scope::isPerson).toList()
        : scope.present();
  }

  private List<Referent> fitting(List<String> words, BiPredicate<Called, String> fits) {
    scope.effort().spend(words.size() * scope.present().size());
    List<Referent> left = candidates();
    for (String word : words) {
      Set<String> spellings = lexicon.spellings(word);
      List<Referent> fitting = new ArrayList<>();
      for (Referent referent : left) {
        if (fitsAny(scope.words(referent), spellings, fits)) {
          fitting.add(referent);
        }
      }
      left = fitting;
    }
    return left;
  }

  private static boolean fitsAny(
      Called called, Set<String> spellings, BiPredicate<Called, String> fits) {
    for (String spelling : spellings) {
      if (fits.test(called, spelling)) {
        return true;
      }
    }
    return false;
  }

  private List<Referent> named(List<Referent> matches, String noun) {
    if (matches.size() < 2) {
      return matches;
    }
    List<Referent> nouns =
        passing(
            matches, match -> fitsAny(scope.words(match), lexicon.spellings(noun), Called::isNoun));
    return passing(nouns, match -> !isPlural(match, noun));
  }

  /** Those that pass a test; all, if none does. */
  private static List<Referent> passing(List<Referent> matches, Predicate<Referent> test) {
    List<Referent> passing = new ArrayList<>();
    for (Referent match : matches) {
      if (test.test(match)) {
        passing.add(match);
      }
    }
    return passing.isEmpty() ? matches : passing;
  }

  private boolean isPlural(Referent referent, String word) {
    return fitsAny(scope.words(referent), lexicon.spellings(word), Called::isPlural);
  }

  private boolean allFits(Referent referent) {
    boolean unpacked = want.within().isEmpty() && nested(referent) && scope.carries(referent);
    if (unpacked || !isWithin(referent)) {
      return false;
    }
    if (want.slot().held()) {
      return fit(referent) == 0 && held(referent) == 0;
    }
    boolean any = want.fits().isEmpty() || (want.within().isPresent() && !scope.reaches(referent));
    return any ? !scope.isScenery(referent) && !scope.isPerson(referent) : fit(referent) == 0;
  }

  private int rank(Referent referent) {
    int rank = fit(referent);
    rank = rank * 4 + (want.slot().held() ? held(referent) : 0);
    rank = rank * 2 + (want.slot() == Slot.PERSON && !scope.isPerson(referent) ? 1 : 0);
    rank = rank * 2 + (scope.isScenery(referent) ? 1 : 0);
    rank = rank * 2 + (scope.reaches(referent) ? 0 : 1);
    return rank * 2 + (referent.equals(scope.player()) ? 1 : 0);
  }

  private int fit(Referent referent) {
    int fit = 0;
    while (fit < want.fits().size() && !scope.suits(referent, want.fits().get(fit))) {
      fit++;
    }
    return fit;
  }

  private int held(Referent referent) {
    if (scope.suits(referent, Fit.HELD)) {
      return 0;
    }
    return scope.suits(referent, Fit.WORN) ? 1 : scope.carries(referent) ? 2 : 3;
  }

  private boolean nested(Referent referent) {
    return referent instanceof ThingId thing
        && !(scope.sight().state().place(thing) instanceof Place.HeldBy);
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }
}

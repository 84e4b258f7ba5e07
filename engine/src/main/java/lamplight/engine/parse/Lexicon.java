package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Direction;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.Text;

/**
 * The words that a world's players can use: its verbs with their patterns, synonyms, and words that
 * mean nothing. It is data, read from {@code vocabulary.yaml} of the engine and then of the world.
 */
public final class Lexicon {
  /** The verbs that the parser itself carries out. */
  static final ActionId AGAIN = new ActionId("again");

  static final ActionId OOPS = new ActionId("oops");
  static final ActionId UNDO = new ActionId("undo");

  /** The shortest beginning of a verb that stands for it. */
  private static final int PREFIX = 2;

  private final Map<ActionId, Verb> verbs;
  private final TreeMap<String, List<Form>> byFirstWord = new TreeMap<>();
  private final List<Form> withoutFirstWord = new ArrayList<>();
  private final Map<String, Set<String>> spellings = new HashMap<>();
  private final Map<String, List<List<String>>> noiseByFirst;
  private final Map<String, List<List<String>>> noiseByLast;
  private final Set<String> backdrop;
  private final Set<String> joints = new HashSet<>();

  /**
   * A pattern of a verb.
   *
   * @param fewestWords how many a sentence has at least that fits it
   * @param order the number in which it was added
   */
  record Form(Verb verb, Pattern pattern, int fewestWords, int order) {}

  private Lexicon(Builder builder) {
    verbs = Map.copyOf(builder.verbs);
    builder.synonyms.forEach(
        (word, others) -> {
          Set<String> all = new LinkedHashSet<>(List.of(word));
          all.addAll(others);
          spellings.put(word, Collections.unmodifiableSet(all));
        });
    noiseByFirst = builder.noise.stream().collect(Collectors.groupingBy(phrase -> phrase.get(0)));
    noiseByLast =
        builder.noise.stream()
            .collect(Collectors.groupingBy(phrase -> phrase.get(phrase.size() - 1)));
    backdrop = Set.copyOf(builder.backdrop);
    List<Form> forms = new ArrayList<>();
    for (Map.Entry<Pattern, ActionId> entry : builder.patterns.values()) {
      Pattern pattern = entry.getKey();
      Verb verb = builder.found(entry.getValue());
      forms.add(new Form(verb, pattern, pattern.fewestWords(), forms.size()));
    }
    forms.sort(
        Comparator.comparingInt((Form form) -> -form.pattern().words())
            .thenComparingInt(Form::order));
    for (Form form : forms) {
      if (form.pattern().parts().get(0) instanceof Pattern.Word word) {
        byFirstWord.computeIfAbsent(word.word(), key -> new ArrayList<>()).add(form);
      } else {
        withoutFirstWord.add(form);
      }
      if (form.pattern().hasGap()) {
        form.pattern().parts().stream()
            .skip(1)
            .filter(Pattern.Word.class::isInstance)
            .forEach(part -> joints.add(((Pattern.Word) part).word()));
      }
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<Verb> verb(ActionId id) {
    return Optional.ofNullable(verbs.get(id));
  }

  /** The ids of all verbs. */
  public Set<ActionId> actions() {
    return verbs.keySet();
  }

  /** The words that a command can begin with, sorted. */
  public Set<String> firstWords() {
    return java.util.Collections.unmodifiableSet(byFirstWord.keySet());
  }

  /** The first words that may be offered to somebody who mistyped one, sorted. */
  Set<String> offered() {
    return byFirstWord.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(form -> !form.verb().secret()))
        .map(Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }

  /** Whether a word is for what every place has in some way: floor, sky. */
  boolean backdrop(String word) {
    return spellings(word).stream().anyMatch(backdrop::contains);
  }

  /**
   * The action that an author's words name: {@code put any in basin}. The words are matched like a
   * player's, with ids in place of nouns.
   *
   * @return empty if no pattern fits
   */
  public Optional<Trigger> trigger(String words) {
    return Triggers.read(this, words);
  }

  /** Words as they are compared: folded, and without those that mean nothing around them. */
  public String plain(String text) {
    return String.join(" ", withoutNoise(Sentence.of(text)).words());
  }

  /**
   * The words of an action's first pattern that has so many nouns, one of them its last part: with
   * "" in place of those before. {@code [put, "", in]} wants the second noun.
   *
   * @return empty if there is none
   */
  public List<String> lacking(ActionId action, int nouns) {
    return byFirstWord.values().stream()
        .flatMap(List::stream)
        .filter(form -> form.verb().id().equals(action) && form.pattern().endsWithNoun(nouns))
        .min(Comparator.comparingInt(Form::order))
        .map(form -> form.pattern().begun())
        .orElse(List.of());
  }

  /** Whether a command can begin with a word as it stands. */
  boolean isVerb(String word) {
    for (String spelling : spellings(word)) {
      if (byFirstWord.containsKey(spelling)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a whole command. */
  boolean standsAlone(String word) {
    return isVerb(word)
        && forms(word).stream().anyMatch(form -> form.pattern().parts().size() == 1);
  }

  /** The patterns that a word can begin, the most telling first: a verb or the beginning of one. */
  List<Form> forms(String word) {
    for (String spelling : spellings(word)) {
      List<Form> forms = byFirstWord.get(spelling);
      if (forms != null) {
        return forms;
      }
    }
    return word.length() < PREFIX ? List.of() : begunBy(word);
  }

  /** The patterns that begin with a noun or a direction. */
  List<Form> formsWithoutFirstWord() {
    return withoutFirstWord;
  }

  /** A word and what else it may stand for. */
  Set<String> spellings(String word) {
    Set<String> known = spellings.get(word);
    return known == null ? Set.of(word) : known;
  }

  Optional<Direction> direction(String word) {
    for (String spelling : spellings(word)) {
      Optional<Direction> direction = Direction.of(spelling);
      if (direction.isPresent()) {
        return direction;
      }
    }
    return Optional.empty();
  }

  /** Whether a word joins the parts of a pattern: "with", "about". */
  boolean joins(String word) {
    return joints.contains(word) || English.AND.contains(word) || English.EXCEPT.contains(word);
  }

  /** The words that join the parts of the patterns that a verb begins. */
  Set<String> joints(String verb) {
    return forms(verb).stream()
        .flatMap(form -> form.pattern().parts().stream().skip(1))
        .filter(Pattern.Word.class::isInstance)
        .map(part -> ((Pattern.Word) part).word())
        .collect(java.util.stream.Collectors.toSet());
  }

  /** A sentence without the words that mean nothing at its beginning and its end. */
  Sentence withoutNoise(Sentence sentence) {
    List<String> words = sentence.words();
    int from = 0;
    int to = words.size();
    for (int skip = 1; skip > 0 && from < to; from += skip) {
      skip = noiseAt(words.subList(from, to), true);
    }
    for (int skip = 1; skip > 0 && from < to; to -= skip) {
      skip = noiseAt(words.subList(from, to), false);
    }
    boolean all = from == 0 && to == words.size();
    return from < to && !all ? sentence.only(from, to) : sentence;
  }

  private int noiseAt(List<String> words, boolean front) {
    int size = words.size();
    String outermost = words.get(front ? 0 : size - 1);
    int longest = English.AND.contains(outermost) ? 1 : 0;
    List<List<String>> phrases =
        (front ? noiseByFirst : noiseByLast).getOrDefault(outermost, List.of());
    for (List<String> phrase : phrases) {
      int from = front ? 0 : size - phrase.size();
      if (phrase.size() > longest
          && phrase.size() < size
          && words.subList(from, from + phrase.size()).equals(phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }

  /** The patterns of the one verb that a word begins; none if it begins several verbs. */
  private List<Form> begunBy(String start) {
    List<Form> begun = List.of();
    for (List<Form> forms : byFirstWord.tailMap(start, true).values()) {
      if (!((Pattern.Word) forms.get(0).pattern().parts().get(0)).word().startsWith(start)) {
        break;
      }
      if (forms.stream().allMatch(form -> form.verb().secret())) {
        continue;
      }
      if (begun.isEmpty()) {
        begun = forms;
      } else if (!actions(forms).equals(actions(begun))) {
        return List.of();
      }
    }
    return begun;
  }

  private static Set<ActionId> actions(List<Form> forms) {
    Set<ActionId> actions = new HashSet<>();
    forms.forEach(form -> actions.add(form.verb().id()));
    return actions;
  }

  /** Collects the words of the engine, then those of a world, which win where both say the same. */
  public static final class Builder {
    private final Map<ActionId, Verb> verbs = new LinkedHashMap<>();
    private final Map<List<Pattern.Part>, Map.Entry<Pattern, ActionId>> patterns =
        new LinkedHashMap<>();
    private final Map<String, Set<String>> synonyms = new HashMap<>();
    private final Set<List<String>> noise = new HashSet<>();
    private final Set<String> backdrop = new HashSet<>();

    private Builder() {}

    /**
     * A way to say a verb, new or not.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with the pattern
     */
    public Builder pattern(ActionId verb, String pattern) {
      verbs.putIfAbsent(verb, Verb.named(verb));
      Pattern.parse(pattern).forEach(one -> patterns.put(one.outline(), Map.entry(one, verb)));
      return this;
    }

    /** A verb that takes no turn. */
    public Builder free(ActionId id, boolean free) {
      return put(found(id).asFree(free));
    }

    /** A verb whose words are spoken. */
    public Builder speech(ActionId id, boolean speech) {
      return put(found(id).asSpeech(speech));
    }

    /** A verb whose words are kept from whoever has not heard of them. */
    public Builder secret(ActionId id, boolean secret) {
      return put(found(id).asSecret(secret));
    }

    /** A verb that can be done to what is out of reach. */
    public Builder far(ActionId id, boolean far) {
      return put(found(id).asFar(far));
    }

    /** What a verb's nouns most likely are. */
    public Builder likely(ActionId id, List<Fit> noun, List<Fit> second) {
      return put(found(id).likely(noun, second));
    }

    /** What happens if no rule says anything else. */
    public Builder otherwise(ActionId id, Text text) {
      return put(found(id).otherwise(text));
    }

    /** A verb that only one role can do. */
    public Builder role(ActionId id, RoleId role) {
      return put(found(id).of(role));
    }

    /** A word that also means another: {@code lantern: lamp}. */
    public Builder synonym(String word, String meaning) {
      synonyms
          .computeIfAbsent(Sentence.fold(word), key -> new java.util.LinkedHashSet<>())
          .add(Sentence.fold(meaning));
      return this;
    }

    /** A noun of what every place has in some way. */
    public Builder backdrop(String word) {
      backdrop.add(Sentence.fold(word));
      return this;
    }

    /** Words that mean nothing at the beginning or the end of a command. */
    public Builder noise(String words) {
      List<String> phrase = Sentence.of(words).words();
      if (!phrase.isEmpty()) {
        noise.add(phrase);
      }
      return this;
    }

    public Lexicon build() {
      return new Lexicon(this);
    }

    private Builder put(Verb verb) {
      verbs.put(verb.id(), verb);
      return this;
    }

    private Verb found(ActionId id) {
      return verbs.computeIfAbsent(id, Verb::named);
    }
  }
}

package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lamplight.engine.model.ActionId;
import lamplight.engine.parse.Sentence.Span;

/**
 * Reads one sentence as a command.
 *
 * <p>Every pattern of the verb is laid over the sentence, the one with the most words of its own
 * first. The first that makes sense as a whole is the command. If none does, the best of the others
 * answers: one that leaves open which thing is meant; then one that the sentence only begins; then
 * the one that understood the most words.
 */
record Reader(Lexicon lexicon, Nouns nouns, Names names) {

  Reading read(Sentence typed) {
    Reading reading = asTyped(typed);
    if (reading instanceof Reading.Lost lost) {
      Optional<Reading> other = exceptBehind(lost.sentence()).map(Sentence::of).map(this::asTyped);
      return other.filter(one -> !(one instanceof Reading.Lost)).orElse(reading);
    }
    return reading;
  }

  /** "Put all in sack except coin" with what is left out where it belongs: behind "all". */
  private Optional<String> exceptBehind(Sentence sentence) {
    List<String> words = sentence.words();
    int all = first(words, 0, English.ALL::contains);
    int except = first(words, all + 1, English.EXCEPT::contains);
    int joint = first(words, all + 1, lexicon.joints(words.get(0))::contains);
    if (all < 0 || except < 0 || joint < 0 || joint >= except) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(
            " ", sentence.before(joint), sentence.after(except), sentence.between(joint, except)));
  }

  private static int first(List<String> words, int from, Predicate<String> test) {
    return IntStream.range(from, words.size())
        .filter(i -> test.test(words.get(i)))
        .findFirst()
        .orElse(-1);
  }

  private Reading asTyped(Sentence typed) {
    Sentence sentence = lexicon.withoutNoise(typed);
    if (sentence.size() == 0) {
      return new Reading.NoVerb(sentence);
    }
    List<Lexicon.Form> verbs = lexicon.forms(sentence.word(0));
    Reading best = whole(verbs, sentence).orElse(new Reading.NoVerb(sentence));
    if (best instanceof Reading.Whole) {
      return best;
    }
    Optional<Reading> other = whole(lexicon.formsWithoutFirstWord(), sentence);
    int comma = sentence.words().indexOf(",");
    boolean addressed = comma == 1 || (verbs.isEmpty() && comma > 1);
    if (other.isPresent() && (addressed || other.get() instanceof Reading.Whole)) {
      return other.get();
    }
    if (verbs.isEmpty() || best instanceof Reading.Which) {
      return best;
    }
    boolean nothing = best instanceof Reading.NoVerb;
    return begun(verbs, sentence, nothing)
        .filter(reading -> nothing || !(reading instanceof Reading.Lost))
        .orElseGet(() -> nothing ? leftOver(verbs.get(0).verb().id(), sentence) : best);
  }

  private Optional<Reading> whole(List<Lexicon.Form> forms, Sentence sentence) {
    Best best = new Best();
    for (Lexicon.Form form : forms) {
      for (Shape shape : Shape.whole(lexicon, form, sentence)) {
        Binding binding = new Binding(nouns, names, shape, sentence);
        Optional<Reading> problem = binding.bind(false);
        if (best.take(problem.isPresent() ? problem.get() : binding.command())) {
          return best.reading();
        }
      }
    }
    return best.reading();
  }

  /** A question for what the sentence leaves out, or the command with it guessed. */
  private Optional<Reading> begun(List<Lexicon.Form> forms, Sentence sentence, boolean withText) {
    List<Shape> shapes = new ArrayList<>();
    for (Lexicon.Form form : forms) {
      for (Shape shape : Shape.begun(lexicon, form, sentence)) {
        if ((withText || !shape.hasText()) && shape.asks()) {
          shapes.add(shape);
        }
      }
    }
    shapes.sort(
        Comparator.comparingInt((Shape shape) -> sentence.size() == 1 ? 0 : shape.remaining())
            .thenComparing(shape -> !(shape.next() instanceof Pattern.Gap))
            .thenComparing(shape -> shape.form().order()));
    Best best = new Best();
    for (Shape shape : shapes) {
      Binding binding = new Binding(nouns, names, shape, sentence);
      Optional<Reading> problem = binding.bind(true);
      if (best.take(problem.isPresent() ? problem.get() : completed(binding))) {
        return best.reading();
      }
    }
    return best.reading();
  }

  private Reading completed(Binding binding) {
    Reading.Missing missing = binding.missing();
    Optional<Binding.Guess> guess = binding.guess();
    if (guess.isPresent()) {
      String text = missing.before() + " " + Sentence.reference(guess.get().referent());
      Reading reading = read(Sentence.of(text));
      if (reading instanceof Reading.Whole whole) {
        return whole.completedWith(guess.get().said());
      }
    }
    return missing;
  }

  /** The verb is known, but not with what follows. */
  private static Reading leftOver(ActionId verb, Sentence sentence) {
    int at = Math.min(1, sentence.size() - 1);
    return new Reading.Lost(
        sentence, verb, Finding.Lost.at(Trouble.LOST, new Span(at, sentence.size())));
  }

  /** The first whole command, else the first question, else who understood most. */
  private static final class Best {
    private Optional<Reading> whole = Optional.empty();
    private Optional<Reading> which = Optional.empty();
    private Optional<Reading.Lost> lost = Optional.empty();

    /** Takes another reading into account; whether none can be better. */
    boolean take(Reading reading) {
      if (reading instanceof Reading.Lost other) {
        if (lost.isEmpty() || other.better(lost.get())) {
          lost = Optional.of(other);
        }
      } else if (reading instanceof Reading.Which) {
        which = which.isPresent() ? which : Optional.of(reading);
      } else {
        whole = Optional.of(reading);
      }
      return whole.isPresent();
    }

    Optional<Reading> reading() {
      if (whole.isPresent()) {
        return whole;
      }
      return which.isPresent() ? which : lost.map(Reading.class::cast);
    }
  }
}

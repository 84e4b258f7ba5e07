package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Referent;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;
import lamplight.engine.parse.Sentence.Span;

/** A pattern laid over a sentence, and what its placeholders stand for. */
final class Binding {
  private final Nouns nouns;
  private final Names names;
  private final Shape shape;
  private final Sentence sentence;
  private final Verb verb;
  private final List<Pattern.Part> parts;

  /** The number of the part that is the second noun; -1 if there is none. */
  private final int second;

  private final Map<Integer, Finding.Found> found = new TreeMap<>();
  private Optional<Direction> direction = Optional.empty();
  private List<RoomId> rooms = List.of();
  private int times = 1;

  /** A noun that was left out, and how that is said. */
  record Guess(Referent referent, String said) {}

  Binding(Nouns nouns, Names names, Shape shape, Sentence sentence) {
    this.nouns = nouns;
    this.names = names;
    this.shape = shape;
    this.sentence = sentence;
    this.verb = shape.form().verb();
    this.parts = shape.form().pattern().parts();
    this.second = shape.form().pattern().secondNoun();
  }

  /**
   * Finds what the words stand for. Which of two keys is asked only if the rest is there: nobody
   * has to choose what to give to a player who is not.
   *
   * @return what is wrong or open, if anything is
   */
  Optional<Reading> bind(boolean strict) {
    Optional<Reading> open = Optional.empty();
    for (int part : order()) {
      if (slot(part) == Slot.DIRECTION) {
        direction = nouns.lexicon().direction(sentence.word(span(part).from()));
        if (direction.isEmpty()) {
          return Optional.of(lost(Finding.Lost.at(Trouble.NO_WAY, span(part))));
        }
      } else if (slot(part) == Slot.NUMBER) {
        times = English.number(sentence.word(span(part).from())).orElse(1);
      } else if (slot(part) == Slot.ROOM) {
        rooms = atlas().rooms(sentence, span(part));
        if (rooms.isEmpty()) {
          // Who only looks for something may have meant a thing.
          Trouble trouble = verb.free() ? Trouble.UNKNOWN_NOUN : Trouble.NO_ROOM;
          return Optional.of(lost(Finding.Lost.at(trouble, span(part))));
        }
      } else if (slot(part) == Slot.HERE) {
        if (!atlas().isHere(sentence, span(part))) {
          return Optional.of(lost(Finding.Lost.at(Trouble.UNKNOWN_NOUN, span(part))));
        }
      } else if (slot(part) == Slot.PLAYER) {
        rooms = atlas().roomOf(sentence, span(part));
        if (rooms.isEmpty()) {
          return Optional.of(lost(Finding.Lost.at(Trouble.UNKNOWN_NOUN, span(part))));
        }
      } else if (slot(part).noun() && (open.isEmpty() || slot(part) != Slot.CONTENTS)) {
        Finding finding = find(part, want(part, strict || beforeAnother(part)));
        if (finding instanceof Finding.Found one) {
          found.put(part, one);
        } else if (finding instanceof Finding.Lost) {
          return Optional.of(problem(finding));
        } else if (open.isEmpty()) {
          open = Optional.of(problem(finding));
        }
      }
    }
    return open;
  }

  private Atlas atlas() {
    return new Atlas(nouns.lexicon(), nouns.scope());
  }

  /** The command, when everything is bound. */
  Reading command() {
    Optional<Referent> with = secondNoun();
    Optional<Finding.Found> first = first();
    boolean several = first.isPresent() && first.get().several();
    List<Referent> objects =
        first.isPresent() ? new ArrayList<>(first.get().referents()) : List.of();
    if (several && with.isPresent()) {
      objects.removeIf(with.get()::equals);
    }
    if (objects.isEmpty() && first.isPresent()) {
      return lost(Finding.Lost.at(Trouble.NOTHING_ELSE, new Span(0, sentence.size())));
    }
    Phrase phrase =
        new Phrase(
            verb.id(), objects, several, with, direction, rooms, times, words(), assumed(),
            inHand());
    return new Reading.Whole(sentence.text(), phrase, named(), false);
  }

  /** What to ask for, when the sentence ends before the pattern. */
  Reading.Missing missing() {
    int gap = nextGap();
    List<String> before = new ArrayList<>(List.of(sentence.typed(new Span(0, sentence.size()))));
    List<String> command = new ArrayList<>();
    for (int part = 0; part < gap; part++) {
      command.add(said(part));
      if (part >= shape.spans().size()) {
        before.add(said(part));
      }
    }
    return new Reading.Missing(
        String.join(" ", before), slot(gap), verb.id(), String.join(" ", command));
  }

  /** The only thing that fits where the sentence ends, if the pattern ends there too. */
  Optional<Guess> guess() {
    int gap = nextGap();
    if (gap < parts.size() - 1 || !slot(gap).noun() || shape.hasText()) {
      return Optional.empty();
    }
    Matches matches = new Matches(nouns.lexicon(), nouns.scope(), want(gap, true));
    List<Referent> fitting =
        matches.kinds(
            matches.guesses().stream().filter(referent -> !named().contains(referent)).toList());
    return fitting.size() == 1
        ? Optional.of(
            new Guess(fitting.get(0), names.assumed(preposition(gap), List.of(fitting.get(0)))))
        : Optional.empty();
  }

  private Finding find(int part, Want want) {
    Finding finding = nouns.find(sentence, span(part), want);
    boolean nobody =
        finding instanceof Finding.Lost
            && want.strict()
            && want.slot() == Slot.PERSON
            && nouns.find(sentence, span(part), want.strictly(false)) instanceof Finding.Found;
    return nobody ? Finding.Lost.at(Trouble.NOT_PERSON, span(part)) : finding;
  }

  /**
   * A person's place with a thing's right behind it: "give bob lamp", but not "give brass lamp".
   */
  private boolean beforeAnother(int part) {
    return slot(part) == Slot.PERSON
        && part + 1 < parts.size()
        && parts.get(part + 1) instanceof Pattern.Gap gap
        && gap.slot().noun();
  }

  private Want want(int part, boolean strict) {
    boolean last = part == second;
    Want want =
        Want.of(slot(part), last ? verb.second() : verb.noun())
            .strictly(strict || shape.form().pattern().hasText());
    return slot(part) == Slot.CONTENTS ? want.outOf(secondNoun()) : want;
  }

  /** The placeholders that the sentence fills; a container before what is in it. */
  private List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int part = 0; part < shape.spans().size(); part++) {
      if (parts.get(part) instanceof Pattern.Gap gap) {
        if (gap.slot() == Slot.CONTENTS && second < shape.spans().size()) {
          order.add(second);
        }
        if (!order.contains(part)) {
          order.add(part);
        }
      }
    }
    return order;
  }

  private Reading problem(Finding finding) {
    return finding instanceof Finding.Which which
        ? new Reading.Which(
            sentence.before(which.span().from()),
            sentence.after(which.span().to()),
            which.noun(),
            which.choices())
        : lost((Finding.Lost) finding);
  }

  private Reading lost(Finding.Lost finding) {
    return new Reading.Lost(sentence, verb.id(), finding);
  }

  /** What was said or asked about, as it was typed; speech without a placeholder says itself. */
  private String words() {
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part) instanceof Pattern.Gap gap && gap.slot() == Slot.TEXT) {
        Span span = span(part);
        return unquoted(
            part == parts.size() - 1
                ? sentence.after(span.from())
                : sentence.between(span.from(), span.to()));
      }
    }
    return verb.speech() ? sentence.typed(new Span(0, sentence.size())) : "";
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && "\"“".indexOf(text.charAt(0)) >= 0
            && "\"”".indexOf(text.charAt(text.length() - 1)) >= 0;
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private List<String> assumed() {
    List<String> assumed = new ArrayList<>();
    found.forEach(
        (part, one) -> {
          if (!one.guessed().isEmpty()) {
            assumed.add(names.assumed(preposition(part), one.guessed()));
          }
        });
    return assumed;
  }

  private Set<Referent> inHand() {
    if (found.isEmpty()) {
      return Set.of();
    }
    Set<Referent> held = new LinkedHashSet<>();
    found.forEach(
        (part, one) -> {
          if (slot(part).held()) {
            for (Referent referent : one.referents()) {
              if (referent instanceof ThingId) {
                held.add(referent);
              }
            }
          }
        });
    return held;
  }

  private List<Referent> named() {
    List<Referent> named = new ArrayList<>();
    for (Finding.Found one : found.values()) {
      named.addAll(one.named());
    }
    return named;
  }

  private Optional<Finding.Found> first() {
    for (Map.Entry<Integer, Finding.Found> one : found.entrySet()) {
      if (one.getKey() != second) {
        return Optional.of(one.getValue());
      }
    }
    return Optional.empty();
  }

  private Optional<Referent> secondNoun() {
    Finding.Found one = found.get(second);
    return one == null || one.referents().isEmpty()
        ? Optional.empty()
        : Optional.of(one.referents().get(0));
  }

  /** The word in front of a second noun. */
  private String preposition(int part) {
    return part == second && part > 1 && parts.get(part - 1) instanceof Pattern.Word word
        ? word.word()
        : "";
  }

  /** A part of the pattern as a question repeats it. */
  private String said(int part) {
    if (parts.get(part) instanceof Pattern.Word word) {
      boolean abbreviated = part == 0 && word.word().length() < 3;
      return abbreviated ? verb.id().value().replace('_', ' ') : word.word();
    }
    Finding.Found one = found.get(part);
    return one == null ? sentence.typed(span(part)) : names.all(one.referents());
  }

  private int nextGap() {
    return IntStream.range(shape.spans().size(), parts.size())
        .filter(part -> parts.get(part) instanceof Pattern.Gap)
        .findFirst()
        .orElseThrow();
  }

  private Span span(int part) {
    return shape.spans().get(part);
  }

  private Slot slot(int part) {
    return ((Pattern.Gap) parts.get(part)).slot();
  }
}

package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.parse.Sentence.Span;

/**
 * One way to lay a pattern over a sentence.
 *
 * @param spans the words that each part of the pattern covers; fewer than parts if the sentence
 *     ends before the pattern does
 */
record Shape(Lexicon.Form form, List<Span> spans) {
  /** How many words a noun phrase can have. */
  private static final int NOUN_WORDS = 48;

  /** How many ways to lay one pattern over one sentence are tried. */
  private static final int SHAPES = 64;

  Shape {
    spans = List.copyOf(spans);
  }

  /** All ways in which a pattern covers a whole sentence. */
  static List<Shape> whole(Lexicon lexicon, Lexicon.Form form, Sentence sentence) {
    return form.fewestWords() > sentence.size()
        ? List.of()
        : new Search(lexicon, form, sentence, false).run();
  }

  /** All ways in which a sentence is the beginning of a pattern that goes on with a placeholder. */
  static List<Shape> begun(Lexicon lexicon, Lexicon.Form form, Sentence sentence) {
    return new Search(lexicon, form, sentence, true).run();
  }

  /** How many parts of the pattern the sentence does not say. */
  int remaining() {
    return form.pattern().parts().size() - spans.size();
  }

  /** Whether some of the words are anything at all: then the rest cannot be told. */
  boolean hasText() {
    return form.pattern().parts().subList(0, spans.size()).contains(new Pattern.Gap(Slot.TEXT));
  }

  /** Whether one can be asked for what comes next, or it is a word that goes before that. */
  boolean asks() {
    if (next() instanceof Pattern.Gap gap) {
      return switch (gap.slot()) {
        case THING, THINGS, HELD, HELDS, CONTENTS, PERSON, TEXT, DIRECTION -> true;
        case NUMBER, ROOM, PLAYER, HERE -> false;
      };
    }
    return !next().equals(new Pattern.Word(","));
  }

  /** The first part that the sentence does not say. */
  Pattern.Part next() {
    return form.pattern().parts().get(spans.size());
  }

  private static final class Search {
    private final Lexicon lexicon;
    private final Lexicon.Form form;
    private final List<Pattern.Part> parts;
    private final Sentence sentence;
    private final boolean begun;
    private final List<Shape> shapes = new ArrayList<>();

    /** The words under each part that was laid. */
    private final List<Span> spans = new ArrayList<>();

    Search(Lexicon lexicon, Lexicon.Form form, Sentence sentence, boolean begun) {
      this.lexicon = lexicon;
      this.form = form;
      this.parts = form.pattern().parts();
      this.sentence = sentence;
      this.begun = begun;
    }

    List<Shape> run() {
      go(0);
      return shapes;
    }

    private void go(int at) {
      int part = spans.size();
      boolean end = at == sentence.size();
      if (begun && end && part > 0 && part < parts.size()) {
        add(parts.subList(part, parts.size()).stream().anyMatch(Pattern.Gap.class::isInstance));
      } else if (part == parts.size()) {
        add(end && !begun);
      } else if (parts.get(part) instanceof Pattern.Gap gap) {
        gap(gap.slot(), at);
      } else if (!end && says(part, at)) {
        with(at, at + 1);
      }
    }

    private void add(boolean complete) {
      if (complete && shapes.size() < SHAPES) {
        shapes.add(new Shape(form, spans));
      }
    }

    /** The verb itself is known to fit: it may be typed in part, or as a synonym. */
    private boolean says(int part, int at) {
      return at == 0
          || (parts.get(part) instanceof Pattern.Word word
              && lexicon.spellings(sentence.word(at)).contains(word.word()));
    }

    private void gap(Slot slot, int at) {
      int most = sentence.size() - at;
      boolean last = spans.size() == parts.size() - 1;
      switch (slot) {
        case DIRECTION -> direction(at, most);
        case TEXT -> {
          boolean signs = most == 0 && !sentence.after(at).isEmpty();
          for (int size = most; size >= (last ? most : 1); size--) {
            if (size > 0 || signs) {
              with(at, at + size);
            }
          }
        }
        case NUMBER -> {
          if (most > 0 && English.number(sentence.word(at)).isPresent()) {
            with(at, at + 1);
          }
        }
        case ROOM, PLAYER, HERE -> {
          if (last && most > 0 && most <= NOUN_WORDS) {
            with(at, at + most);
          }
        }
        case THING, THINGS, HELD, HELDS, CONTENTS, PERSON -> {
          int bound = Math.min(most, NOUN_WORDS);
          if (last) {
            if (most > 0 && most <= NOUN_WORDS) {
              with(at, at + most);
            }
          } else if (slot == Slot.PERSON) {
            int comma = sentence.words().subList(at, at + bound).indexOf(",");
            for (int size = comma < 0 ? bound : comma; size > 0; size--) {
              if (!English.ARTICLES.contains(sentence.word(at + size - 1))) {
                with(at, at + size);
              }
            }
          } else {
            for (int size = 1; size <= bound; size++) {
              with(at, at + size);
            }
          }
        }
      }
    }

    private void direction(int at, int most) {
      boolean known = most > 0 && lexicon.direction(sentence.word(at)).isPresent();
      if (known || (most == 1 && spans.size() == 1)) {
        with(at, at + 1);
      }
    }

    /** Goes on with these words laid under the next part, and takes that back. */
    private void with(int from, int to) {
      if (shapes.size() >= SHAPES) {
        return;
      }
      spans.add(new Span(from, to));
      go(to);
      spans.remove(spans.size() - 1);
    }
  }
}

package lamplight.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An author's text, cut into plain words and the places that depend on who reads. The form is that
 * of the author's guide, section Texts: {@code {You} {take} {the brass_lamp}.}
 */
public record Template(List<Piece> pieces) {
  public static final Template EMPTY = new Template(List.of());

  public Template {
    pieces = List.copyOf(pieces);
  }

  /** A part of a template. */
  public sealed interface Piece {
    <R> R match(Cases<R> cases);
  }

  /** An answer for each kind of piece. */
  public interface Cases<R> {
    R words(Words piece);

    R actor(Actor piece);

    R verb(Verb piece);

    R named(Named piece);

    R value(Value piece);

    R state(State piece);

    R heard(Heard piece);

    R emphasis(Emphasis piece);
  }

  /** Words as they stand. */
  public record Words(String text) implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.words(this);
    }
  }

  /** The actor: {@code {You}}, {@code {their}}… */
  public record Actor(ActorForm form, boolean capital) implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.actor(this);
    }
  }

  /** A verb, put into the person that the reader sees the actor in. */
  public record Verb(String base) implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.verb(this);
    }
  }

  /** A thing, or the noun of the command, with an article. */
  public record Named(NameForm form, boolean capital, String reference) implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.named(this);
    }
  }

  /** A variable's value. */
  public record Value(VariableId variable) implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.value(this);
    }
  }

  /** The text of a thing's present state. */
  public record State(String reference) implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.state(this);
    }
  }

  /** What was said or asked about. */
  public record Heard() implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.heard(this);
    }
  }

  /** A change between plain and emphasised words. */
  public record Emphasis() implements Piece {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.emphasis(this);
    }
  }

  /** The forms of the actor. */
  public enum ActorForm {
    YOU,
    YOUR,
    YOURSELF,
    THEY,
    THEIR,
    THEM,
    THEMSELF
  }

  /** How a thing is named. */
  public enum NameForm {
    THE,
    A,
    NAME
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        words.append('{');
        i++;
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        if (end < 0) {
          throw new IllegalArgumentException(
              "the brace at \"" + excerpt(text, i) + "\" is not closed; write {{ for a brace");
        }
        flush(words, pieces);
        pieces.add(piece(text.substring(i + 1, end)));
        i = end;
      } else if (c == '*') {
        flush(words, pieces);
        pieces.add(new Emphasis());
      } else {
        words.append(c);
      }
    }
    flush(words, pieces);
    return new Template(pieces);
  }

  /**
   * The ids of things that the template names; {@code noun}, {@code second} and {@code player} are
   * not among them.
   */
  public List<String> references() {
    return pieces.stream()
        .filter(Named.class::isInstance)
        .map(piece -> ((Named) piece).reference())
        .toList();
  }

  private static String excerpt(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + 20));
  }

  private static void flush(StringBuilder words, List<Piece> pieces) {
    if (!words.isEmpty()) {
      pieces.add(new Words(words.toString()));
      words.setLength(0);
    }
  }

  private static Piece piece(String inner) {
    String[] parts = inner.strip().split("\\s+", -1);
    if (parts.length == 1 && parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing between the braces; write {{ for a brace");
    }
    boolean capital = Character.isUpperCase(parts[0].charAt(0));
    String first = parts[0].toLowerCase(java.util.Locale.ROOT);
    if (parts.length == 1) {
      if (first.equals("words")) {
        return new Heard();
      }
      Optional<ActorForm> form = formOf(ActorForm.values(), first);
      return form.isPresent() ? new Actor(form.get(), capital) : new Verb(verb(inner, first));
    }
    if (parts.length == 2) {
      if (first.equals("number")) {
        return new Value(new VariableId(parts[1]));
      }
      if (first.equals("state")) {
        return new State(Id.checked(parts[1]));
      }
      Optional<NameForm> form = formOf(NameForm.values(), first.equals("an") ? "a" : first);
      if (form.isPresent()) {
        return new Named(form.get(), capital, Id.checked(parts[1]));
      }
    }
    throw new IllegalArgumentException(
        "{"
            + inner
            + "} is not understood; write {the thing}, {a thing}, {name thing}, {number variable}, {state thing}, {You} or a single verb");
  }

  private static String verb(String inner, String word) {
    if (!word.matches("[a-z'-]+")) {
      throw new IllegalArgumentException(
          "{" + inner + "} is neither a verb nor {the thing}; write {{ for a brace");
    }
    return word;
  }

  private static <E extends Enum<E>> Optional<E> formOf(E[] forms, String word) {
    for (E form : forms) {
      if (form.name().equalsIgnoreCase(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}

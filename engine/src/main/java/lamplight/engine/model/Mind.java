package lamplight.engine.model;

import java.util.Optional;

/**
 * What the parser remembers of a player's talk. It is no part of the world: it changes with refused
 * commands too, nobody else can know it, and no journal has to keep it.
 *
 * @param it what {@code it} stands for: the last single thing that the player named; likewise them,
 *     him and her
 * @param last the last line that was understood, for {@code again}
 * @param misread the last line with the word in it that was not known, for {@code oops}
 * @param question what the player was asked and has not answered
 * @param past what the player did last, oldest first, at most {@link Doing#MOST}
 */
public record Mind(
    Optional<Referent> it,
    java.util.List<Referent> them,
    Optional<Referent> him,
    Optional<Referent> her,
    String last,
    Optional<Misread> misread,
    Optional<Question> question,
    java.util.List<Doing> past) {
  public static final Mind EMPTY =
      new Mind(
          Optional.empty(),
          java.util.List.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          java.util.List.of());

  public Mind {
    them = java.util.List.copyOf(them);
    past = java.util.List.copyOf(past);
  }

  /** A line and the word in it that was not known. */
  public record Misread(String line, String word) {}

  /**
   * A question of the parser.
   *
   * @param before the words of the command up to the answer
   * @param after the words behind it
   * @param choices what the answer chooses from; empty: any noun
   */
  public record Question(String before, String after, java.util.List<Referent> choices) {
    public Question {
      choices = java.util.List.copyOf(choices);
    }
  }

  /** Whether a line was the last that was understood, and nothing is open since. */
  public boolean isCalmAfter(String line) {
    return last.equals(line) && misread.isEmpty() && question.isEmpty();
  }

  public Mind withLast(String line) {
    return new Mind(it, them, him, her, line, Optional.empty(), Optional.empty(), past);
  }

  public Mind withMisread(Misread read) {
    return new Mind(it, them, him, her, last, Optional.of(read), Optional.empty(), past);
  }

  public Mind withQuestion(Question asked) {
    return new Mind(it, them, him, her, last, Optional.empty(), Optional.of(asked), past);
  }

  public Mind withoutQuestion() {
    return new Mind(it, them, him, her, last, Optional.empty(), Optional.empty(), past);
  }

  /** The same, with a question that is still open. */
  public Mind asking(Question still) {
    return new Mind(it, them, him, her, last, misread, Optional.of(still), past);
  }

  /** The same, with one more command that can be taken back; the oldest goes for it. */
  public Mind remembering(Doing doing) {
    java.util.List<Doing> longer = new java.util.ArrayList<>(past);
    longer.add(doing);
    int from = Math.max(0, longer.size() - Doing.MOST);
    return withPast(longer.subList(from, longer.size()));
  }

  public Mind withPast(java.util.List<Doing> doings) {
    return new Mind(it, them, him, her, last, misread, question, doings);
  }
}

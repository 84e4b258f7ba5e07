package lamplight.engine.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Mind;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.parse.Sentence.Span;

/**
 * Turns what players type into commands.
 *
 * <p>A sentence is read by the {@link Reader}: the verb's patterns are laid over its words, the
 * {@link Nouns} between them are looked up in the player's {@link Scope}. What is left here is the
 * talk around it: answers to questions, "again" and "oops". They all come to the same: a sentence
 * is written that says it in full, with references in place of what was chosen, and read like any
 * other. So an answer never does anything that a player could not have typed.
 *
 * <p>Invariants: the parser is pure; what it remembers of a player is in the {@link Mind} that goes
 * in and comes out. A command that was not understood changes no pronoun. Nothing that it says
 * depends on things that the player neither sees nor has seen. A sentence takes at most {@link
 * Effort#MOST} steps; the other limits are {@link #LINE}, {@link #SENTENCES}, and those in {@link
 * Shape}.
 */
public final class Parser {
  /** How many sentences of one line are read. */
  public static final int SENTENCES = 16;

  /** How many characters a line can have. */
  public static final int LINE = 4096;

  /** How many words in front of a sentence are tried as a noun. */
  private static final int NOUN = 4;

  private static final ActionId NOTHING = new ActionId("nothing");

  private final World world;
  private final Lexicon lexicon;
  private final Messages messages;
  private final Map<ThingId, Called> words;

  public Parser(World world, Lexicon lexicon, Messages messages) {
    this.world = world;
    this.lexicon = lexicon;
    this.messages = messages;
    this.words = Scope.words(world);
  }

  /** A sentence as it was typed; one that the parser wrote itself without its references. */
  public static String typed(String sentence) {
    return Sentence.of(sentence).tokens().stream()
        .filter(token -> Sentence.referent(token.word()).isEmpty())
        .map(token -> sentence.substring(token.start(), token.end()))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  /**
   * The sentences of a line, to be parsed one after the other. If there are more than {@link
   * #SENTENCES}, one more holds the rest, and parsing it says that it was too much.
   */
  public List<String> sentences(String line) {
    if (line.length() > LINE) {
      return List.of(line);
    }
    List<String> sentences = new Splitter(lexicon, SENTENCES).split(Sentence.cleaned(line));
    return sentences.isEmpty() ? List.of("") : sentences;
  }

  /**
   * A mind that waits for the noun that an action lacks.
   *
   * @param noun its first noun; if it has one and is said with two, the second is asked for
   */
  public Mind asking(Mind mind, ActionId action, Optional<Referent> noun) {
    List<String> two = noun.isPresent() ? lexicon.lacking(action, 2) : List.of();
    List<String> words = two.isEmpty() ? lexicon.lacking(action, 1) : two;
    String before =
        words.stream()
            .map(word -> word.isEmpty() ? Sentence.reference(noun.orElseThrow()) : word)
            .collect(Collectors.joining(" "));
    return mind.withQuestion(new Mind.Question(before, "", List.of()));
  }

  /** What one sentence of a player means, as things stand. */
  public Parse parse(State state, PlayerId player, String sentence, Mind mind) {
    return parse(state, player, sentence, mind, new Effort());
  }

  /** The same; what it costs is counted. */
  Parse parse(State state, PlayerId player, String sentence, Mind mind, Effort effort) {
    Moment moment = new Moment(Scope.of(world, state, player, words, effort), mind);
    if (sentence.length() > LINE) {
      return moment.tooLong();
    }
    String text = spokenOut(Sentence.cleaned(sentence).strip());
    Sentence spoken = Sentence.of(text);
    if (!Splitter.isOne(text, spoken) && new Splitter(lexicon, 1).split(text).size() > 1) {
      return moment.replies.failed(
          Refusal.TOO_MUCH, "parser.too_many_commands", "number", Integer.toString(SENTENCES));
    }
    Parse parse = moment.hear(spoken);
    return effort.isUsedUp() ? moment.tooLong() : parse;
  }

  /** What the signs in front of speech and gestures stand for. */
  private static String spokenOut(String text) {
    if (text.equals("?")) {
      return "help";
    }
    if (text.startsWith(":")) {
      return ("emote " + text.substring(1)).strip();
    }
    if (!text.isEmpty() && "\"“”'‘’".indexOf(text.charAt(0)) >= 0) {
      String said = text.substring(1).strip();
      boolean closed = !said.isEmpty() && "\"”".indexOf(said.charAt(said.length() - 1)) >= 0;
      return ("say " + (closed ? said.substring(0, said.length() - 1) : said)).strip();
    }
    return text;
  }

  /** One player at one moment. */
  private final class Moment {
    private final Scope scope;
    private final Mind mind;
    private final Replies replies;
    private final Nouns nouns;
    private final Reader reader;

    Moment(Scope scope, Mind mind) {
      this.scope = scope;
      this.mind = mind;
      Names names = new Names(scope, messages);
      this.replies = new Replies(lexicon, scope, names, messages, mind);
      this.nouns = new Nouns(lexicon, scope, mind);
      this.reader = new Reader(lexicon, nouns, names);
    }

    /** Takes a line as an answer if there is a question that it answers, else as a command. */
    Parse hear(Sentence spoken) {
      String text = spoken.text();
      if (text.length() > LINE) {
        return tooLong();
      }
      if (mind.question().isEmpty()) {
        return answer(reader.read(spoken));
      }
      Mind.Question question = mind.question().get();
      Sentence sentence = lexicon.withoutNoise(spoken);
      String first = sentence.size() == 0 ? "" : sentence.word(0);
      boolean none =
          English.NONE.contains(first) || (first.equals("no") && !question.choices().isEmpty());
      if (none && sentence.size() < 3) {
        return replies.failed(Refusal.INCOMPLETE, "parser.dropped");
      }
      return question.choices().isEmpty() ? open(text, question) : choice(text, sentence, question);
    }

    private Parse answer(Reading reading) {
      if (reading instanceof Reading.Which which) {
        return replies.which(which);
      }
      if (reading instanceof Reading.Missing missing) {
        return replies.missing(missing);
      }
      if (reading instanceof Reading.Lost lost) {
        return replies.lost(lost);
      }
      return reading instanceof Reading.Whole whole
          ? command(whole)
          : noVerb(((Reading.NoVerb) reading).sentence());
    }

    private Parse command(Reading.Whole whole) {
      if (whole.phrase().action().equals(Lexicon.AGAIN)) {
        return mind.last().isEmpty()
            ? replies.failed(Refusal.NOT_POSSIBLE, "parser.nothing_to_repeat")
            : answer(reader.read(Sentence.of(mind.last())));
      }
      if (whole.phrase().action().equals(Lexicon.OOPS)) {
        return oops(whole.phrase().words());
      }
      boolean undo = whole.phrase().action().equals(Lexicon.UNDO);
      String last = undo ? mind.last() : whole.text();
      return new Parse.Understood(whole.phrase(), Pronouns.after(scope, mind, whole, last));
    }

    private Parse oops(String words) {
      if (mind.misread().isEmpty()) {
        return replies.failed(Refusal.NOT_POSSIBLE, "parser.nothing_to_correct");
      }
      if (words.isEmpty()) {
        return replies.failed(Refusal.INCOMPLETE, "parser.oops_what");
      }
      Mind.Misread misread = mind.misread().get();
      Sentence line = Sentence.of(misread.line());
      int at = line.words().indexOf(misread.word());
      Mind again =
          new Mind(
              mind.it(),
              mind.them(),
              mind.him(),
              mind.her(),
              mind.last(),
              Optional.empty(),
              mind.question(),
              mind.past());
      return at < 0
          ? replies.failed(Refusal.NOT_POSSIBLE, "parser.nothing_to_correct")
          : new Moment(scope, again)
              .hear(Sentence.of(line.before(at) + " " + words + " " + line.after(at + 1)));
    }

    /** A noun alone is worth a question of its own. */
    private Parse noVerb(Sentence sentence) {
      if (sentence.size() > 0) {
        Span all = new Span(0, sentence.size());
        Finding finding = nouns.find(sentence, all, Want.of(Slot.THINGS, List.of()));
        if (finding instanceof Finding.Found found) {
          return replies.doWhat(found.referents());
        }
        if (finding instanceof Finding.Which which) {
          return replies.which(new Reading.Which("", "", which.noun(), which.choices()));
        }
        boolean known =
            finding instanceof Finding.Lost lost
                && lost.trouble() != Trouble.UNKNOWN_NOUN
                && lost.trouble() != Trouble.LOST;
        if (known && sentence.size() == 1) {
          return replies.lost(new Reading.Lost(sentence, NOTHING, (Finding.Lost) finding));
        }
      }
      if (sentence.size() > 1 && lexicon.direction(sentence.word(0)).isPresent()) {
        Finding.Lost behind = Finding.Lost.at(Trouble.LOST, new Span(1, sentence.size()));
        return replies.lost(new Reading.Lost(sentence, NOTHING, behind));
      }
      return nounInFront(sentence).orElseGet(() -> replies.noVerb(sentence));
    }

    /** "Lamp on": the noun is understood, and what to do with it is not. */
    private Optional<Parse> nounInFront(Sentence sentence) {
      for (int size = Math.min(NOUN, sentence.size() - 1); size > 0; size--) {
        Want exactly = Want.of(Slot.THING, List.of()).strictly(true);
        if (nouns.find(sentence, new Span(0, size), exactly) instanceof Finding.Found found
            && found.guessed().isEmpty()) {
          return Optional.of(replies.doWhat(found.referents()));
        }
      }
      return Optional.empty();
    }

    /** An answer to "what do you want to take?": anything but a command of its own. */
    private Parse open(String typed, Mind.Question question) {
      String text = withoutJoint(typed, question);
      Reading command = reader.read(Sentence.of(text));
      if (command instanceof Reading.Whole whole && !whole.completed()) {
        return command(whole);
      }
      if (command instanceof Reading.Missing
          && lexicon.isVerb(Sentence.of(text).word(0))
          && asksForWords(question)) {
        return answer(command);
      }
      String full = filled(question, text);
      if (full.length() > LINE) {
        return tooLong();
      }
      Reading answer = reader.read(Sentence.of(full));
      if (!(answer instanceof Reading.Lost || answer instanceof Reading.NoVerb)) {
        return answer(answer);
      }
      return command instanceof Reading.NoVerb
          ? Replies.asking(answer(answer), question)
          : answer(command);
    }

    /** "In the chest", for "what do you want to put it in?", without the word that is there. */
    private static String withoutJoint(String text, Mind.Question question) {
      Sentence before = Sentence.of(question.before());
      Sentence answer = Sentence.of(text);
      boolean twice =
          before.size() > 1
              && answer.size() > 1
              && answer.word(0).equals(before.word(before.size() - 1));
      return twice ? answer.after(1) : text;
    }

    /** Whether a question is what to say; then a verb is a new command, and not what is said. */
    private boolean asksForWords(Mind.Question question) {
      Sentence before = Sentence.of(question.before());
      return before.size() > 0
          && lexicon.forms(before.word(0)).stream().anyMatch(form -> form.verb().speech());
    }

    /** An answer to "which key?": words that fit fewer of the choices, or a number. */
    private Parse choice(String text, Sentence sentence, Mind.Question question) {
      Nouns among = new Nouns(lexicon, scope.only(question.choices()), mind);
      Finding finding =
          sentence.size() == 0
              ? Finding.Lost.at(Trouble.LOST, new Span(0, 0))
              : among.find(sentence, new Span(0, sentence.size()), Want.answer());
      if (finding instanceof Finding.Found found && !found.referents().isEmpty()) {
        return answer(
            reader.read(Sentence.of(filled(question, Sentence.references(found.referents())))));
      }
      Reading command = reader.read(Sentence.of(text));
      if (finding instanceof Finding.Which which && command instanceof Reading.NoVerb) {
        return replies.which(
            new Reading.Which(question.before(), question.after(), which.noun(), which.choices()));
      }
      return command instanceof Reading.NoVerb none
          ? Replies.asking(replies.noVerb(none.sentence()), question)
          : answer(command);
    }

    private Parse tooLong() {
      return replies.failed(Refusal.LINE_TOO_LONG, "parser.too_long");
    }

    private static String filled(Mind.Question question, String answer) {
      return (question.before() + " " + answer + " " + question.after()).strip();
    }
  }
}

package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.parse.Sentence.Span;
import lamplight.engine.prose.Spelling;

/** The parser's answers in words: questions, and what it did not understand. */
record Replies(Lexicon lexicon, Scope scope, Names names, Messages messages, Mind mind) {
  /** How many things a question lists. */
  private static final int CHOICES = 12;

  /** Where a noun that follows the verb can begin at the latest, behind an article. */
  private static final int BEHIND_VERB = 2;

  Parse which(Reading.Which which) {
    List<Referent> choices = which.choices();
    String text =
        choices.size() > CHOICES
            ? messages.plain("parser.which_many", "noun", which.noun())
            : whichOf(which.noun(), choices);
    return new Parse.Asked(
        Refusal.AMBIGUOUS,
        text,
        mind.withQuestion(new Mind.Question(which.before(), which.after(), choices)));
  }

  Parse missing(Reading.Missing missing) {
    String key =
        switch (missing.slot()) {
          case PERSON -> "parser.who";
          case DIRECTION -> "parser.way";
          case THING, THINGS, HELD, HELDS, CONTENTS, TEXT, NUMBER, ROOM, PLAYER, HERE ->
              "parser.what";
        };
    return new Parse.Asked(
        Refusal.INCOMPLETE,
        messages.plain(own(key, missing.action()), "command", missing.command()),
        mind.withQuestion(new Mind.Question(missing.before(), "", List.of())));
  }

  /** A noun without a verb. */
  Parse doWhat(List<Referent> referents) {
    return new Parse.Asked(
        Refusal.INCOMPLETE,
        messages.plain("parser.do_what", "thing", names.all(referents)),
        mind.withQuestion(new Mind.Question("", Sentence.references(referents), List.of())));
  }

  Parse noVerb(Sentence sentence) {
    if (English.AND.containsAll(sentence.words())) {
      return failed(Refusal.NOT_UNDERSTOOD, "parser.empty");
    }
    if (!new Atlas(lexicon, scope).rooms(sentence, new Span(0, sentence.size())).isEmpty()) {
      String words = sentence.typed(new Span(0, sentence.size()));
      return failed(Refusal.NOT_UNDERSTOOD, "parser.place", "words", words);
    }
    Set<String> known = new HashSet<>(lexicon.offered());
    known.addAll(directions());
    return misread(
        Refusal.UNKNOWN_WORD,
        messages.plain("parser.unknown_verb", "word", typed(sentence, 0)),
        sentence,
        0,
        known);
  }

  Parse lost(Reading.Lost lost) {
    Finding.Lost finding = lost.finding();
    Sentence sentence = lost.sentence();
    Span span = finding.span();
    return switch (finding.trouble()) {
      case UNKNOWN_NOUN ->
          backdrop(sentence, span)
              .or(() -> mentioned(sentence, span.from()))
              .orElseGet(() -> unknownNoun(sentence, span));
      case NOT_HERE -> backdrop(sentence, span).orElseGet(() -> notHere(sentence, span));
      case GONE ->
          failed(
              Refusal.NOT_HERE,
              "parser.gone",
              "thing",
              finding.thing().map(names::the).orElse(sentence.typed(span)));
      case NO_REFERENT ->
          failed(Refusal.NOT_UNDERSTOOD, "parser.no_referent", "word", sentence.typed(span));
      case ONE_ONLY -> failed(Refusal.NOT_UNDERSTOOD, "parser.one_only");
      case TOO_FEW ->
          failed(Refusal.NOT_HERE, "parser.too_few", "number", Integer.toString(finding.number()));
      case NOTHING ->
          scope.dark()
              ? failed(Refusal.TOO_DARK, "parser.dark")
              : failed(Refusal.NO_EFFECT, own("parser.nothing", lost.action()));
      case NOTHING_ELSE -> failed(Refusal.NO_EFFECT, "parser.nothing_else");
      case EMPTY_HANDS -> failed(Refusal.NOT_HELD, "parser.empty_hands");
      case NO_ROOM ->
          misread(
              Refusal.NO_SUCH_EXIT,
              messages.plain("parser.no_room", "words", bare(sentence, span)),
              sentence,
              span.from(),
              places());
      case NOT_THEIRS ->
          failed(
              Refusal.NOT_HERE,
              "parser.not_theirs",
              "person",
              finding.thing().map(owner -> names.capital(owner)).orElse(""));
      case NOT_PERSON -> failed(Refusal.NOT_POSSIBLE, "parser.not_person");
      case NOT_IN_THERE -> failed(Refusal.NOT_HERE, "parser.not_in_there");
      case NO_WAY ->
          misread(
              Refusal.NO_SUCH_EXIT,
              messages.plain("parser.no_way", "word", sentence.typed(span)),
              sentence,
              span.from(),
              directions());
      case LOST ->
          backdrop(sentence, span)
              .filter(answer -> span.from() <= BEHIND_VERB)
              .orElseGet(() -> leftOver(sentence, span));
    };
  }

  /** A message, or a verb's own in its place. */
  private String own(String key, ActionId action) {
    String own = key + "." + action.value();
    return messages.has(own) ? own : key;
  }

  private Parse notHere(Sentence sentence, Span span) {
    if (scope.dark()) {
      return failed(Refusal.TOO_DARK, "parser.dark");
    }
    return scope
        .remembered(sentence.word(span.to() - 1))
        .map(somebody -> failed(Refusal.NOT_HERE, "parser.gone", "thing", names.the(somebody)))
        .orElseGet(
            () -> failed(Refusal.NOT_HERE, "parser.not_here", "words", bare(sentence, span)));
  }

  /** Floors and skies are everywhere, though they are no things of the world. */
  private Optional<Parse> backdrop(Sentence sentence, Span span) {
    String word = sentence.word(span.to() - 1);
    return span.size() > 0 && lexicon.backdrop(word)
        ? Optional.of(failed(Refusal.NO_EFFECT, "parser.backdrop", "word", word))
        : Optional.empty();
  }

  /** What can be read here, though nothing is called so: there is no more to it. */
  private Optional<Parse> mentioned(Sentence sentence, int from) {
    int to = from;
    while (to < sentence.size() && !lexicon.joins(sentence.word(to))) {
      to++;
    }
    Span read =
        scope.dark() ? new Span(from, from) : Mentions.of(scope).read(sentence, new Span(from, to));
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(failed(Refusal.NO_EFFECT, "parser.mentioned", "words", sentence.typed(read)));
  }

  Parse failed(Refusal code, String key, String... slots) {
    return new Parse.Failed(code, messages.plain(key, slots), mind.withoutQuestion());
  }

  /** The same answer, but the question stays. */
  static Parse asking(Parse parse, Mind.Question question) {
    if (!(parse instanceof Parse.Failed failed)) {
      return parse;
    }
    return new Parse.Failed(failed.code(), failed.text(), failed.mind().asking(question));
  }

  private Parse unknownNoun(Sentence sentence, Span span) {
    Set<String> known = new HashSet<>(scope.suggestions());
    known.addAll(lexicon.joints(sentence.word(0)));
    String key = scope.dark() ? "parser.dark" : "parser.unknown_noun";
    return misread(
        scope.dark() ? Refusal.TOO_DARK : Refusal.NOT_HERE,
        messages.plain(key, "word", typed(sentence, span.from())),
        sentence,
        span.from(),
        known);
  }

  private Parse leftOver(Sentence sentence, Span span) {
    String word = typed(sentence, span.from());
    String text =
        span.from() == 0
            ? messages.plain("parser.lost_start", "word", word)
            : messages.plain(
                "parser.lost", "before", sentence.typed(new Span(0, span.from())), "word", word);
    return misread(
        Refusal.NOT_UNDERSTOOD, text, sentence, span.from(), lexicon.joints(sentence.word(0)));
  }

  /**
   * Says which word was not understood, offers the nearest known one, and remembers it for oops.
   */
  private Parse misread(
      Refusal code, String text, Sentence sentence, int at, Collection<String> known) {
    String word = sentence.word(at);
    String offer =
        Spelling.nearest(word, known.stream().filter(other -> !other.equals(word)).toList())
            .map(nearest -> " " + messages.plain("parser.nearest", "word", nearest))
            .orElse("");
    Mind.Misread misread = new Mind.Misread(sentence.text(), word);
    return new Parse.Failed(code, text + offer, mind.withMisread(misread));
  }

  private String whichOf(String noun, List<Referent> choices) {
    List<String> bare = choices.stream().map(scope::bareName).toList();
    boolean alike =
        bare.stream().allMatch(name -> Sentence.fold(name).endsWith(" " + noun))
            && new HashSet<>(bare).size() == bare.size();
    List<String> listed = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      String the = names.the(choices.get(i));
      if (bare.indexOf(bare.get(i)) != bare.lastIndexOf(bare.get(i))) {
        the = names.where(choices.get(i));
      }
      listed.add(alike ? the.substring(0, the.length() - noun.length()).strip() : the);
    }
    String key = alike ? "parser.which_short" : "parser.which_one";
    return messages.plain(key, "noun", noun, "choices", names.list(listed, "parser.or"));
  }

  /** What was typed, without an article in front. */
  private static String bare(Sentence sentence, Span span) {
    int from = span.from();
    while (from < span.to() - 1 && English.ARTICLES.contains(sentence.word(from))) {
      from++;
    }
    return sentence.typed(new Span(from, span.to()));
  }

  private static String typed(Sentence sentence, int at) {
    return sentence.typed(new Span(at, at + 1));
  }

  private Set<String> places() {
    Set<String> places = new HashSet<>(directions());
    places.addAll(new Atlas(lexicon, scope).words());
    return places;
  }

  private static List<String> directions() {
    return java.util.Arrays.stream(Direction.values()).map(Direction::word).toList();
  }
}

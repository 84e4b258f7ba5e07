package lamplight.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Facts;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Template;
import lamplight.engine.model.Template.ActorForm;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Truth;
import lamplight.engine.model.Variable;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;

/**
 * Turns a template into lines for one reader. It keeps the subject of the sentence while it goes
 * through the pieces, because verbs agree with it: the actor once the actor was named, a thing once
 * it began a sentence.
 */
final class Phrasing implements Template.Cases<Phrasing> {
  private final Facts facts;
  private final PlayerId reader;
  private final Namer namer;
  private final String words;
  private boolean agreesWithYou;
  private boolean emphasised;
  private final List<Line> lines = new ArrayList<>();
  private final List<Span> line = new ArrayList<>();

  /**
   * @param words what was said or asked about
   */
  Phrasing(Facts facts, PlayerId reader, String words) {
    this.facts = facts;
    this.reader = reader;
    this.words = words;
    this.namer = new Namer(facts.world(), facts.state(), reader);
    this.agreesWithYou = actorReads();
  }

  /** The template's lines; an empty line is between paragraphs. */
  List<Line> lines(Template template) {
    lines.clear();
    line.clear();
    for (Template.Piece piece : template.pieces()) {
      piece.match(this);
    }
    endLine();
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return List.copyOf(lines);
  }

  private void endLine() {
    lines.add(new Line(line));
    line.clear();
  }

  private Phrasing add(Span span) {
    line.add(span);
    return this;
  }

  @Override
  public Phrasing words(Template.Words piece) {
    return plain(piece.text());
  }

  @Override
  public Phrasing actor(Template.Actor piece) {
    ActorForm form = piece.form();
    if (form == ActorForm.YOU || form == ActorForm.THEY) {
      agreesWithYou = actorReads() || form == ActorForm.THEY;
    }
    String said = actorReads() ? ofYou(form) : ofOther(form);
    String shown = piece.capital() ? Grammar.capital(said) : said;
    boolean named = !actorReads() && (form == ActorForm.YOU || form == ActorForm.YOUR);
    return named && facts.actor().isPresent()
        ? add(new Span(Span.Kind.PLAYER, facts.actor().get().value(), shown))
        : plain(shown);
  }

  private static String ofYou(ActorForm form) {
    return switch (form) {
      case YOU, THEY, THEM -> "you";
      case YOUR, THEIR -> "your";
      case YOURSELF, THEMSELF -> "yourself";
    };
  }

  private String ofOther(ActorForm form) {
    return switch (form) {
      case YOU -> actorName();
      case YOUR -> possessive(actorName());
      case YOURSELF, THEMSELF -> "themself";
      case THEY -> "they";
      case THEIR -> "their";
      case THEM -> "them";
    };
  }

  @Override
  public Phrasing verb(Template.Verb piece) {
    return plain(agreesWithYou ? Grammar.plain(piece.base()) : Grammar.third(piece.base()));
  }

  @Override
  public Phrasing named(Template.Named piece) {
    Optional<Referent> referent = referent(piece.reference());
    if (referent.isEmpty()) {
      return plain(piece.capital() ? "It" : "it");
    }
    if (piece.capital()) {
      agreesWithYou = namer.plural(referent.get());
    }
    return add(namer.name(referent.get(), piece.form(), piece.capital()));
  }

  private Optional<Referent> referent(String reference) {
    return switch (reference) {
      case "noun" -> facts.noun();
      case "second" -> facts.second();
      default -> Optional.of(new ThingId(reference));
    };
  }

  @Override
  public Phrasing value(Template.Value piece) {
    Variable variable = facts.world().variable(piece.variable());
    return plain(variable.show(facts.value(variable.id())));
  }

  /** A state's text names no state in turn: the loader sees to that. */
  @Override
  public Phrasing state(Template.State piece) {
    Optional<ThingId> thing =
        referent(piece.reference()).filter(ThingId.class::isInstance).map(ThingId.class::cast);
    String before = "";
    for (Text.Part part : thing.map(this::stateOf).orElse(Text.EMPTY).parts()) {
      boolean applies = part.when().test(facts) == Truth.YES;
      Optional<Template> said = applies ? Optional.of(part.text()) : part.otherwise();
      if (said.isPresent()) {
        plain(before);
        said.get().pieces().forEach(inner -> inner.match(this));
        before = " ";
      }
    }
    return this;
  }

  private Text stateOf(ThingId thing) {
    String state = facts.state().thing(thing).state();
    return facts.world().thing(thing).states().getOrDefault(state, Text.EMPTY);
  }

  @Override
  public Phrasing heard(Template.Heard piece) {
    return plain(words);
  }

  @Override
  public Phrasing emphasis(Template.Emphasis piece) {
    emphasised = !emphasised;
    return this;
  }

  private Phrasing plain(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      inLine(text.substring(from, end));
      endLine();
      from = end + 1;
    }
    return inLine(text.substring(from));
  }

  private Phrasing inLine(String words) {
    return words.isEmpty()
        ? this
        : add(new Span(emphasised ? Span.Kind.EMPHASIS : Span.Kind.PLAIN, "", words));
  }

  private boolean actorReads() {
    return facts.actor().isEmpty() || facts.actor().get().equals(reader);
  }

  private String actorName() {
    return facts.actor().map(namer::playerName).orElse("somebody");
  }

  private static String possessive(String name) {
    return name + (name.endsWith("s") ? "’" : "’s");
  }
}

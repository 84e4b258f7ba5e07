package lamplight.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Messages;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Template;
import lamplight.engine.model.Template.NameForm;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Truth;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Event.Content;
import lamplight.engine.rules.Observer;

/**
 * Words an event for one reader: the same event reads "You take the lamp." for one and "Bea takes
 * the lamp." for another.
 */
public final class Narrator {
  private final Messages messages;
  private final Observer observer;

  public Narrator(Messages messages) {
    this(messages, Observer.NOBODY);
  }

  private Narrator(Messages messages, Observer observer) {
    this.messages = messages;
    this.observer = observer;
  }

  /** The same narrator, and somebody who hears what texts it words. */
  public Narrator heardBy(Observer listener) {
    return listener == observer ? this : new Narrator(messages, listener);
  }

  /** The lines that a reader reads; an empty line is between paragraphs. */
  public List<Line> words(Event event, PlayerId reader) {
    return event.content().match(new Wording(event, reader));
  }

  /** The lines of an author's text. */
  List<Line> words(Text text, Facts facts, PlayerId reader, String words) {
    List<Line> lines = new ArrayList<>();
    for (Text.Part part : text.parts()) {
      Template template =
          part.when().test(facts) == Truth.YES
              ? part.text()
              : part.otherwise().orElse(Template.EMPTY);
      observer.textWorded(text, part, template);
      join(lines, new Phrasing(facts, reader, words).lines(template));
    }
    return lines;
  }

  /** The lines of a standard message. */
  List<Line> words(String key, Facts facts, PlayerId reader, String words) {
    return new Phrasing(facts, reader, words).lines(messages.template(key));
  }

  /** A standard message with names in place of one of its slots. */
  Line listed(String key, String slot, List<Span> names) {
    return listed(key, Map.of(slot, names));
  }

  /** A standard message with names in place of its slots. */
  Line listed(String key, Map<String, List<Span>> names) {
    List<Span> spans = new ArrayList<>();
    String words = messages.plain(key);
    int from = 0;
    for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', open + 1)) {
      int close = words.indexOf('}', open);
      List<Span> filled = close < 0 ? null : names.get(words.substring(open + 1, close));
      if (filled != null) {
        plain(spans, words.substring(from, open));
        spans.addAll(filled);
        from = close + 1;
      }
    }
    plain(spans, words.substring(from));
    Span first = spans.get(0);
    spans.set(0, new Span(first.kind(), first.id(), Grammar.capital(first.words())));
    return new Line(spans);
  }

  private static void plain(List<Span> spans, String words) {
    if (!words.isEmpty()) {
      spans.add(Span.plain(words));
    }
  }

  /** Names in a row: a lamp, two coins and Ada. */
  List<Span> inARow(List<Span> names) {
    return Namer.inARow(names, messages.plain("and"));
  }

  /** What lies in or on a thing: {@code On the desk are a lamp and a key.} */
  Line lying(Namer namer, ThingId holder, List<ThingId> things) {
    boolean on = namer.world().thing(holder).supporter().isPresent();
    boolean many = things.size() > 1 || namer.plural(things.get(0));
    String key = (many ? "lie" : "lies") + (on ? "_on" : "_in");
    return listed(
        key,
        Map.of(
            "holder",
            List.of(namer.name(holder, NameForm.THE, false)),
            "list",
            list(namer, things, NameForm.A)));
  }

  /** Things in a row: a lamp, two coins and Ada. */
  List<Span> list(Namer namer, List<ThingId> things, NameForm form) {
    return inARow(namer.names(things, form));
  }

  /** A standard message whose slots are filled with words. */
  Line plain(String key, String... slots) {
    return Line.of(messages.plain(key, slots));
  }

  /** Goes on in the last line, as parts of one paragraph do. */
  private static void join(List<Line> lines, List<Line> more) {
    if (more.isEmpty()) {
      return;
    }
    if (lines.isEmpty() || lines.get(lines.size() - 1).isEmpty() || more.get(0).isEmpty()) {
      lines.addAll(more);
      return;
    }
    List<Span> joined = new ArrayList<>(lines.remove(lines.size() - 1).spans());
    joined.add(Span.plain(" "));
    joined.addAll(more.get(0).spans());
    lines.add(new Line(joined));
    lines.addAll(more.subList(1, more.size()));
  }

  /** One event for one reader. */
  private final class Wording implements Event.Cases<List<Line>> {
    private final Event event;
    private final PlayerId reader;

    Wording(Event event, PlayerId reader) {
      this.event = event;
      this.reader = reader;
    }

    @Override
    public List<Line> written(Content.Written content) {
      return words(content.text(), event.facts(), reader, event.words());
    }

    @Override
    public List<Line> message(Content.Message content) {
      return words(content.key(), event.facts(), reader, event.words());
    }

    @Override
    public List<Line> surroundings(Content.Surroundings content) {
      return new Surroundings(Narrator.this, event.facts(), reader).lines(content.arriving());
    }

    @Override
    public List<Line> ready(Content.Ready content) {
      return content.lines();
    }

    @Override
    public List<Line> scored(Content.Scored content) {
      String points = Integer.toString(content.score().points());
      String key = content.score().text().isEmpty() ? "scored.plain" : "scored";
      return List.of(plain(key, "points", points, "reason", content.score().text()));
    }

    @Override
    public List<Line> unlocked(Content.Unlocked content) {
      return List.of(
          new Reckoning(Narrator.this, event.facts(), reader).unlocked(content.achievement()));
    }

    @Override
    public List<Line> achievements(Content.Achievements content) {
      return new Reckoning(Narrator.this, event.facts(), reader).achievements();
    }

    @Override
    public List<Line> theEnd(Content.TheEnd content) {
      return new Reckoning(Narrator.this, event.facts(), reader).lines();
    }

    @Override
    public List<Line> examined(Content.Examined content) {
      return new CloseLook(Narrator.this, event.facts(), reader).at(content.noun());
    }

    @Override
    public List<Line> inside(Content.Inside content) {
      return new CloseLook(Narrator.this, event.facts(), reader).inside(content.thing());
    }

    @Override
    public List<Line> inventory(Content.Inventory content) {
      return new CloseLook(Narrator.this, event.facts(), reader).inventory();
    }

    @Override
    public List<Line> offers(Content.Offers content) {
      return new CloseLook(Narrator.this, event.facts(), reader).offers(content);
    }

    @Override
    public List<Line> reckoned(Content.Reckoned content) {
      return new Reckoning(Narrator.this, event.facts(), reader).score();
    }

    @Override
    public List<Line> ways(Content.Ways content) {
      return new Surroundings(Narrator.this, event.facts(), reader).ways();
    }

    @Override
    public List<Line> chart(Content.Chart content) {
      return new Chart(Narrator.this, event.facts(), reader).lines();
    }

    @Override
    public List<Line> who(Content.Who content) {
      return new Chart(Narrator.this, event.facts(), reader).party();
    }
  }
}

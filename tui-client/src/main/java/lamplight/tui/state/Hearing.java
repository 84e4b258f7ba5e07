package lamplight.tui.state;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import lamplight.tui.link.News;

/** What becomes of the link's news. */
record Hearing(Model model) implements News.Cases<Step> {
  @Override
  public Step ready(News.Ready news) {
    return Entrance.ready(model);
  }

  @Override
  public Step listing(News.Listing news) {
    return Step.of(Entrance.listed(model, news));
  }

  @Override
  public Step seated(News.Seated news) {
    return Entrance.seated(model, news);
  }

  @Override
  public Step told(News.Told news) {
    boolean named = news.kind() == TextKind.SPEECH && isByAnother(news.line());
    Story.Told told =
        named
            ? Telling.mentioning(Telling.told(news.kind(), news.line()), ownName())
            : Telling.told(news.kind(), news.line());
    Hearing heard = new Hearing(spokenUp(news.line()));
    Step said = news.kind() == TextKind.SPEECH ? heard.spoken(told) : heard.said(told);
    return news.kind() == TextKind.SPEECH && rings(news.line())
        ? new Step(said.model(), List.of(new Intent.Ring()))
        : said;
  }

  @Override
  public Step printed(News.Printed news) {
    return said(new Story.Told(Story.Voice.WORLD, news.line()));
  }

  @Override
  public Step hidden(News.Hidden news) {
    return Step.of(model.changed(d -> d.hidden = news.on()));
  }

  /** The map goes back to the player's own level when the player moves. */
  @Override
  public Step changed(News.Changed news) {
    String before = room(model.replica());
    Model seen = model.seen(news.replica(), model.prediction());
    String after = room(news.replica());
    return !after.equals(before) && !seen.walk().isOver()
        ? Pointing.walked(seen, seen.walk().arrived(after))
        : Step.of(seen);
  }

  private String room(ClientState replica) {
    return replica.player(model.me()).map(Known.Player::room).orElse("");
  }

  @Override
  public Step sent(News.Sent news) {
    Prediction guessed =
        model.prediction().sent(news.number(), news.command(), model.replica(), model.me());
    return Step.of(model.seen(model.replica(), guessed).changed(d -> d.awaited = news.number()));
  }

  @Override
  public Step answered(News.Answered news) {
    return Step.of(answered(news.number()));
  }

  /** Once the newest command has its answer, what is told is no part of it. */
  private Model answered(long number) {
    Model next = model.seen(model.replica(), model.prediction().answered(number));
    return number < model.awaited() ? next : next.changed(d -> d.story = d.story.answered());
  }

  @Override
  public Step refused(News.Refused news) {
    Model left = news.command().isPresent() ? answered(news.command().getAsLong()) : model;
    Model stopped = left.changed(d -> d.walk = Walk.NONE);
    return model.isPlaying()
        ? new Hearing(stopped).said(Telling.refusal(news.text()))
        : Entrance.refused(model, news);
  }

  @Override
  public Step weather(News.Weather news) {
    return Step.of(model.changed(d -> d.standing = news.standing()));
  }

  @Override
  public Step typing(News.Typing news) {
    return Step.of(
        model.settings().typing()
            ? model.changed(d -> d.typing = d.typing.by(news.player()))
            : model);
  }

  @Override
  public Step closed(News.Closed news) {
    return Entrance.closed(model, news);
  }

  /** Who has done something has stopped typing. */
  private Model spokenUp(Line line) {
    return line.spans().stream()
        .findFirst()
        .filter(span -> span.kind() == Span.Kind.PLAYER && model.typing().isBy(span.id()))
        .map(span -> model.changed(d -> d.typing = d.typing.without(span.id())))
        .orElse(model);
  }

  private boolean rings(Line speech) {
    return switch (model.settings().bell()) {
      case OFF -> false;
      case SPEECH -> isByAnother(speech);
      case MENTION -> isByAnother(speech) && names(speech.plain());
    };
  }

  /** What others say begins with their name; what the player says does not. */
  private static boolean isByAnother(Line speech) {
    return speech.spans().stream()
        .findFirst()
        .map(span -> span.kind() == Span.Kind.PLAYER || span.kind() == Span.Kind.PERSON)
        .orElse(false);
  }

  /** Whether somebody says the player's name, as a word of its own. */
  private boolean names(String speech) {
    return ownName().filter(name -> name.matcher(speech).find()).isPresent();
  }

  /** The player's name as a word of its own. */
  private Optional<Pattern> ownName() {
    return model
        .scene()
        .self()
        .map(Scene.Member::name)
        .filter(name -> !name.isEmpty())
        .map(name -> Pattern.compile("(?iU)\\b" + Pattern.quote(name) + "\\b"));
  }

  private Step spoken(Story.Told line) {
    return Step.of(
        model.changed(
            d -> {
              d.story = d.story.with(line);
              d.talk = d.talk.with(line);
            }));
  }

  private Step said(Story.Told line) {
    return Step.of(model.changed(d -> d.story = d.story.with(line)));
  }
}

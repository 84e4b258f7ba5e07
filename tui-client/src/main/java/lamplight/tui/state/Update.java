package lamplight.tui.state;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the model changes: a message in; the next model, and what it wants done, out. What the server
 * said is in {@link Hearing}, the way into a game in {@link Entrance}.
 */
public final class Update {
  private static final int WHEEL_ROWS = 3;

  /** How much wider a key makes the story. */
  private static final int SIZE_COLUMNS = 2;

  /** How many cells from a border the mouse takes it along. */
  private static final int NEAR = 3;

  private Update() {}

  public static Step step(Model model, Message message) {
    return message.match(new Messages(model));
  }

  private record Messages(Model model) implements Message.Cases<Step> {
    @Override
    public Step pressed(Message.Pressed message) {
      return Update.pressed(model, message.key());
    }

    @Override
    public Step entered(Message.Entered message) {
      return sent(model.changed(d -> d.input = d.input.replaced(message.line())));
    }

    @Override
    public Step resized(Message.Resized message) {
      return Step.of(model.changed(d -> d.size = message.size()));
    }

    @Override
    public Step margins(Message.Margins message) {
      return Step.of(model.changed(d -> d.margins = message.there()));
    }

    @Override
    public Step heard(Message.Heard message) {
      return message.news().match(new Hearing(model));
    }

    @Override
    public Step pointed(Message.Pointed message) {
      return message.target().match(new Pointing(model));
    }

    @Override
    public Step building(Message.Building message) {
      return Entrance.building(model);
    }

    @Override
    public Step hosted(Message.Hosted message) {
      return Entrance.hosted(model, message);
    }

    @Override
    public Step tick(Message.Tick message) {
      Model ticked =
          model.changed(
              d -> {
                d.now = message.now();
                d.glides = Glide.at(message.now(), d.glides);
              });
      return ticked.showsReplay() ? Step.of(Watching.tick(ticked)) : typing(ticked);
    }
  }

  /** The others are told of a line that is being typed, if there are any. */
  private static Step typing(Model model) {
    String typed = model.input().text();
    boolean tells = model.isHeardTyping() && model.typing().isNews(typed, model.now());
    Model next = model.changed(d -> d.typing = d.typing.at(d.now, typed, tells));
    return tells ? Step.of(next, new Intent.Typing()) : Step.of(next);
  }

  private static Step pressed(Model model, Key key) {
    Keys.Action action = model.settings().keys().get(key);
    Model ready =
        model.changed(
            d -> {
              d.leaving = d.leaving && action == Keys.Action.LEAVE;
              d.walk = Walk.NONE;
            });
    if (key instanceof Key.Drag drag) {
      return model.isPlaying() ? dragged(ready, drag) : Step.of(model);
    }
    if (key instanceof Key.End) {
      return ready.showsReplay()
          ? Step.of(Watching.end(ready))
          : Step.of(Entrance.over(ready, 0, ""));
    }
    Optional<Step> covered = Covered.pressed(ready, key);
    if (covered.isPresent()) {
      return covered.get();
    }
    Optional<Step> replayed = ready.showsReplay() ? Watching.pressed(ready, key) : Optional.empty();
    if (replayed.isPresent()) {
      return replayed.get();
    }
    return action != null ? acted(ready, action) : Step.of(edited(ready, key));
  }

  private static Model edited(Model model, Key key) {
    if (key instanceof Key.Typed typed) {
      if (typed.character().equals(" ") && model.isReadOn()) {
        return scrolled(model, -page(model));
      }
      return model.changed(
          d -> {
            d.input = d.input.typed(typed.character());
            d.overlay = Overlay.NONE;
          });
    }
    if (key instanceof Key.Pasted pasted) {
      return pasted(model, pasted.text());
    }
    if (key instanceof Key.Wheel wheel) {
      return scrolled(model, -wheel.notches() * WHEEL_ROWS);
    }
    return model;
  }

  /** One line goes into the line being typed; several are asked about first. */
  private static Model pasted(Model model, String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.size() > 1 && model.isPlaying()
        ? model.changed(d -> d.overlay = new Overlay.Pasted(lines))
        : model.changed(d -> d.input = d.input.typed(text));
  }

  /** Does what a key does. */
  static Step acted(Model model, Keys.Action action) {
    if (model.stage() instanceof Stage.Choosing choosing && Entrance.moves(action)) {
      return Step.of(Entrance.moved(model, choosing, action));
    }
    return switch (action) {
      case SEND -> sent(model);
      case COMPLETE -> Step.of(completed(model));
      case OLDER -> input(model, model.input().older());
      case NEWER -> input(model, model.input().newer());
      case LEFT -> edit(model, EditedLine::left);
      case RIGHT -> right(model, EditedLine::right);
      case WORD_LEFT -> edit(model, EditedLine::wordLeft);
      case WORD_RIGHT -> edit(model, EditedLine::wordRight);
      case LINE_START -> edit(model, line -> line.at(0));
      case LINE_END -> right(model, line -> line.at(line.text().length()));
      case ERASE_BACK -> edit(model, EditedLine::erasedBack);
      case ERASE_AHEAD -> edit(model, EditedLine::erasedAhead);
      case UNDO -> edit(model, EditedLine::undone);
      case ERASE_WORD -> edit(model, EditedLine::erasedWord);
      case ERASE_TO_START -> edit(model, EditedLine::erasedToStart);
      case ERASE_TO_END -> edit(model, EditedLine::erasedToEnd);
      case PAGE_UP -> Step.of(scrolled(model, page(model)));
      case PAGE_DOWN -> Step.of(scrolled(model, -page(model)));
      case STORY_END -> Step.of(scrolled(model, -Story.MOST_ROWS));
      case FLOOR_UP -> lens(model, lens -> lens.raised(1));
      case FLOOR_DOWN -> lens(model, lens -> lens.raised(-1));
      case ZOOM_IN -> lens(model, lens -> lens.zoomed(1));
      case ZOOM_OUT -> lens(model, lens -> lens.zoomed(-1));
      case PAN_WEST -> lens(model, lens -> lens.moved(-1, 0));
      case PAN_EAST -> lens(model, lens -> lens.moved(1, 0));
      case PAN_NORTH -> lens(model, lens -> lens.moved(0, -1));
      case PAN_SOUTH -> lens(model, lens -> lens.moved(0, 1));
      case CENTRE -> lens(model, lens -> Lens.USUAL);
      case STORY_WIDER -> sized(model, SIZE_COLUMNS, 0);
      case STORY_NARROWER -> sized(model, -SIZE_COLUMNS, 0);
      case MAP_HIGHER -> sized(model, 0, 1);
      case MAP_LOWER -> sized(model, 0, -1);
      case HELP -> Step.of(toggled(model, new Overlay.Help(0)));
      case MAP -> Step.of(model.showsGame() ? toggled(model, new Overlay.Map()) : model);
      case PALETTE -> finder(model, Overlay.Finder.Kind.PALETTE);
      case HISTORY -> finder(model, Overlay.Finder.Kind.HISTORY);
      case SEARCH ->
          Step.of(model.showsGame() ? toggled(model, new Overlay.Search("", -1)) : model);
      case CHAT -> chat(model);
      case FOCUS, FOCUS_BACK ->
          Step.of(model.isPlaying() ? focused(model, Ring.of(model).first()) : model);
      case SUSPEND -> Step.of(model, new Intent.Suspend());
      case CLOSE -> Step.of(closed(model));
      case LEAVE -> leave(model);
      case LEAVE_IF_EMPTY ->
          model.input().text().isEmpty()
              ? Step.of(Entrance.left(model))
              : edit(model, EditedLine::erasedAhead);
      case REPLAY_PAUSE,
          REPLAY_STEP,
          REPLAY_BACK,
          REPLAY_FASTER,
          REPLAY_SLOWER,
          REPLAY_START,
          REPLAY_END ->
          Step.of(model);
    };
  }

  static Model focused(Model model, Optional<String> words) {
    return words.map(some -> model.changed(d -> d.overlay = new Overlay.Focus(some))).orElse(model);
  }

  /** Speech gets a pane of its own, or loses it, and the program remembers it. */
  private static Step chat(Model model) {
    Model next = model.changed(d -> d.memory = d.memory.with(d.memory.panes().chatting()));
    return Step.of(next, new Intent.Remember(next.memory()));
  }

  private static Step lens(Model model, UnaryOperator<Lens> change) {
    return Step.of(model.changed(d -> d.lens = change.apply(d.lens)));
  }

  /** Panes change by some cells, and the program remembers it. */
  private static Step sized(Model model, int columns, int rows) {
    Panes panes = model.memory().panes().grown(model.layout(), model.usualLayout(), columns, rows);
    Model next = model.changed(d -> d.memory = d.memory.with(panes));
    return next.layout().equals(model.layout())
        ? Step.of(model)
        : Step.of(next, new Intent.Remember(next.memory()));
  }

  /** A border that is near the mouse comes to it. */
  private static Step dragged(Model model, Key.Drag drag) {
    Layout layout = model.layout();
    int columns = drag.column() - layout.story().right();
    if (layout.strip().isEmpty() && Math.abs(columns) <= NEAR && columns != 0) {
      return sized(model, columns, 0);
    }
    return layout
        .map()
        .filter(map -> drag.column() > map.column() && drag.column() < map.right())
        .filter(map -> map.bottom() != drag.row() && Math.abs(map.bottom() - drag.row()) <= NEAR)
        .map(map -> sized(model, 0, drag.row() - map.bottom()))
        .orElseGet(() -> Step.of(model));
  }

  private static Step input(Model model, Input input) {
    return Step.of(model.changed(d -> d.input = input));
  }

  private static Step edit(Model model, UnaryOperator<EditedLine> edit) {
    return input(model, model.input().edited(edit));
  }

  /** At the end of the line, a step to the right takes the words that are shown as likely. */
  private static Step right(Model model, UnaryOperator<EditedLine> edit) {
    String likely = model.isPlaying() ? model.input().likely(model.scene(), model.story()) : "";
    return likely.isEmpty() ? edit(model, edit) : input(model, model.input().typed(likely));
  }

  private static Step finder(Model model, Overlay.Finder.Kind kind) {
    return Step.of(
        model.isPlaying()
            ? model.changed(d -> d.overlay = new Overlay.Finder(kind, "", 0))
            : model);
  }

  private static Model completed(Model model) {
    if (!model.isPlaying()) {
      return model;
    }
    Input input = model.input();
    Completion.Offer offer =
        Completion.of(input.text(), input.cursor(), model.scene(), model.story());
    return model.changed(d -> d.input = input.completed(offer));
  }

  /** A page leaves one row of the old one, so that the eye finds its place. */
  private static int page(Model model) {
    return Math.max(1, model.story().height() - 1);
  }

  private static Model scrolled(Model model, int up) {
    return model.changed(d -> d.story = d.story.scrolled(up));
  }

  private static Model toggled(Model model, Overlay overlay) {
    return model.changed(d -> d.overlay = d.overlay.equals(overlay) ? Overlay.NONE : overlay);
  }

  private static Model closed(Model model) {
    if (!model.overlay().equals(Overlay.NONE)) {
      return model.changed(d -> d.overlay = Overlay.NONE);
    }
    if (model.stage() instanceof Stage.Unlocking) {
      return Entrance.back(model, "");
    }
    return model.changed(d -> d.input = d.input.replaced(""));
  }

  private static Step leave(Model model) {
    return Step.of(
        model.leaving() || !model.isInteractive()
            ? Entrance.left(model)
            : model.changed(d -> d.leaving = true));
  }

  /** A line as if it had been typed and sent; what is being typed now stays. */
  static Step sent(Model model, String line) {
    Input own = model.input();
    Step step = sent(model.changed(d -> d.input = d.input.replaced(line)));
    return new Step(
        step.model()
            .changed(
                d -> d.input = d.input.edited(sent -> sent.replaced(own.text(), own.cursor()))),
        step.intents());
  }

  /** Another server gets lines as they are typed, empty ones and "quit" too. */
  private static Step sentElsewhere(Model model) {
    String line = model.input().text();
    boolean shown = !model.isSecret() && !line.isEmpty();
    return Step.of(
        model.changed(
            d -> {
              d.input = d.input.sent(model.isSecret());
              d.overlay = Overlay.NONE;
              d.entered++;
              d.story = d.story.read();
              d.story = shown ? d.story.with(Telling.echo(line)) : d.story;
            }),
        new Intent.Command(line));
  }

  /** Enter: the line goes where the stage wants it. */
  private static Step sent(Model model) {
    if (model.stage() instanceof Stage.Playing playing && playing.isElsewhere()) {
      return sentElsewhere(model);
    }
    String line = model.input().text().strip();
    Model next =
        model.changed(
            d -> {
              d.input = d.input.sent(!model.isPlaying());
              d.overlay = Overlay.NONE;
              d.entered++;
            });
    if (!(model.stage() instanceof Stage.Playing)) {
      return Entrance.answered(next, line);
    }
    if (line.isEmpty()) {
      return Step.of(
          model.isReadOn()
              ? scrolled(next, -page(next))
              : next.changed(d -> d.story = d.story.read()));
    }
    if (line.equalsIgnoreCase("quit")) {
      return Step.of(Entrance.left(next));
    }
    return Step.of(
        next.changed(
            d -> d.story = d.story.read().with(Story.Told.BLANK).asked().with(Telling.echo(line))),
        new Intent.Command(line));
  }
}

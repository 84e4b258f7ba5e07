package lamplight.tui.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys while something lies over the panes that takes them: a list, a search, a question. Empty
 * where the key is not for it.
 */
final class Covered {
  private static final int PAGE = 8;

  /** What moves the focus on and back. */
  private static final Set<Keys.Action> FORWARD =
      EnumSet.of(Keys.Action.FOCUS, Keys.Action.COMPLETE, Keys.Action.NEWER, Keys.Action.RIGHT);

  private static final Set<Keys.Action> BACK =
      EnumSet.of(Keys.Action.FOCUS_BACK, Keys.Action.OLDER, Keys.Action.LEFT);

  private static final Set<Keys.Action> SCROLLING =
      EnumSet.of(Keys.Action.PAGE_UP, Keys.Action.PAGE_DOWN, Keys.Action.STORY_END);

  private final Model model;
  private final Key key;
  private final Optional<Keys.Action> action;

  private Covered(Model model, Key key) {
    this.model = model;
    this.key = key;
    this.action = Optional.ofNullable(model.settings().keys().get(key));
  }

  static Optional<Step> pressed(Model model, Key key) {
    return new Covered(model, key).step();
  }

  private Optional<Step> step() {
    if (does(Keys.Action.LEAVE) || does(Keys.Action.SUSPEND)) {
      return Optional.empty();
    }
    if (model.overlay() instanceof Overlay.Finder finder) {
      return Optional.of(find(finder));
    }
    if (model.overlay() instanceof Overlay.Search search) {
      return search(search);
    }
    if (model.overlay() instanceof Overlay.Focus focus) {
      return focus(focus);
    }
    if (model.overlay() instanceof Overlay.End end) {
      return end(end);
    }
    if (model.overlay() instanceof Overlay.Help help) {
      return help(help);
    }
    return model.overlay() instanceof Overlay.Pasted pasted ? pasted(pasted) : Optional.empty();
  }

  private boolean does(Keys.Action wanted) {
    return action.filter(wanted::equals).isPresent();
  }

  /** What was typed so far, after this key; empty if the key does not change it. */
  private Optional<String> query(String before) {
    if (key instanceof Key.Typed typed) {
      return Optional.of(Input.empty().replaced(before).typed(typed.character()).text());
    }
    if (key instanceof Key.Pasted pasted) {
      return Optional.of(Input.empty().replaced(before).typed(pasted.text()).text());
    }
    if (does(Keys.Action.ERASE_BACK)) {
      return Optional.of(Input.empty().replaced(before).edited(EditedLine::erasedBack).text());
    }
    return does(Keys.Action.ERASE_TO_START) ? Optional.of("") : Optional.empty();
  }

  private Step find(Overlay.Finder finder) {
    Optional<String> query = query(finder.query());
    if (query.isPresent()) {
      return shown(finder.asking(query.get()));
    }
    List<Finding.Entry> entries = Finding.entries(model, finder);
    int rows = entries.size();
    if (does(Keys.Action.OLDER) || (key instanceof Key.Wheel wheel && wheel.notches() < 0)) {
      return shown(finder.moved(-1, rows));
    }
    if (does(Keys.Action.NEWER) || does(Keys.Action.COMPLETE) || key instanceof Key.Wheel) {
      return shown(finder.moved(1, rows));
    }
    if (does(Keys.Action.PAGE_UP) || does(Keys.Action.PAGE_DOWN)) {
      return shown(finder.moved(does(Keys.Action.PAGE_UP) ? -PAGE : PAGE, rows));
    }
    if (does(Keys.Action.SEND) && finder.selected() < rows) {
      return chosen(entries.get(finder.selected()).choice());
    }
    return shown(Overlay.NONE);
  }

  private Step chosen(Finding.Choice choice) {
    Model closed = shown(Overlay.NONE).model();
    if (choice instanceof Finding.Choice.Deed deed) {
      return Update.acted(closed, deed.action());
    }
    if (choice instanceof Finding.Choice.Command command) {
      return Update.sent(closed, command.line());
    }
    String line = ((Finding.Choice.Line) choice).text();
    return Step.of(closed.changed(d -> d.input = d.input.replaced(line)));
  }

  /** Keys that scroll do, and leave the focus; letters and all other keys end it. */
  private Optional<Step> focus(Overlay.Focus focus) {
    if (does(Keys.Action.SEND)) {
      return Optional.of(Step.of(Pointing.offering(model, focus.words())));
    }
    if (FORWARD.stream().anyMatch(this::does) || BACK.stream().anyMatch(this::does)) {
      int by = FORWARD.stream().anyMatch(this::does) ? 1 : -1;
      return Optional.of(Step.of(Update.focused(model, Ring.of(model).from(focus.words(), by))));
    }
    if (does(Keys.Action.CLOSE)) {
      return Optional.of(shown(Overlay.NONE));
    }
    return action
        .filter(other -> !SCROLLING.contains(other))
        .map(other -> Update.acted(shown(Overlay.NONE).model(), other));
  }

  private Optional<Step> help(Overlay.Help help) {
    if (does(Keys.Action.OLDER) || does(Keys.Action.NEWER)) {
      return Optional.of(shown(help.moved(does(Keys.Action.OLDER) ? -1 : 1)));
    }
    if (does(Keys.Action.PAGE_UP) || does(Keys.Action.PAGE_DOWN)) {
      return Optional.of(shown(help.moved(does(Keys.Action.PAGE_UP) ? -PAGE : PAGE)));
    }
    return does(Keys.Action.HELP) ? Optional.of(shown(Overlay.NONE)) : Optional.empty();
  }

  /** Keys that edit a line go to the line: whoever types stays and looks around. */
  private Optional<Step> end(Overlay.End end) {
    if (does(Keys.Action.OLDER) || does(Keys.Action.NEWER) || does(Keys.Action.COMPLETE)) {
      return Optional.of(shown(end.moved(does(Keys.Action.OLDER) ? -1 : 1)));
    }
    if (does(Keys.Action.SEND) && model.input().text().isBlank()) {
      return Optional.of(Entrance.next(shown(Overlay.NONE).model(), end.next()));
    }
    return Optional.empty();
  }

  private Optional<Step> search(Overlay.Search search) {
    Optional<String> query = query(search.query());
    if (query.isPresent()) {
      int from = search.row() < 0 ? model.story().rows().size() : search.row() + 1;
      return Optional.of(found(query.get(), from, -1));
    }
    if (does(Keys.Action.OLDER) || does(Keys.Action.SEND) || does(Keys.Action.SEARCH)) {
      int from = search.row() < 0 ? model.story().rows().size() : search.row();
      return Optional.of(found(search.query(), from, -1));
    }
    if (does(Keys.Action.NEWER)) {
      return Optional.of(found(search.query(), search.row(), 1));
    }
    return does(Keys.Action.CLOSE) ? Optional.of(shown(Overlay.NONE)) : Optional.empty();
  }

  /** The next row with the words, from a row on, which is not looked at itself. */
  private Step found(String query, int from, int step) {
    int row = model.story().find(query, from, step);
    return Step.of(
        model.changed(
            d -> {
              d.overlay = new Overlay.Search(query, row);
              d.story = row < 0 ? d.story : d.story.showing(row);
            }));
  }

  private Optional<Step> pasted(Overlay.Pasted pasted) {
    if (does(Keys.Action.CLOSE)) {
      return Optional.of(shown(Overlay.NONE));
    }
    if (!does(Keys.Action.SEND)) {
      return Optional.of(Step.of(model));
    }
    Model next = shown(Overlay.NONE).model();
    List<Intent> intents = new ArrayList<>();
    for (String line : pasted.lines()) {
      Step step = Update.sent(next, line);
      next = step.model();
      intents.addAll(step.intents());
    }
    return Optional.of(new Step(next, intents));
  }

  private Step shown(Overlay overlay) {
    return Step.of(model.changed(d -> d.overlay = overlay));
  }
}

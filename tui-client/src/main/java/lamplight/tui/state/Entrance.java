package lamplight.tui.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Refusal;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.link.News;
import lamplight.tui.state.Update.Step;
import lamplight.tui.text.Clean;
import lamplight.tui.text.Words;

/** The way into a game and out of it: name, choice, password, seat. */
final class Entrance {
  /** The world that teaches how to play; a player alone is offered it first. */
  private static final String TUTORIAL = "mill";

  private Entrance() {}

  /** The server is there: ask for what is missing, the name first. */
  static Step ready(Model model) {
    if (model.isPlaying()) {
      return Step.of(model);
    }
    if (model.lobby().name().isEmpty()) {
      return Step.of(naming(model, model.goal().offer(), ""));
    }
    return enteringOrBrowsing(model, model.goal().offer());
  }

  /** The player has answered the stage's question. */
  static Step answered(Model model, String line) {
    return model.stage().match(new Answers(model, line));
  }

  private record Answers(Model model, String line) implements Stage.Cases<Step> {
    @Override
    public Step waiting(Stage.Waiting stage) {
      return Step.of(model);
    }

    @Override
    public Step entering(Stage.Entering stage) {
      return Step.of(model);
    }

    @Override
    public Step naming(Stage.Naming stage) {
      String name = line.isEmpty() ? model.goal().suggestion() : line;
      Model named = model.changed(d -> d.lobby = d.lobby.named(name));
      return enteringOrBrowsing(named, stage.offer());
    }

    @Override
    public Step choosing(Stage.Choosing stage) {
      return chosen(model, stage, line);
    }

    @Override
    public Step unlocking(Stage.Unlocking stage) {
      return Entrance.entering(model, stage.offer(), Optional.of(line));
    }

    @Override
    public Step playing(Stage.Playing stage) {
      return Step.of(model);
    }

    @Override
    public Step over(Stage.Over stage) {
      return Step.of(model);
    }
  }

  /**
   * An empty line takes the selected row; a number, a session's code or a world's id takes that.
   */
  private static Step chosen(Model model, Stage.Choosing choosing, String line) {
    if (choosing.choices().isEmpty()) {
      return browsing(model);
    }
    if (line.isEmpty()) {
      return entering(model, choosing.choice().offer(), model.goal().password());
    }
    Optional<Goal.Offer> offer = named(choosing.choices(), line);
    if (offer.isEmpty()) {
      String notice = model.words().say("start.choose.wrong", line);
      return Step.of(
          model.changed(
              d -> d.stage = new Stage.Choosing(choosing.choices(), choosing.selected(), notice)));
    }
    return entering(model, offer.get(), model.goal().password());
  }

  private static Optional<Goal.Offer> named(List<Stage.Choice> choices, String line) {
    for (int i = 0; i < choices.size(); i++) {
      Goal.Offer offer = choices.get(i).offer();
      if (line.equals(Integer.toString(i + 1)) || line.equalsIgnoreCase(offer.id())) {
        return Optional.of(offer);
      }
    }
    return Optional.empty();
  }

  static boolean moves(Keys.Action action) {
    return action == Keys.Action.OLDER
        || action == Keys.Action.NEWER
        || action == Keys.Action.COMPLETE;
  }

  static Model moved(Model model, Stage.Choosing choosing, Keys.Action action) {
    int by = action == Keys.Action.OLDER ? -1 : 1;
    return choosing.choices().isEmpty() ? model : model.changed(d -> d.stage = choosing.moved(by));
  }

  static Model listed(Model model, News.Listing listing) {
    Map<String, String> titles = new LinkedHashMap<>();
    listing.worlds().forEach(world -> titles.put(world.id(), Clean.text(world.title())));
    List<Stage.Choice> choices = new ArrayList<>();
    List<Stage.Choice> full = new ArrayList<>();
    for (ServerMessage.Open open : listing.open()) {
      (open.players() < open.maximum() ? choices : full).add(choice(model.words(), open, titles));
    }
    listing.worlds().stream()
        .sorted(Comparator.comparing(world -> !world.id().equals(TUTORIAL)))
        .forEach(
            world ->
                choices.add(
                    new Stage.Choice(
                        new Goal.Offer.World(world.id()),
                        Clean.text(world.title()),
                        model.words().say("start.world", Clean.text(world.players())))));
    choices.addAll(full); // one of their seats may be the player's own
    Model known = model.changed(d -> d.lobby = new Lobby(d.lobby.name(), titles, choices));
    if (model.stage() instanceof Stage.Choosing choosing) {
      return back(known, choosing.notice());
    }
    return model.stage() instanceof Stage.Waiting ? back(known, "") : known;
  }

  private static Stage.Choice choice(
      Words words, ServerMessage.Open open, Map<String, String> titles) {
    String title = Clean.text(open.title());
    return new Stage.Choice(
        new Goal.Offer.Session(open.session()),
        title.isEmpty() ? titles.getOrDefault(open.world(), open.world()) : title,
        words.say(
            open.players() < open.maximum() ? "start.session" : "start.session.full",
            open.session(),
            open.players(),
            open.maximum()));
  }

  static Model seated(Model model, News.Seated seated) {
    Stage playing =
        new Stage.Playing(seated.session(), Clean.text(seated.world()), seated.player());
    return model.changed(
        d -> {
          d.stage = playing;
          if (seated.again()) {
            d.story = d.story.with(Telling.aside(model.words().say("line.back")));
          }
        });
  }

  /** Asks again for what was refused, unless the command line said it all. */
  static Step refused(Model model, News.Refused refused) {
    String notice = Clean.text(refused.text());
    if (model.goal().isComplete()) {
      return Step.of(over(model, 1, notice));
    }
    Refusal code = refused.code();
    Optional<Goal.Offer> offer = entered(model);
    if (code == Refusal.WRONG_PASSWORD && offer.isPresent()) {
      return Step.of(model.changed(d -> d.stage = new Stage.Unlocking(offer.get(), notice)));
    }
    if (code == Refusal.BAD_NAME || code == Refusal.NAME_TAKEN) {
      return Step.of(naming(model, offer, notice));
    }
    if (model.goal().offer().isPresent()) {
      return Step.of(over(model, 1, notice));
    }
    return Step.of(back(model, notice), new Intent.Browse());
  }

  /** Back to the list. */
  static Model back(Model model, String notice) {
    return model.changed(d -> d.stage = new Stage.Choosing(d.lobby.choices(), 0, notice));
  }

  /** The player goes; what stays on the terminal says how to come back. */
  static Model left(Model model) {
    if (!(model.stage() instanceof Stage.Playing playing)) {
      return over(model, 0, "");
    }
    return over(
        model,
        0,
        model.goal().local()
            ? model.words().say("left")
            : model.words().say("left.seat", playing.session()));
  }

  static Model over(Model model, int exitCode, String farewell) {
    return model.changed(d -> d.stage = new Stage.Over(exitCode, farewell));
  }

  private static Model naming(Model model, Optional<Goal.Offer> offer, String notice) {
    return model.changed(d -> d.stage = new Stage.Naming(offer, notice));
  }

  private static Optional<Goal.Offer> entered(Model model) {
    return model.stage() instanceof Stage.Entering entering
        ? Optional.of(entering.offer())
        : Optional.empty();
  }

  /** The list is asked for in any case: it has the worlds' titles. */
  private static Step enteringOrBrowsing(Model model, Optional<Goal.Offer> offer) {
    return offer
        .map(known -> entering(model, known, model.goal().password(), new Intent.Browse()))
        .orElseGet(() -> browsing(model));
  }

  private static Step browsing(Model model) {
    return Step.of(model.changed(d -> d.stage = new Stage.Waiting()), new Intent.Browse());
  }

  private static Step entering(
      Model model, Goal.Offer offer, Optional<String> password, Intent... before) {
    String name = model.lobby().name().orElse(model.goal().suggestion());
    List<Intent> intents = new ArrayList<>(List.of(before));
    intents.add(new Intent.Enter(offer, name, password));
    return new Step(model.changed(d -> d.stage = new Stage.Entering(offer)), intents);
  }
}

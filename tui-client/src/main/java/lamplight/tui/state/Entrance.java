package lamplight.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lamplight.engine.model.Refusal;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.News;
import lamplight.tui.text.Clean;

/** The way into a game and out of it: name, choice, password, seat. */
final class Entrance {
  private Entrance() {}

  /** The server is there: ask for what is missing, the name first. */
  static Step ready(Model model) {
    if (model.isPlaying()) {
      return Step.of(model);
    }
    if (model.lobby().name().isEmpty() && !model.goal().isNamed()) {
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
    public Step starting(Stage.Starting stage) {
      return Step.of(model);
    }

    @Override
    public Step entering(Stage.Entering stage) {
      return Step.of(model);
    }

    @Override
    public Step naming(Stage.Naming stage) {
      if (Rejoining.isAskedFor(line)) {
        return rejoining(model, line, notice -> Entrance.naming(model, stage.offer(), notice));
      }
      String name = line.isEmpty() ? model.suggestion() : line;
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
    public Step watching(Stage.Watching stage) {
      return Watching.entered(model, line);
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
    if (choosing.choices().isEmpty() && line.isEmpty()) {
      return browsing(model, "");
    }
    Optional<Choice.Deed> deed =
        line.isEmpty() ? Optional.of(choosing.choice().deed()) : named(choosing.choices(), line);
    if (deed.isEmpty() && (Rejoining.isAskedFor(line) || Rejoining.isSeat(line))) {
      return rejoining(
          model, line, notice -> model.changed(d -> d.stage = choosing.saying(notice)));
    }
    return deed.map(found -> found.match(new Deeds(model)))
        .orElseGet(
            () -> {
              String notice = model.words().say("start.choose.wrong", line);
              return Step.of(model.changed(d -> d.stage = choosing.saying(notice)));
            });
  }

  /** Takes the seat that the words of a line open; what is wrong with the line is said. */
  private static Step rejoining(Model model, String line, Function<String, Model> saying) {
    Rejoining wanted;
    try {
      wanted = Rejoining.read(line);
    } catch (IllegalArgumentException e) {
      return Step.of(saying.apply(Clean.text(String.valueOf(e.getMessage()))));
    }
    if (wanted.seat().isEmpty()) {
      return Step.of(saying.apply(model.words().say("start.rejoin.how")));
    }
    Goal.Offer.Seat seat = wanted.seat().get();
    Optional<HostAndPort> there = wanted.at(model.goal().server());
    return there.equals(model.goal().server())
        ? entering(model, seat, Optional.empty())
        : go(model, there, Optional.of(seat), false);
  }

  private static Optional<Choice.Deed> named(List<Choice> choices, String line) {
    for (int i = 0; i < choices.size(); i++) {
      Choice.Deed deed = choices.get(i).deed();
      if (line.equals(Integer.toString(i + 1)) || line.equalsIgnoreCase(deed.word())) {
        return Optional.of(deed);
      }
    }
    return Optional.empty();
  }

  /** What comes of each kind of row. */
  private record Deeds(Model model) implements Choice.Deed.Cases<Step> {
    @Override
    public Step enter(Choice.Deed.Enter deed) {
      return entering(model, deed.offer(), model.goal().password());
    }

    @Override
    public Step resume(Choice.Deed.Resume deed) {
      Memory.Recent seat = deed.seat();
      Goal.Offer session = new Goal.Offer.Session(seat.session());
      Model named = model.changed(d -> d.lobby = d.lobby.named(seat.name()));
      if (seat.hosted() != Memory.Hosted.NO && model.goal().local()) {
        Goal goal = model.goal().at(model.goal().server(), Optional.of(session));
        return hosting(named.changed(d -> d.goal = goal), seat.hosted() == Memory.Hosted.EVERYBODY);
      }
      Optional<HostAndPort> there = Optional.of(seat.server());
      return there.equals(model.goal().server())
          ? entering(named, session, Optional.empty())
          : go(named, there, Optional.of(session), false);
    }

    @Override
    public Step host(Choice.Deed.Host deed) {
      return hosting(model, deed.everybody());
    }

    private static Step hosting(Model model, boolean everybody) {
      return Step.of(
          model.changed(d -> d.stage = new Stage.Starting(false)), new Intent.Host(everybody));
    }

    /** The line is begun; whoever has no line to look at is told what to type. */
    @Override
    public Step rejoin(Choice.Deed.Rejoin deed) {
      Model told =
          model.stage() instanceof Stage.Choosing choosing
              ? model.changed(d -> d.stage = choosing.saying(model.words().say("start.rejoin.how")))
              : model;
      return Step.of(told.changed(d -> d.input = d.input.replaced(Rejoining.WORD + " ")));
    }

    @Override
    public Step rename(Choice.Deed.Rename deed) {
      return Step.of(naming(model, Optional.empty(), ""));
    }
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
    Menu menu = new Menu(model, listing);
    Model known =
        model.changed(d -> d.lobby = new Lobby(d.lobby.name(), menu.titles(), menu.choices()));
    if (model.stage() instanceof Stage.Choosing choosing) {
      return back(known, choosing.notice());
    }
    return model.stage() instanceof Stage.Waiting waiting ? back(known, waiting.notice()) : known;
  }

  /** The server that is being started has to be built first. */
  static Step building(Model model) {
    return Step.of(
        model.stage() instanceof Stage.Starting
            ? model.changed(d -> d.stage = new Stage.Starting(true))
            : model);
  }

  /** A server was started here: play there from now on. */
  static Step hosted(Model model, Message.Hosted message) {
    if (message.hosting().isEmpty()) {
      Goal goal = model.goal().at(model.goal().server(), Optional.empty());
      String notice = model.words().say("hosting.failed", Clean.text(message.problem()));
      return browsing(model.changed(d -> d.goal = goal), notice);
    }
    Hosting hosting = message.hosting().get();
    Model at = model.changed(d -> d.hosting = message.hosting());
    return go(at, Optional.of(hosting.own()), model.goal().offer(), false);
  }

  /** Plays somewhere else, or something else: all that is known of the old place is forgotten. */
  static Step go(
      Model model, Optional<HostAndPort> server, Optional<Goal.Offer> offer, boolean forGood) {
    Model fresh =
        Model.start(
            model.settings(),
            model.goal().at(server, offer),
            model.memory(),
            model.size(),
            model.now());
    return Step.of(
        fresh.changed(
            d -> {
              d.lobby = new Lobby(model.lobby().name(), model.lobby().titles(), List.of());
              d.hosting = model.hosting();
              d.margins = model.margins();
              d.input = model.input().sent(true);
              d.entered = model.entered();
            }),
        new Intent.Go(server, forGood));
  }

  /** The link has given up; from a server that was chosen here the way leads back. */
  static Step closed(Model model, News.Closed closed) {
    String text = Clean.text(closed.text());
    if (!model.goal().isAway()) {
      return Step.of(over(model, closed.fault() ? 1 : 0, text));
    }
    Step home = go(model, model.goal().home(), Optional.empty(), false);
    return new Step(home.model().changed(d -> d.stage = new Stage.Waiting(text)), home.intents());
  }

  static Step seated(Model model, News.Seated seated) {
    Stage.Playing playing =
        new Stage.Playing(seated.session(), Clean.text(seated.world()), seated.player());
    boolean begins =
        model.stage() instanceof Stage.Entering entering
            && entering.offer() instanceof Goal.Offer.World;
    boolean known = seated.again() || playing.isElsewhere(); // No seat is kept elsewhere.
    Memory memory = known ? model.memory() : remembered(model, seated);
    Model next =
        model.changed(
            d -> {
              d.stage = playing;
              d.since = seated.again() ? d.since : d.now;
              d.memory = memory;
              d.story = begins ? d.story.opened() : d.story;
              if (seated.again()) {
                d.story = d.story.with(Telling.aside(model.words().say("line.back")));
              } else if (d.hosting.isPresent()) {
                String words = invitation(model, d.hosting.get(), seated.session());
                d.story = d.story.with(Telling.aside(words));
              }
            });
    return memory.equals(model.memory())
        ? Step.of(next)
        : Step.of(next, new Intent.Remember(memory));
  }

  private static String invitation(Model model, Hosting hosting, String session) {
    return model
        .words()
        .say(
            "hosting.join",
            hosting.forClients().toString(),
            session,
            hosting.address(),
            Integer.toString(hosting.telnet()));
  }

  /** Whoever comes back by rejoin words has the name of that seat, in that game alone. */
  private static Memory remembered(Model model, News.Seated seated) {
    boolean rejoined = entered(model).filter(Goal.Offer.Seat.class::isInstance).isPresent();
    String name = rejoined ? seated.player() : model.suggestion();
    Memory named = rejoined ? model.memory() : model.memory().named(name);
    String title = model.lobby().title(Clean.text(seated.world()));
    Memory.Hosted hosted =
        model
            .hosting()
            .map(h -> h.everybody() ? Memory.Hosted.EVERYBODY : Memory.Hosted.HERE)
            .orElse(Memory.Hosted.NO);
    return model
        .goal()
        .server()
        .map(server -> named.with(new Memory.Recent(server, seated.session(), name, title, hosted)))
        .orElse(named);
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
    if (model.goal().offer().isPresent() && !model.goal().isAway()) {
      return Step.of(over(model, 1, notice));
    }
    return lost(model, code, notice);
  }

  /** Back to the list; a game that is gone is not offered again. */
  private static Step lost(Model model, Refusal code, String notice) {
    Optional<Memory.Recent> gone =
        model.memory().recent().stream()
            .filter(seat -> code == Refusal.UNKNOWN_SESSION)
            .filter(seat -> Optional.of(seat.server()).equals(model.goal().server()))
            .filter(seat -> entered(model).filter(o -> o.id().equals(seat.session())).isPresent())
            .findFirst();
    Memory memory = gone.map(model.memory()::without).orElse(model.memory());
    Step step = browsing(model.changed(d -> d.memory = memory), notice);
    List<Intent> intents = new ArrayList<>(step.intents());
    gone.ifPresent(seat -> intents.add(new Intent.Remember(memory)));
    return new Step(step.model(), intents);
  }

  /** Back to the list. */
  static Model back(Model model, String notice) {
    return model.changed(d -> d.stage = new Stage.Choosing(d.lobby.choices(), 0, notice));
  }

  /** What a player does when the story has ended. */
  static Step next(Model model, Overlay.End.Next next) {
    Optional<Goal.Offer> again =
        model.stage() instanceof Stage.Playing playing
            ? Optional.of(new Goal.Offer.World(playing.world()))
            : Optional.empty();
    return switch (next) {
      case STAY -> Step.of(model);
      case AGAIN -> go(model, model.goal().server(), again, true);
      case OTHER -> go(model, model.goal().server(), Optional.empty(), true);
      case LEAVE -> Step.of(left(model));
    };
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
        .orElseGet(
            () ->
                browsing(model, model.stage() instanceof Stage.Waiting past ? past.notice() : ""));
  }

  private static Step browsing(Model model, String notice) {
    return Step.of(model.changed(d -> d.stage = new Stage.Waiting(notice)), new Intent.Browse());
  }

  private static Step entering(
      Model model, Goal.Offer offer, Optional<String> password, Intent... before) {
    List<Intent> intents = new ArrayList<>(List.of(before));
    intents.add(new Intent.Enter(offer, model.suggestion(), password));
    return new Step(model.changed(d -> d.stage = new Stage.Entering(offer)), intents);
  }
}

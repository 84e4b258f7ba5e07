package lamplight.tui.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.link.News;
import lamplight.tui.text.Clean;
import lamplight.tui.text.Words;

/**
 * The rows of the start screen: recent games first, then those that are open, then new ones.
 * Whoever has not played before, and has not come to somebody's server, finds the world that
 * teaches first.
 */
record Menu(Model model, News.Listing listing) {

  /** The titles of the worlds, by id. */
  Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    listing.worlds().forEach(world -> titles.put(world.id(), Clean.text(world.title())));
    return titles;
  }

  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    model.memory().solo().stream().filter(this::isKept).forEach(game -> choices.add(solo(game)));
    model.memory().recent().forEach(seat -> choices.add(recent(seat)));
    List<ServerMessage.Open> open =
        new ArrayList<>(model.goal().local() ? List.of() : listing.open());
    open.sort(Comparator.comparing(game -> game.players() >= game.maximum()));
    open.stream().filter(game -> !isRecent(game)).forEach(game -> choices.add(open(game)));
    boolean teach = model.memory().isNewcomer() && model.goal().local();
    choices.addAll(teach ? 0 : choices.size(), worlds());
    choices.addAll(others());
    return choices;
  }

  private Words words() {
    return model.words();
  }

  /** Whether a game of one's own is still there. */
  private boolean isKept(Memory.Solo game) {
    return model.goal().local()
        && listing.open().stream().anyMatch(open -> open.session().equals(game.session()));
  }

  private Choice solo(Memory.Solo game) {
    String ago = Ago.words(words(), game.ago() + model.now());
    return new Choice(
        new Choice.Deed.Enter(new Goal.Offer.Seat(game.words())),
        Choice.Group.RECENT,
        titles().getOrDefault(game.world(), game.world()),
        words().say("start.solo", game.name(), ago),
        words().say("start.solo.about"));
  }

  private Choice recent(Memory.Recent seat) {
    boolean plain =
        seat.hosted() != Memory.Hosted.NO
            || model.goal().server().filter(seat.server()::equals).isPresent();
    String where = plain ? seat.session() : seat.session() + " · " + seat.server();
    return new Choice(
        new Choice.Deed.Resume(seat),
        Choice.Group.RECENT,
        seat.title(),
        words().say("start.recent", seat.name(), where),
        words()
            .say(seat.hosted() == Memory.Hosted.NO ? "start.recent.about" : "start.recent.hosted"));
  }

  private boolean isRecent(ServerMessage.Open game) {
    return model.memory().recent().stream()
        .anyMatch(
            seat ->
                seat.session().equals(game.session())
                    && model.goal().server().filter(seat.server()::equals).isPresent());
  }

  private Choice open(ServerMessage.Open game) {
    String title = Clean.text(game.title());
    String key = game.players() < game.maximum() ? "start.session" : "start.session.full";
    return new Choice(
        new Choice.Deed.Enter(new Goal.Offer.Session(game.session())),
        Choice.Group.OPEN,
        title.isEmpty() ? titles().getOrDefault(game.world(), game.world()) : title,
        words().say(key, game.session(), game.players(), game.maximum()),
        about(game.world())
            .map(ServerMessage.About::blurb)
            .map(Clean::text)
            .findFirst()
            .orElse(""));
  }

  /** New games; the one that teaches comes first. */
  private List<Choice> worlds() {
    return listing.worlds().stream()
        .sorted(Comparator.comparing(world -> !teaches(world.id())))
        .map(this::world)
        .toList();
  }

  private Choice world(ServerMessage.World world) {
    String players = words().say("start.world", Clean.text(world.players()));
    String length =
        about(world.id()).map(ServerMessage.About::length).collect(Collectors.joining());
    String first = teaches(world.id()) ? words().say("start.tutorial") : "";
    return new Choice(
        new Choice.Deed.Enter(new Goal.Offer.World(world.id())),
        Choice.Group.NEW,
        Clean.text(world.title()),
        Stream.of(first, players, Clean.text(length))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")),
        Clean.text(
            about(world.id()).map(ServerMessage.About::blurb).collect(Collectors.joining())));
  }

  private boolean teaches(String world) {
    return about(world).anyMatch(about -> about.traits().contains(ServerMessage.About.TUTORIAL));
  }

  private Stream<ServerMessage.About> about(String world) {
    return listing.about().stream().filter(about -> about.world().equals(world)).limit(1);
  }

  /** A server can be started where there is none yet. */
  private List<Choice> others() {
    List<Choice> others = new ArrayList<>();
    if (model.goal().local()) {
      others.add(other(new Choice.Deed.Host(true), "start.host", "start.host.about"));
      others.add(other(new Choice.Deed.Host(false), "start.host.here", "start.host.here.about"));
    }
    others.add(other(new Choice.Deed.Rejoin(), "start.rejoin", "start.rejoin.about"));
    others.add(other(new Choice.Deed.Rename(), "start.rename", "start.rename.about"));
    return others;
  }

  private Choice other(Choice.Deed deed, String title, String about) {
    return new Choice(deed, Choice.Group.OTHER, words().say(title), "", words().say(about));
  }
}

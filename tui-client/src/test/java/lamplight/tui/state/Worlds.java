package lamplight.tui.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.News;
import lamplight.tui.link.Standing;
import lamplight.tui.text.Theme;
import lamplight.tui.text.Words;

/** Models for tests: a yard with a mill, a party of three, and what they have. */
public final class Worlds {
  public static final List<String> YARD =
      List.of(
          "PLAYER:ana:yard:100:72",
          "PLAYER:bo:pond:40:20",
          "PLAYER:cleo:yard:88:100",
          "PRESENCE:ana:here",
          "PRESENCE:bo:here",
          "PRESENCE:cleo:away",
          "LABEL:ana::Ana",
          "LABEL:bo::Bo",
          "LABEL:cleo::Cleo",
          "ROOM:yard:0,0,0:north=mill,east=pond,west=lane,south=!gate,in=mill,down=~cellar:Mill"
              + " Yard",
          "ROOM:mill:0,1,0:south=yard,up=loft,east=?:Grinding Room",
          "ROOM:pond:1,0,0:west=yard,northeast=isle:Mill Pond",
          "ROOM:lane:-1,0,0:east=yard,north=?,west=?:Old Lane",
          "ROOM:gate:0,-1,0:north=!yard,south=?:Iron Gate",
          "ROOM:loft:0,1,1:down=mill:Sack Loft",
          "ROOM:isle:2,1,0:southwest=pond:Reed Isle",
          "ITEM:lamp:ana:-",
          "LABEL:lamp:takeable:brass lamp",
          "ITEM:tea:ana:-",
          "LABEL:tea:takeable:cup of 茶 🍵",
          "ITEM:chest:-:yard",
          "LABEL:chest:container:oak chest",
          "DOOR:chest:open",
          "ITEM:coin:-:in.chest",
          "LABEL:coin:takeable:silver coin",
          "ITEM:ada:-:yard",
          "LABEL:ada:person:Ada the miller",
          "SCORE:party:15:100");

  public static final HostAndPort SERVER = new HostAndPort("play.example.org", 4001);

  private Worlds() {}

  /** The usual settings but for these. */
  public static Settings settings(
      Words words, boolean still, boolean ascii, Settings.Bell bell, boolean typing) {
    return new Settings(
        words,
        Theme.DARK,
        Optional.empty(),
        Settings.Arrangement.AUTO,
        still,
        ascii,
        bell,
        typing,
        Keys.usual());
  }

  /** Nothing but where. */
  public static Goal goal(Optional<HostAndPort> server) {
    return Goal.of(Optional.empty(), Optional.empty(), Optional.empty(), "ana", server);
  }

  public static ClientState replica(String... changes) {
    List<Entry> entries =
        Stream.concat(YARD.stream(), Arrays.stream(changes)).map(Entry::parse).toList();
    return new ClientState(7, EntrySet.of(entries), false);
  }

  public static ClientState without(ClientState replica, String kind, String id) {
    List<Entry> others =
        replica.entries().stream()
            .filter(entry -> !(entry.kind().equals(kind) && entry.id().equals(id)))
            .toList();
    return new ClientState(replica.version(), EntrySet.of(others), replica.asked());
  }

  public static Model starting(Size size) {
    return starting(Settings.USUAL, size);
  }

  private static Model starting(Settings settings, Size size) {
    return Model.start(settings, goal(Optional.of(SERVER)), Memory.NONE, size, 0);
  }

  /** After all news; no intents are looked at. */
  public static Model after(Model model, News... news) {
    Model next = model;
    for (News each : news) {
      next = Update.step(next, new Message.Heard(each)).model();
    }
    return next;
  }

  public static Model after(Model model, Key... keys) {
    Model next = model;
    for (Key key : keys) {
      next = Update.step(next, new Message.Pressed(key)).model();
    }
    return next;
  }

  public static News.Listing listing() {
    return new News.Listing(
        List.of(
            new ServerMessage.World("sunken-library", "2-4", "The Sunken Library"),
            new ServerMessage.World("mill", "1-4", "The Mill at Dusk")),
        List.of(
            new ServerMessage.About(
                "mill",
                Set.of("tutorial"),
                "ten minutes",
                "The mill has stopped, and the feast is tonight."),
            new ServerMessage.About(
                "sunken-library",
                Set.of(),
                "two hours",
                "A library went under the sea in 1722, politely, with everybody out. Your family"
                    + " still has one of its books. Bring it back, together: some doors down there"
                    + " were built for two.")),
        List.of(new ServerMessage.Open("otter-42", "sunken-library", 2, 4, "The Sunken Library")));
  }

  public static News.Told told(TextKind kind, Object... words) {
    List<Span> spans =
        Arrays.stream(words)
            .map(word -> word instanceof Span span ? span : Span.plain(word.toString()))
            .toList();
    return new News.Told(kind, new Line(spans));
  }

  public static final News.Told BLANK = new News.Told(TextKind.RESULT, Line.EMPTY);

  /** In the yard, with a little story. */
  public static Model playing(Size size) {
    return playing(Settings.USUAL, size);
  }

  public static Model playing(Settings settings, Size size) {
    return after(
        starting(settings, size),
        listing(),
        new News.Seated("otter-42", "ana", "mill", false),
        new News.Weather(new Standing(Standing.State.ONLINE, 12, 0, 0, 0, Standing.Form.COMPACT)),
        new News.Changed(replica()),
        told(TextKind.ROOM, new Span(Span.Kind.ROOM, "yard", "Mill Yard")),
        told(
            TextKind.ROOM,
            "You stand in a cobbled yard between the ",
            new Span(Span.Kind.ROOM, "mill", "mill"),
            " and the pond. A handcart leans against the wall, its one wheel turning a little, as"
                + " if it had only just thought of stopping."),
        told(
            TextKind.ROOM,
            new Span(Span.Kind.PERSON, "ada", "Ada the miller"),
            " is here, and an ",
            new Span(Span.Kind.ITEM, "chest", "oak chest"),
            ", open."),
        BLANK,
        told(
            TextKind.SYSTEM,
            "Type help at any time; everything that a description names can be examined."),
        BLANK,
        told(TextKind.SPEECH, "Ada says: \"Somebody ought to look at the sluice.\""),
        BLANK);
  }

  public static Key[] typed(String text) {
    return text.codePoints()
        .mapToObj(c -> new Key.Typed(Character.toString(c)))
        .toArray(Key[]::new);
  }

  /** After keys, by their letters or names; the intents are those of the last one. */
  public static Step keyed(Model model, String... keys) {
    Step step = Step.of(model);
    for (String key : keys) {
      Key pressed = key.length() == 1 ? new Key.Typed(key) : Key.named(key);
      step = Update.step(step.model(), new Message.Pressed(pressed));
    }
    return step;
  }

  /** After a line was typed and sent. */
  public static Step enter(Model model, String line) {
    return keyed(after(model, typed(line)), "Enter");
  }
}

package lamplight.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Room;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Template.NameForm;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.World;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;

/**
 * Describes where a reader is: the room's name and text, what is there, who is there, and the ways
 * out.
 */
final class Surroundings {
  private final Narrator narrator;
  private final Facts facts;
  private final World world;
  private final State state;
  private final Sight sight;
  private final PlayerState player;
  private final Room room;
  private final Namer namer;

  Surroundings(Narrator narrator, Facts told, PlayerId reader) {
    this.narrator = narrator;
    this.facts = Facts.of(told.world(), told.state(), reader);
    this.world = facts.world();
    this.state = facts.state();
    this.sight = facts.sight();
    this.player = state.player(reader);
    this.room = world.room(player.room());
    this.namer = new Namer(world, state, reader);
  }

  /**
   * The description.
   *
   * @param arriving whether a reader who wants it brief and knows the room is told its name alone
   */
  List<Line> lines(boolean arriving) {
    List<Line> lines = new ArrayList<>();
    if (sight.dark(player.id())) {
      lines.add(narrator.plain("dark.title"));
      lines.addAll(room.unlit().isEmpty() ? words("dark") : words(room.unlit()));
      return lines;
    }
    lines.add(title());
    boolean known = player.visited().contains(room.id());
    if (!(arriving && known && player.brief())) {
      lines.addAll(words(known || room.first().isEmpty() ? room.description() : room.first()));
    }
    things(lines);
    lines.add(exits());
    return lines;
  }

  /** The room's name, and what the reader stands on. */
  private Line title() {
    Span name = new Span(Span.Kind.ROOM, room.id().value(), room.name());
    return player
        .perch()
        .map(perch -> new Line(List.of(name, Span.plain(perched(perch)))))
        .orElseGet(() -> new Line(List.of(name)));
  }

  private String perched(ThingId perch) {
    boolean in = world.thing(perch).enter().equals(Optional.of(Thing.Enter.IN));
    String spot = namer.name(perch, NameForm.THE, false).words();
    return narrator.plain(in ? "perched_in" : "perched_on", "list", spot).plain();
  }

  private void things(List<Line> lines) {
    List<ThingId> plain = new ArrayList<>();
    List<ThingId> people = new ArrayList<>();
    List<ThingId> holders = new ArrayList<>();
    for (ThingId id : sight.seen(player.id())) {
      Thing thing = world.thing(id);
      ThingState stands = state.thing(id);
      boolean lying = stands.place() instanceof Place.InRoom in && in.room().equals(room.id());
      boolean told =
          thing.kind() == Thing.Kind.SCENERY || thing.kind() == Thing.Kind.DOOR || thing.unlisted();
      if (lying && !stands.moved() && !thing.initial().isEmpty()) {
        lines.addAll(words(thing.initial()));
      } else if (lying && !told) {
        (thing.isPerson() ? people : plain).add(id);
      }
      boolean open =
          thing.container().isPresent() && (stands.open() || thing.container().get().transparent());
      if ((open || thing.supporter().isPresent() || thing.vessel().isPresent())
          && !thing.isPerson()
          && sight.holder(id).isEmpty()) {
        holders.add(id);
      }
    }
    if (!plain.isEmpty()) {
      lines.add(narrator.listed("you_see", "list", narrator.list(namer, plain, NameForm.A)));
    }
    for (ThingId holder : holders) {
      contents(holder, lines);
    }
    who(people, lines);
  }

  /** What lies in or on something, and does not say so itself. */
  private void contents(ThingId holder, List<Line> lines) {
    List<ThingId> plain = new ArrayList<>();
    for (ThingId id : sight.contents(holder)) {
      Thing thing = world.thing(id);
      Text initial = thing.initial();
      if (thing.unlisted() || thing.kind() == Thing.Kind.SCENERY || !sight.sees(player.id(), id)) {
        continue;
      }
      if (!state.thing(id).moved() && !initial.isEmpty()) {
        lines.addAll(words(initial));
      } else {
        plain.add(id);
      }
    }
    if (!plain.isEmpty()) {
      lines.add(narrator.lying(namer, holder, plain));
    }
  }

  private void who(List<ThingId> people, List<Line> lines) {
    List<Span> names = new ArrayList<>(people.size() + state.players().size());
    names.addAll(namer.names(people, NameForm.A));
    List<PlayerState> away = new ArrayList<>();
    for (PlayerState other : state.players().values()) {
      if (other.room().equals(player.room()) && !other.id().equals(player.id())) {
        if (other.presence() == Presence.HERE) {
          names.add(whereabouts(other));
        } else {
          away.add(other);
        }
      }
    }
    if (!names.isEmpty()) {
      boolean many =
          names.size() > 1
              || people.size() > 1
              || (people.size() == 1 && world.thing(people.get(0)).plural());
      lines.add(narrator.listed(many ? "are_here" : "is_here", "list", narrator.inARow(names)));
    }
    for (PlayerState other : away) {
      lines.add(narrator.listed("is_away", "list", List.of(namer.player(other))));
    }
  }

  /** A player's name, and what the player stands on. */
  private Span whereabouts(PlayerState other) {
    Span name = namer.player(other);
    return other.perch().isEmpty()
        ? name
        : new Span(name.kind(), name.id(), name.words() + perched(other.perch().get()));
  }

  /** The ways out; none can be seen in the dark. */
  List<Line> ways() {
    return sight.dark(player.id()) ? words("exits.dark") : List.of(exits());
  }

  /** The ways out: {@code Exits: north, east (closed).} */
  private Line exits() {
    List<Span> spans = new ArrayList<>();
    for (Map.Entry<Direction, Exit> way : room.exits().entrySet()) {
      if (sight.shows(way.getValue(), facts)) {
        String word = way.getKey().word();
        spans.add(Span.plain(spans.isEmpty() ? "" : ", "));
        spans.add(new Span(Span.Kind.EXIT, word, word));
        spans.add(Span.plain(state.isShut(way.getValue()) ? messages("exit.closed") : ""));
      }
    }
    spans.removeIf(span -> span.words().isEmpty());
    return spans.isEmpty() ? narrator.plain("no_exits") : narrator.listed("exits", "list", spans);
  }

  private String messages(String key) {
    return narrator.plain(key).plain();
  }

  private List<Line> words(Text text) {
    return narrator.words(text, facts, player.id(), "");
  }

  private List<Line> words(String key) {
    return narrator.words(key, facts, player.id(), "");
  }
}

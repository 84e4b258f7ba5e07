package lamplight.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Referent;
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
import lamplight.engine.rules.Event.Content;

/** What a close look shows: a thing, a player, what is inside something, what somebody carries. */
final class CloseLook {
  private final Narrator narrator;
  private final Facts facts;
  private final World world;
  private final State state;
  private final Sight sight;
  private final PlayerId reader;
  private final Namer namer;

  CloseLook(Narrator narrator, Facts facts, PlayerId reader) {
    this.narrator = narrator;
    this.facts = facts;
    this.world = facts.world();
    this.state = facts.state();
    this.sight = facts.sight();
    this.reader = reader;
    this.namer = new Namer(world, state, reader);
  }

  List<Line> at(Referent noun) {
    return noun instanceof ThingId thing ? thing(thing) : player((PlayerId) noun);
  }

  private List<Line> thing(ThingId id) {
    Thing thing = world.thing(id);
    ThingState stands = state.thing(id);
    Facts own = facts.withNoun(id);
    List<Line> lines = new ArrayList<>();
    lines.addAll(
        thing.description().isEmpty()
            ? narrator.words("examine.nothing", own, reader, "")
            : words(thing.description(), own));
    Text ofState = thing.states().getOrDefault(stands.state(), Text.EMPTY);
    lines.addAll(words(ofState, own));
    if (thing.lid().filter(lid -> lid.openable() || lid.locked().isPresent()).isPresent()) {
      lines.addAll(
          narrator.words(stands.open() ? "stands.open" : "stands.closed", own, reader, ""));
    }
    if (thing.switched().isPresent()) {
      lines.addAll(narrator.words(stands.on() ? "stands.on" : "stands.off", own, reader, ""));
    }
    List<ThingId> contents = contents(id);
    if (!contents.isEmpty() || thing.vessel().isPresent()) {
      lines.addAll(inside(id, contents));
    }
    return lines;
  }

  private List<Line> player(PlayerId id) {
    PlayerState player = state.player(id);
    List<Line> lines = new ArrayList<>();
    if (id.equals(reader)) {
      lines.addAll(narrator.words("examine.self", facts, reader, ""));
    } else {
      lines.add(
          narrator.listed(
              "examine.player", "player", List.of(namer.name(id, NameForm.NAME, false))));
    }
    player
        .role()
        .map(world.roles()::get)
        .ifPresent(
            role ->
                lines.add(
                    narrator.plain(
                        id.equals(reader) ? "role.self" : "role.other", "role", role.title())));
    List<ThingId> carried =
        sight.carried(id).stream().filter(thing -> !sight.isKeptFrom(reader, thing)).toList();
    boolean self = id.equals(reader);
    if (!self) {
      lines.addAll(listed("carries", carried.stream().filter(thing -> !isWorn(thing)).toList()));
    }
    String wears = self ? "inventory.worn" : "wears";
    lines.addAll(listed(wears, carried.stream().filter(this::isWorn).toList()));
    return lines;
  }

  private boolean isWorn(ThingId thing) {
    return state.place(thing) instanceof Place.HeldBy held && held.worn();
  }

  /** A message about some things, if there are any. */
  private List<Line> listed(String key, List<ThingId> things) {
    return things.isEmpty()
        ? List.of()
        : List.of(narrator.listed(key, "list", narrator.list(namer, things, NameForm.A)));
  }

  /** What lies in or on a thing. */
  List<Line> inside(ThingId id) {
    return inside(id, contents(id));
  }

  private List<Line> inside(ThingId id, List<ThingId> contents) {
    Thing thing = world.thing(id);
    Facts own = facts.withNoun(id);
    if (contents.isEmpty()) {
      return narrator.words(
          thing.supporter().isPresent() ? "empty.on" : "empty.in", own, reader, "");
    }
    return List.of(narrator.lying(namer, id, contents));
  }

  private List<ThingId> contents(ThingId id) {
    return sight.contents(id).stream()
        .filter(inner -> sight.sees(reader, inner))
        .filter(inner -> world.thing(inner).kind() != Thing.Kind.SCENERY)
        .toList();
  }

  /** What the reader carries and wears. */
  List<Line> inventory() {
    List<ThingId> carried = sight.carried(reader);
    List<ThingId> held = new ArrayList<>();
    List<ThingId> worn = new ArrayList<>();
    for (ThingId thing : carried) {
      (isWorn(thing) ? worn : held).add(thing);
    }
    List<Line> lines = new ArrayList<>();
    if (held.isEmpty()) {
      lines.add(narrator.plain(worn.isEmpty() ? "inventory.empty" : "inventory.hands"));
    }
    lines.addAll(listed("inventory", held));
    lines.addAll(listed("inventory.worn", worn));
    for (ThingId thing : carried) {
      List<ThingId> contents = contents(thing);
      if (!contents.isEmpty()) {
        lines.addAll(inside(thing, contents));
      }
    }
    return lines;
  }

  /** What a person could be asked about. */
  List<Line> offers(Content.Offers content) {
    List<Span> topics = new ArrayList<>();
    content
        .topics()
        .forEach(
            topic -> topics.add(new Span(Span.Kind.EMPHASIS, "", topic.value().replace('_', ' '))));
    return List.of(
        narrator.listed(
            "offers",
            Map.of(
                "person",
                List.of(namer.name(content.person(), NameForm.THE, false)),
                "list",
                narrator.inARow(topics))));
  }

  private List<Line> words(Text text, Facts own) {
    return narrator.words(text, own, reader, "");
  }
}

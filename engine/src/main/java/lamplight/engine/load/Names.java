package lamplight.engine.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Id;

/**
 * All ids that a world defines, known before anything that refers to them is read: so a reference
 * to nothing is reported where it stands, in whatever order the files are.
 */
final class Names {
  private static final Set<String> TAKEN =
      Set.of(
          "actor", "back", "here", "nowhere", "empty", "any", "noun", "second", "player", "person",
          "party");

  private record Declared(Mark mark, Node node) {}

  private final Problems problems;
  private final Map<Kind, Map<String, Declared>> declared = new EnumMap<>(Kind.class);
  private final Set<String> people = new HashSet<>();
  private final Map<String, List<String>> copies = new HashMap<>();
  private final Map<String, List<String>> tagged = new HashMap<>();
  private final Set<String> liquids = new LinkedHashSet<>();
  private final Set<String> rules = new LinkedHashSet<>();
  private final Map<String, String> handouts = new HashMap<>();

  /** Whether some file could not be read, so that nobody knows what it defines. */
  private final boolean partial;

  private Names(Problems problems, boolean partial) {
    this.problems = problems;
    this.partial = partial;
    for (Kind kind : Kind.values()) {
      declared.put(kind, new LinkedHashMap<>());
    }
  }

  /**
   * @param vocabulary the engine's own
   */
  static Names of(Sections sections, Node vocabulary, Problems problems) {
    Names names = new Names(problems, sections.arePartial());
    sections.world().ifPresent(names::declareLiquids);
    names.handouts.putAll(sections.handouts());
    sections.entries("rules").forEach(rule -> names.rules.add(rule.key()));
    for (Node.Entry room : sections.entries("rooms")) {
      names.declare(Kind.ROOM, room.key(), room.mark(), room.value());
      in(room.value(), "scenery")
          .forEach(thing -> names.declareThing(scenery(room.key(), thing.key()), thing));
    }
    sections.entries("things").forEach(thing -> names.declareThing(thing.key(), thing));
    for (Node.Entry person : sections.entries("people")) {
      names.declareThing(person.key(), person);
      names.people.addAll(names.alike(person.key()));
    }
    sections
        .world()
        .ifPresent(
            world -> {
              names.declareAll(world, "regions", Kind.REGION);
              names.declareAll(world, "roles", Kind.ROLE);
              names.declareAll(world, "variables", Kind.VARIABLE);
              names.declareAll(world, "timers", Kind.TIMER);
              names.declareAll(world, "scores", Kind.SCORE);
              names.declareAll(world, "endings", Kind.ENDING);
              names.declareAll(world, "hints", Kind.HINT);
              names.declareAll(world, "achievements", Kind.ACHIEVEMENT);
            });
    Stream.concat(Stream.of(vocabulary), sections.vocabularies().stream())
        .flatMap(node -> Vocabulary.verbs(node).stream())
        .filter(verb -> Id.valid(verb.key()))
        .forEach(
            verb -> names.of(Kind.ACTION).put(verb.key(), new Declared(verb.mark(), verb.value())));
    return names;
  }

  /** The names of nothing. */
  static Names none(Problems problems) {
    return new Names(problems, false);
  }

  /** The id of a room's scenery. */
  static String scenery(String room, String key) {
    return room + "-" + key;
  }

  /** The id of a liquid while it is in a vessel. */
  static String content(String vessel, String liquid) {
    return vessel + "-" + liquid;
  }

  /** The texts of the handouts by their names. */
  Map<String, String> handouts() {
    return Map.copyOf(handouts);
  }

  /** The names of all rules. */
  Set<String> rules() {
    return Set.copyOf(rules);
  }

  boolean isLiquid(String thing) {
    return liquids.contains(thing);
  }

  Set<String> liquids() {
    return Set.copyOf(liquids);
  }

  /** Whether there is such an id; one that is ill-formed or taken is none. */
  boolean has(Kind kind, String id) {
    return of(kind).containsKey(id);
  }

  /** Whether what is not known may be defined in a file that could not be read. */
  boolean isPartial() {
    return partial;
  }

  Collection<String> ids(Kind kind) {
    return of(kind).keySet();
  }

  /** What else has such an id. */
  Optional<Kind> kindOf(String id) {
    return declared.keySet().stream()
        .filter(kind -> kind != Kind.ACTION && kind != Kind.TAG && has(kind, id))
        .findFirst();
  }

  boolean isPerson(String thing) {
    return people.contains(thing) && has(Kind.THING, thing);
  }

  /** Where everything is defined. */
  Map<Id, Mark> marks() {
    Map<Id, Mark> marks = new HashMap<>();
    declared.forEach(
        (kind, ids) -> ids.forEach((id, found) -> marks.put(kind.id(id), found.mark())));
    return marks;
  }

  /** Whether the definition of an id is this one, and not an earlier one of the same id. */
  boolean isDefinedBy(Kind kind, Node.Entry entry) {
    Declared found = of(kind).get(entry.key());
    return found != null && found.mark().equals(entry.mark());
  }

  /** Whether the definition of a thing has a key. */
  boolean hasKey(String thing, String key) {
    return value(Kind.THING, thing, key).isPresent();
  }

  /** Whether a door or container has a lock. */
  boolean hasLock(String thing) {
    return Stream.of("door", "container")
        .map(key -> value(Kind.THING, thing, key))
        .flatMap(Optional::stream)
        .anyMatch(lid -> lid.at("locked").isPresent());
  }

  /** The states of a thing's own. */
  List<String> states(String thing) {
    return keys(Kind.THING, thing, "states");
  }

  /** The topics of a person. */
  List<String> topics(String person) {
    return keys(Kind.THING, person, "topics");
  }

  /** The value of a key in the definition of an id. */
  Optional<Node> value(Kind kind, String id, String key) {
    return Optional.ofNullable(of(kind).get(id)).flatMap(found -> found.node().at(key));
  }

  /** The things that have a tag, in the world's order. */
  List<String> tagged(String tag) {
    return List.copyOf(tagged.getOrDefault(tag, List.of()));
  }

  /** The states that some thing has. */
  Set<String> statesOfAll() {
    return ids(Kind.THING).stream()
        .flatMap(thing -> states(thing).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A thing and its copies; a liquid wherever it is, and what it can be drawn from. */
  List<String> alike(String thing) {
    return List.copyOf(copies.getOrDefault(thing, List.of(thing)));
  }

  private Map<String, Declared> of(Kind kind) {
    return declared.getOrDefault(kind, Map.of());
  }

  private List<String> keys(Kind kind, String id, String key) {
    return value(kind, id, key).map(Node::entries).orElse(List.of()).stream()
        .map(Node.Entry::key)
        .toList();
  }

  private static List<Node.Entry> in(Node node, String key) {
    return node.at(key).map(Node::entries).orElse(List.of());
  }

  private void declareAll(Node world, String section, Kind kind) {
    in(world, section).forEach(entry -> declare(kind, entry.key(), entry.mark(), entry.value()));
  }

  /** A thing with its copies. */
  private void declareThing(String id, Node.Entry thing) {
    List<String> all = new ArrayList<>(List.of(id));
    for (int i = 2; i <= copies(thing.value()); i++) {
      all.add(id + "-" + i);
    }
    all.forEach(copy -> declare(Kind.THING, copy, thing.mark(), thing.value()));
    copies.put(id, all);
    all.forEach(copy -> declareContents(copy, thing));
    tags(thing.value())
        .forEach(
            (tag, mark) -> {
              of(Kind.TAG).putIfAbsent(tag, new Declared(mark, thing.value()));
              tagged.computeIfAbsent(tag, first -> new ArrayList<>()).addAll(all);
            });
  }

  /** Liquids are things that are nowhere; what is like them in vessels is derived. */
  private void declareLiquids(Node world) {
    for (Node.Entry liquid : in(world, "liquids")) {
      declare(Kind.THING, liquid.key(), liquid.mark(), liquid.value());
      liquids.add(liquid.key());
      copies.put(liquid.key(), new ArrayList<>(List.of(liquid.key())));
    }
  }

  /** The liquids that a vessel can hold, each a thing of its own; and what a source gives. */
  private void declareContents(String vessel, Node.Entry thing) {
    for (String liquid : liquidsOf(thing.value())) {
      String content = content(vessel, liquid);
      declare(Kind.THING, content, thing.mark(), thing.value());
      copies.getOrDefault(liquid, new ArrayList<>()).add(content);
    }
    if (thing.value().at(ThingKeys.SOURCE.name()).orElse(null) instanceof Node.Scalar source) {
      copies.getOrDefault(source.text(), new ArrayList<>()).add(vessel);
    }
  }

  /** Those of the world's liquids that a vessel names; others are reported where it is read. */
  private List<String> liquidsOf(Node thing) {
    Optional<Node> held = thing.at(ThingKeys.VESSEL.name()).flatMap(of -> of.at("liquids"));
    if (held.orElse(thing) instanceof Node.Listing listing) {
      return listing.items().stream()
          .filter(item -> item instanceof Node.Scalar scalar && liquids.contains(scalar.text()))
          .map(item -> ((Node.Scalar) item).text())
          .distinct()
          .toList();
    }
    return List.of();
  }

  /** The tags of a thing; what is wrong with them is reported where the thing is read. */
  private static Map<String, Mark> tags(Node thing) {
    Map<String, Mark> tags = new LinkedHashMap<>();
    if (thing.at(ThingKeys.TAGS.name()).orElse(thing) instanceof Node.Listing listing) {
      for (Node tag : listing.items()) {
        if (tag instanceof Node.Scalar scalar && Id.valid(scalar.text())) {
          tags.put(scalar.text(), tag.mark());
        }
      }
    }
    return tags;
  }

  /** How many of a thing there are; a wrong number is reported where the thing is read. */
  private static int copies(Node thing) {
    return thing
        .at("copies")
        .filter(node -> node instanceof Node.Scalar scalar && scalar.text().matches("\\d{1,3}"))
        .map(node -> Math.min(ThingKeys.MOST_COPIES, Integer.parseInt(((Node.Scalar) node).text())))
        .orElse(1);
  }

  private void declare(Kind kind, String id, Mark mark, Node node) {
    if (!Id.valid(id)) {
      problems.error(
          mark,
          "\"" + id + "\" is no id",
          "use up to 64 lower-case letters, digits, _ and -, a letter or digit first");
    } else if (TAKEN.contains(id)) {
      problems.error(mark, "\"" + id + "\" is taken: it means something else", "choose another id");
    } else {
      Optional<Declared> first = earlier(kind, id);
      if (first.isPresent()) {
        problems.error(
            mark,
            "\"" + id + "\" is there already: " + first.get().mark(),
            "rooms, things and people share one set of ids; give one of them another");
      } else {
        of(kind).put(id, new Declared(mark, node));
      }
    }
  }

  private Optional<Declared> earlier(Kind kind, String id) {
    if (kind == Kind.ROOM || kind == Kind.THING) {
      return Optional.ofNullable(of(Kind.ROOM).get(id))
          .or(() -> Optional.ofNullable(of(Kind.THING).get(id)));
    }
    return Optional.ofNullable(of(kind).get(id));
  }
}

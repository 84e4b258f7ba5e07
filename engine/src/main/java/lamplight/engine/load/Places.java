package lamplight.engine.load;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import lamplight.engine.model.Condition.Where;
import lamplight.engine.model.Place;
import lamplight.engine.model.Subject;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Effect.Destination;

/** The forms of places: where a thing is, is asked for, or goes to. */
final class Places {
  private static final Shape SHAPE = new Shape.Value("a place");

  private static final Set<String> OF_THE_MOMENT =
      Set.of("actor", "here", "anyone", "carried", "anywhere");

  private static final String REGION = "region ";
  private static final String WITHIN = "within ";

  /** Where a thing is when the world begins. */
  static final Form<Place> START = Forms.word(SHAPE, Places::start);

  /** Where a thing is asked for. */
  static final Form<Where> WHERE = Forms.word(SHAPE, Places::where);

  private static final Form<Where> ASKED =
      among(
          Map.of(
              "actor", new Where.Actor(),
              "carried", new Where.Actor(),
              "here", new Where.Here(),
              "anyone", new Where.Anyone(),
              "anywhere", new Where.Anywhere()),
          Where.Held::new,
          Where.Exactly::new);

  /** Where a thing goes. */
  static final Form<Destination> DESTINATION =
      among(
          Map.of("actor", new Destination.Actor(), "here", new Destination.Here()),
          Destination.Held::new,
          Destination.To::new);

  /** What a place's first word asks of the thing behind it. */
  private enum Holder {
    IN("in", "container", Place.Holding.IN),
    ON("on", "supporter", Place.Holding.ON),
    WITH("with", "person", Place.Holding.WITH);

    private final String word;
    private final String what;
    private final Place.Holding holding;

    Holder(String word, String what, Place.Holding holding) {
      this.word = word;
      this.what = what;
      this.holding = holding;
    }

    /** What a place names behind the word; empty if the place begins otherwise. */
    Optional<String> behind(String place) {
      return place.startsWith(word + " ")
          ? Optional.of(place.substring(word.length()).strip())
          : Optional.empty();
    }

    boolean fits(ThingId thing, Names names) {
      return this == WITH ? names.isPerson(thing.value()) : names.hasKey(thing.value(), what);
    }

    /** What to write if a thing does not fit. */
    String remedy(ThingId thing, Names names) {
      String otherwise =
          this == WITH ? "define people in people/*.yaml" : "give it the key " + what;
      return Arrays.stream(values())
          .filter(other -> other.fits(thing, names))
          .findFirst()
          .map(other -> "write \"" + other.word + " " + thing + "\", or " + otherwise)
          .orElse(otherwise);
    }
  }

  private Places() {}

  /** One of some words, a place by a noun of the command, or a place that the world names. */
  private static <T> Form<T> among(
      Map<String, ? extends T> words,
      BiFunction<Place.Holding, Subject, T> held,
      Function<Place, T> other) {
    return Forms.word(
        SHAPE,
        (node, reading) -> {
          String text = ((Node.Scalar) node).text();
          T word = words.get(text);
          if (word != null) {
            return Optional.of(word);
          }
          for (Holder holder : Holder.values()) {
            Optional<Subject> noun = holder.behind(text).flatMap(Refs::noun);
            if (noun.isPresent()) {
              return noun.map(it -> held.apply(holder.holding, it));
            }
          }
          return fixed(node, reading).map(other);
        });
  }

  private static Optional<Where> where(Node node, Reading reading) {
    String text = ((Node.Scalar) node).text();
    if (text.startsWith(REGION)) {
      return Refs.REGION
          .read(behind(REGION, node), reading)
          .map(region -> new Where.InRegion(region));
    }
    if (text.startsWith(WITHIN)) {
      return Refs.SUBJECT.read(behind(WITHIN, node), reading).map(thing -> new Where.Within(thing));
    }
    return ASKED.read(node, reading);
  }

  private static Node behind(String start, Node node) {
    String text = ((Node.Scalar) node).text();
    return Node.Scalar.plain(node.mark(), text.substring(start.length()).strip());
  }

  private static Optional<Place> start(Node node, Reading reading) {
    if (OF_THE_MOMENT.contains(((Node.Scalar) node).text())) {
      reading.error(
          node.mark(),
          "nobody acts yet when the world begins",
          "write a room, or give the thing to a role");
      return Optional.empty();
    }
    return fixed(node, reading);
  }

  private static Optional<Place> fixed(Node node, Reading reading) {
    String text = ((Node.Scalar) node).text();
    if (text.equals("nowhere")) {
      return Optional.of(Place.NOWHERE);
    }
    for (Holder holder : Holder.values()) {
      Optional<String> thing = holder.behind(text);
      if (thing.isPresent()) {
        return within(holder, thing.get(), node, reading);
      }
    }
    if (reading.names().has(Kind.THING, text)) {
      reading.error(
          node.mark(),
          "\"" + text + "\" is a thing, and a thing's place is in, on or with it",
          "write \"in " + text + "\", \"on " + text + "\" or \"with " + text + "\"");
      return Optional.empty();
    }
    return Refs.ROOM.read(node, reading).map(Place.InRoom::new);
  }

  private static Optional<Place> within(Holder holder, String name, Node node, Reading reading) {
    Node.Scalar thing = Node.Scalar.plain(node.mark(), name);
    return Refs.THING
        .read(thing, reading)
        .map(
            id -> {
              if (!holder.fits(id, reading.names())) {
                reading.error(
                    node.mark(),
                    "nothing can be " + holder.word + " \"" + name + "\": it is no " + holder.what,
                    holder.remedy(id, reading.names()));
              }
              return holder.holding.of(id);
            });
  }
}

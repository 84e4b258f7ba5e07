package lamplight.engine.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.load.Mark;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Room;
import lamplight.engine.model.Subject;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Effect;

/** What one player knows and a text tells to others; and what is told as it was typed. */
final class Secrets {
  private Secrets() {}

  /** A text that several players read as it is for one of them, and where it stands. */
  private record Shared(Text text, Mark at) {}

  /** Values that each player, or each role, has for itself in texts that others read as well. */
  static void told(Inspection inspection) {
    for (Shared shared : shared(inspection)) {
      pieces(shared.text(), Template.Value.class)
          .forEach(value -> told(inspection, shared.at(), value));
    }
  }

  private static void told(Inspection inspection, Mark at, Template.Value value) {
    Variable variable = inspection.world().variable(value.variable());
    if (isOwn(variable) && !variable.open()) {
      String whose = variable.scope() == Variable.Scope.PLAYER ? "player" : "role";
      inspection.warning(
          at,
          "others read \""
              + variable.id()
              + "\" here, which each "
              + whose
              + " has a secret value of",
          "say it to the actor, or make it public: true");
    }
  }

  /** Things that only some players see in texts that others read as well. */
  static void shown(Inspection inspection) {
    for (Shared shared : shared(inspection)) {
      pieces(shared.text(), Template.Named.class)
          .flatMap(named -> thing(inspection, named.reference()))
          .filter(thing -> dependsOnReader(inspection, thing.visible()))
          .forEach(
              thing ->
                  inspection.warning(
                      shared.at(),
                      "others read of \"" + thing.id() + "\" here, which not everybody can see",
                      "say it to those who can"));
    }
  }

  /** What everybody reads who comes along: a thing that not all can see is named to some only. */
  static void described(Inspection inspection) {
    List<Thing> secret =
        inspection.world().things().values().stream()
            .filter(thing -> !thing.visible().equals(Condition.ALWAYS))
            .toList();
    for (Thing thing : secret) {
      for (Room room : inspection.world().rooms().values()) {
        described(inspection, room, thing);
      }
      for (Thing other : inspection.world().things().values()) {
        if (other.visible().equals(Condition.ALWAYS)) {
          Stream.of(other.initial(), other.description())
              .forEach(text -> described(inspection, text, thing));
          spoken(inspection, other.name(), inspection.origins().of(other.id()), thing);
        }
      }
      spoken(inspection, inspection.world().info().blurb(), inspection.origins().world(), thing);
    }
  }

  private static void described(Inspection inspection, Room room, Thing thing) {
    Stream.of(room.description(), room.first(), room.unlit(), room.smell(), room.sound())
        .forEach(text -> described(inspection, text, thing));
    spoken(inspection, room.name(), inspection.origins().of(room.id()), thing);
  }

  private static void described(Inspection inspection, Text text, Thing thing) {
    for (Text.Part part : text.parts()) {
      if (!guards(part.when(), thing)) {
        described(inspection, part.text(), thing);
      }
      part.otherwise().ifPresent(otherwise -> described(inspection, otherwise, thing));
    }
  }

  /** Whether whoever a condition holds for can see a thing. */
  private static boolean guards(Condition when, Thing thing) {
    Subject named = new Subject.Named(thing.id());
    return Order.implies(when, thing.visible())
        || Contradiction.parts(when)
            .anyMatch(
                part ->
                    part.equals(new Condition.Sees(named))
                        || part.equals(new Condition.Seen(named)));
  }

  private static void described(Inspection inspection, Template template, Thing thing) {
    if (template.references().contains(thing.id().value())) {
      inspection.warning(
          inspection.at(template),
          "everybody reads of \"" + thing.id() + "\" here, which not everybody can see",
          "read it under the condition of its visible");
    }
    template.pieces().stream()
        .filter(Template.Words.class::isInstance)
        .map(words -> ((Template.Words) words).text())
        .forEach(words -> spoken(inspection, words, inspection.at(template), thing));
  }

  /** A name in plain words can be that of something else, or be meant to make curious. */
  private static void spoken(Inspection inspection, String words, Mark at, Thing thing) {
    if (names(words, thing) && !isOrdinary(inspection, thing)) {
      inspection.advice(
          at,
          "everybody reads \"" + thing.name() + "\" here, which not everybody can see",
          "read it under the condition of its visible, if it is not meant to make curious");
    }
  }

  private static boolean names(String words, Thing thing) {
    return Pattern.compile("\\b" + Pattern.quote(thing.name()) + "\\b", Pattern.CASE_INSENSITIVE)
        .matcher(words)
        .find();
  }

  /** Whether everybody can mean something by the same name. */
  private static boolean isOrdinary(Inspection inspection, Thing thing) {
    return inspection.world().things().values().stream()
        .filter(other -> other.visible().equals(Condition.ALWAYS))
        .anyMatch(other -> thing.nouns().stream().anyMatch(other.nouns()::contains));
  }

  private static List<Shared> shared(Inspection inspection) {
    Stream<Shared> said =
        inspection.origins().all(Effect.Say.class).stream()
            .filter(say -> !isOwn(say.to()))
            .map(say -> new Shared(say.text(), inspection.at(say)));
    Stream<Shared> deaths =
        inspection.origins().all(Effect.Kill.class).stream()
            .map(kill -> new Shared(kill.text(), inspection.at(kill)));
    Stream<Shared> endings =
        inspection.world().endings().values().stream()
            .map(ending -> new Shared(ending.text(), inspection.origins().of(ending.id())));
    Stream<Shared> achievements =
        inspection.world().achievements().values().stream()
            .filter(achievement -> !achievement.perPlayer())
            .map(of -> new Shared(of.text(), inspection.origins().of(of.id())));
    return Stream.of(said, deaths, endings, achievements).flatMap(all -> all).toList();
  }

  private static boolean isOwn(Audience audience) {
    return audience instanceof Audience.Actor
        || audience instanceof Audience.Only
        || audience instanceof Audience.WithRole
        || audience instanceof Audience.HolderOf;
  }

  private static boolean isOwn(Variable variable) {
    return variable.scope() != Variable.Scope.SHARED;
  }

  /** Whether a condition holds for some players and for others not. */
  private static boolean dependsOnReader(Inspection inspection, Condition condition) {
    return Census.within(condition).anyMatch(part -> isOfPlayer(inspection, part));
  }

  private static boolean isOfPlayer(Inspection inspection, Condition part) {
    if (part instanceof Condition.Compares asked) {
      return isOwn(inspection.world().variable(asked.variable()));
    } else if (part instanceof Condition.Has asked) {
      return isOwn(inspection.world().variable(asked.set()));
    }
    return part instanceof Condition.HasRole
        || part instanceof Condition.Holds
        || part instanceof Condition.Seen
        || part instanceof Condition.Met;
  }

  private static Stream<Thing> thing(Inspection inspection, String reference) {
    return Stream.ofNullable(inspection.world().things().get(new ThingId(reference)));
  }

  private static <P extends Template.Piece> Stream<P> pieces(Text text, Class<P> type) {
    return text.parts().stream()
        .flatMap(part -> Stream.concat(Stream.of(part.text()), part.otherwise().stream()))
        .flatMap(template -> template.pieces().stream())
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** Braces in what is no text: titles and names. */
  static void braces(Inspection inspection) {
    Map<String, String> whole =
        Map.of(
            "title", inspection.world().info().title(),
            "blurb", inspection.world().info().blurb(),
            "author", inspection.world().info().author());
    for (String key : List.of("title", "blurb", "author")) {
      if (whole.getOrDefault(key, "").contains("{")) {
        inspection.warning(
            "braces mean nothing in the " + key + ": players read them as they are",
            "take them out");
      }
    }
    for (Thing thing : inspection.world().things().values()) {
      if (thing.name().contains("{")) {
        inspection.warning(
            thing.id(),
            "braces mean nothing in a name: players read them as they are",
            "take them out");
      }
    }
  }
}

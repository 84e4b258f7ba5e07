package lamplight.engine.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.Variable;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Effect;

/** What one player knows and a text tells to others; and what is told as it was typed. */
final class Secrets {
  private Secrets() {}

  /** Values that each player, or each role, has for itself in texts that others read as well. */
  static void told(Inspection inspection) {
    for (Effect.Say say : inspection.origins().all(Effect.Say.class)) {
      boolean own =
          say.to() instanceof Audience.Actor
              || say.to() instanceof Audience.Only
              || say.to() instanceof Audience.WithRole
              || say.to() instanceof Audience.HolderOf;
      if (!own) {
        values(say.text()).forEach(value -> told(inspection, say, value));
      }
    }
  }

  private static Stream<Template.Value> values(Text text) {
    return text.parts().stream()
        .flatMap(part -> Stream.concat(Stream.of(part.text()), part.otherwise().stream()))
        .flatMap(template -> template.pieces().stream())
        .filter(Template.Value.class::isInstance)
        .map(Template.Value.class::cast);
  }

  private static void told(Inspection inspection, Effect.Say say, Template.Value value) {
    Variable variable = inspection.world().variable(value.variable());
    if (variable.scope() != Variable.Scope.SHARED && !variable.open()) {
      String whose = variable.scope() == Variable.Scope.PLAYER ? "player" : "role";
      inspection.warning(
          inspection.at(say),
          "others read \""
              + variable.id()
              + "\" here, which each "
              + whose
              + " has a secret value of",
          "say it to the actor, or make it public: true");
    }
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

package lamplight.engine.check;

import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.model.World;
import lamplight.engine.parse.Verb;
import lamplight.engine.play.Story;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Rulebook;

/** All that a story asks, does and says, wherever it stands. */
record Census(List<Condition> conditions, List<Effect> effects, List<Template> templates) {

  static Census of(Story story) {
    List<Effect> effects = effects(story.rulebook()).flatMap(Census::within).toList();
    List<Text> texts =
        Stream.concat(texts(story), effects.stream().flatMap(effect -> effect.texts().stream()))
            .toList();
    List<Condition> conditions =
        Stream.of(
                texts.stream().flatMap(text -> text.parts().stream()).map(Text.Part::when),
                effects.stream().flatMap(effect -> effect.conditions().stream()),
                conditions(story))
            .flatMap(all -> all)
            .flatMap(Census::within)
            .toList();
    List<Template> templates =
        texts.stream()
            .flatMap(text -> text.parts().stream())
            .flatMap(part -> Stream.concat(Stream.of(part.text()), part.otherwise().stream()))
            .toList();
    return new Census(conditions, effects, templates);
  }

  <E extends Effect> Stream<E> effects(Class<E> type) {
    return effects.stream().filter(type::isInstance).map(type::cast);
  }

  <C extends Condition> Stream<C> conditions(Class<C> type) {
    return conditions.stream().filter(type::isInstance).map(type::cast);
  }

  /** An effect and all that it is made of. */
  static Stream<Effect> within(Effect effect) {
    return Stream.concat(Stream.of(effect), effect.parts().stream().flatMap(Census::within));
  }

  /** A condition and all that it is made of. */
  static Stream<Condition> within(Condition condition) {
    return condition instanceof Condition.Compound compound
        ? Stream.concat(Stream.of(condition), compound.parts().stream().flatMap(Census::within))
        : Stream.of(condition);
  }

  private static Stream<Effect> effects(Rulebook rulebook) {
    return Stream.concat(
        ofRulesAndTopics(rulebook),
        rulebook.timers().values().stream()
            .flatMap(at -> at.values().stream())
            .flatMap(List::stream));
  }

  /** All effects but those of timers, without their parts. */
  static Stream<Effect> ofRulesAndTopics(Rulebook rulebook) {
    return Stream.concat(
            rulebook.rules().stream().flatMap(rule -> Stream.of(rule.effects(), rule.otherwise())),
            rulebook.talks().values().stream()
                .flatMap(talk -> talk.topics().stream())
                .map(topic -> topic.effects()))
        .flatMap(List::stream);
  }

  private static Stream<Condition> conditions(Story story) {
    World world = story.world();
    return Stream.of(
            world.rooms().values().stream()
                .flatMap(room -> room.exits().values().stream())
                .map(exit -> exit.when()),
            world.hints().stream().map(hint -> hint.when()),
            world.timers().values().stream().map(timer -> timer.runsWhile()),
            world.things().values().stream().map(thing -> thing.visible()),
            world.things().values().stream().map(thing -> thing.reach().when()),
            story.rulebook().rules().stream().map(rule -> rule.when()),
            story.rulebook().talks().values().stream()
                .flatMap(talk -> talk.topics().stream())
                .map(topic -> topic.when()))
        .flatMap(all -> all);
  }

  private static Stream<Text> texts(Story story) {
    World world = story.world();
    return Stream.of(
            Stream.of(world.info().intro()),
            world.rooms().values().stream()
                .flatMap(
                    room ->
                        Stream.of(
                            room.description(),
                            room.first(),
                            room.unlit(),
                            room.smell(),
                            room.sound())),
            world.rooms().values().stream()
                .flatMap(room -> room.exits().values().stream())
                .flatMap(exit -> Stream.of(exit.refuse(), exit.say())),
            world.things().values().stream()
                .flatMap(
                    thing ->
                        Stream.of(
                            thing.initial(),
                            thing.description(),
                            thing.stuck(),
                            thing.reach().refuse())),
            world.things().values().stream()
                .flatMap(
                    thing ->
                        Stream.concat(
                            thing.senses().values().stream(), thing.states().values().stream())),
            world.roles().values().stream().map(role -> role.about()),
            world.hints().stream().flatMap(hint -> hint.tiers().stream()),
            world.endings().values().stream().map(ending -> ending.text()),
            world.achievements().values().stream().map(of -> of.text()),
            story.rulebook().death().map(death -> death.text()).stream(),
            story.rulebook().talks().values().stream()
                .flatMap(talk -> Stream.of(talk.greeting(), talk.otherwise())),
            story.rulebook().talks().values().stream()
                .flatMap(talk -> talk.topics().stream())
                .map(topic -> topic.say()),
            story.lexicon().actions().stream()
                .flatMap(action -> story.lexicon().verb(action).map(Verb::otherwise).stream()))
        .flatMap(all -> all);
  }
}

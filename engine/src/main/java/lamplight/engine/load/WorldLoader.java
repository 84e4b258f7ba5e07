package lamplight.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Id;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.model.World;
import lamplight.engine.model.WorldId;
import lamplight.engine.parse.Lexicon;
import lamplight.engine.play.Story;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.rules.Sources;

/**
 * Reads worlds.
 *
 * <p>In two passes, so that the order of files and entries never matters: first all files become
 * nodes, and all ids are collected; then each section is read by its table, and what refers to
 * something is checked on the spot. A wrong value gives a problem and a stand-in, so that the rest
 * is read all the same; a story comes only from a world without errors.
 */
public final class WorldLoader {
  private final Standard standard = Standard.read();

  /** Reads a world. It never throws for what stands in the files. */
  public Loaded load(WorldSource source) {
    Problems problems = new Problems();
    List<SourceFile> files = source.files(problems);
    Sections sections = Sections.of(source, files, problems);
    Marks marks = new Marks();
    Names names = Names.of(sections, standard.vocabulary(), problems);
    Optional<Story> story =
        sections
            .world()
            .flatMap(
                root -> new Reader(sections, source, names, problems, marks, standard).story(root));
    Mark world = sections.world().map(root -> Mark.of(root.mark().file())).orElse(Mark.of(""));
    return new Loaded(
        problems.hasErrors() ? Optional.empty() : story,
        problems.sorted(),
        new Origins(world, names.marks(), marks));
  }

  /** One reading of one world. */
  private static final class Reader {
    private final Sections sections;
    private final WorldSource source;
    private final Standard standard;
    private final Reading reading;

    Reader(
        Sections sections,
        WorldSource source,
        Names names,
        Problems problems,
        Marks marks,
        Standard standard) {
      this.sections = sections;
      this.source = source;
      this.standard = standard;
      Reading first = new Reading(names, Map.of(), Lexicon.builder().build(), problems, marks);
      Reading second = first.with(variables(first));
      this.reading = second.with(lexicon(second));
    }

    Optional<Story> story(Node root) {
      Optional<Info> info = Info.read(root, reading);
      Things things = new Things(reading);
      info.ifPresent(of -> of.liquids(things));
      Map<RoomId, Room> rooms =
          Rooms.read(
              sections.entries("rooms"), info.map(Info::regions).orElse(Map.of()), things, reading);
      things.things(sections.entries("things"));
      People people = new People();
      people.read(sections.entries("people"), things, reading);
      List<Rule> rules = Rules.read(sections.entries("rules"), reading);
      reading.questions().check(reading);
      return info.flatMap(
          of ->
              id(root)
                  .map(
                      id ->
                          new Story(
                              world(id, of, rooms, things),
                              new Rulebook(
                                  rules,
                                  people.talks(),
                                  people.wanders(),
                                  of.timers().effects(),
                                  of.death()),
                              reading.lexicon(),
                              standard.messages(sections.texts(), reading),
                              sources())));
    }

    private Sources sources() {
      Map<Id, Mark> ids = reading.names().marks();
      Marks marks = reading.marks();
      return part -> {
        Mark defined = part instanceof Id id ? ids.get(id) : null;
        return defined == null
            ? marks.written(part)
            : Optional.of(new Sources.Written(defined.toString(), part.toString()));
      };
    }

    private World world(WorldId id, Info info, Map<RoomId, Room> rooms, Things things) {
      return new World(
          id,
          info.info(),
          rooms,
          things.all(),
          info.regions(),
          info.roles(),
          reading.variables(),
          info.timers().timers(),
          info.scores(),
          info.hints(),
          info.endings(),
          info.achievements());
    }

    /** The folder's name. */
    private Optional<WorldId> id(Node root) {
      if (Id.valid(source.name())) {
        return Optional.of(new WorldId(source.name()));
      }
      reading.error(
          Mark.of(root.mark().file()),
          "the folder's name \"" + source.name() + "\" is the world's id, and is none",
          "rename the folder: lower-case letters, digits, _ and -");
      return Optional.empty();
    }

    private Map<VariableId, Variable> variables(Reading first) {
      return sections
          .world()
          .flatMap(root -> root.at("variables"))
          .map(node -> Variables.read(node, first))
          .orElse(Map.of());
    }

    private Lexicon lexicon(Reading second) {
      Vocabulary vocabulary = new Vocabulary();
      vocabulary.add(standard.vocabulary(), second);
      sections.vocabularies().forEach(node -> vocabulary.add(node, second));
      return vocabulary.lexicon();
    }
  }
}

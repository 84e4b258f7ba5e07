package lamplight.engine.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a world's files hold, gathered by what it is about, still unread. */
final class Sections {
  static final String WORLD = "world.yaml";
  private static final String VOCABULARY = "vocabulary.yaml";
  private static final String LANGUAGE = "text/en.yaml";

  /** The sections that are one entry for each id, in world.yaml or as a folder of files. */
  static final List<String> FOLDERS = List.of("rooms", "things", "people", "rules");

  private static final String HANDOUTS = "handouts";
  private static final Set<String> OTHER_FOLDERS = Set.of("text", "tests");

  private final Problems problems;
  private final Map<String, List<Node.Entry>> entries = new java.util.HashMap<>();
  private final Map<String, String> handouts = new java.util.TreeMap<>();
  private final List<Node> vocabularies = new ArrayList<>();
  private final List<Node> texts = new ArrayList<>();
  private Optional<Node> world = Optional.empty();
  private boolean partial;

  private Sections(Problems problems) {
    this.problems = problems;
    FOLDERS.forEach(folder -> entries.put(folder, new ArrayList<>()));
  }

  static Sections of(WorldSource source, List<SourceFile> files, Problems problems) {
    Sections sections = new Sections(problems);
    sections.partial = problems.hasErrors();
    files.forEach(sections::add);
    if (sections.world.isEmpty() && !problems.hasErrors()) {
      problems.error(
          Mark.of(source.shown()), "there is no world.yaml", "a world is a folder that has one");
    }
    return sections;
  }

  /** Whether some file could not be read at all, which is among the problems. */
  boolean arePartial() {
    return partial;
  }

  /** The root of world.yaml, if it could be read. */
  Optional<Node> world() {
    return world;
  }

  /** The entries of a section, over all its files. */
  List<Node.Entry> entries(String section) {
    return List.copyOf(entries.getOrDefault(section, List.of()));
  }

  /** The texts of the handouts by their names. */
  Map<String, String> handouts() {
    return Map.copyOf(handouts);
  }

  List<Node> vocabularies() {
    return List.copyOf(vocabularies);
  }

  List<Node> texts() {
    return List.copyOf(texts);
  }

  private void add(SourceFile file) {
    if (file.endsWith(".transcript")) {
      return;
    }
    if (file.folder().equals(HANDOUTS)) {
      handouts.put(file.path().substring(HANDOUTS.length() + 1), file.text());
      return;
    }
    if (FOLDERS.contains(file.folder())) {
      read(file).ifPresent(root -> addEntries(file.folder(), root));
    } else if (file.path().equals(WORLD)) {
      world = read(file);
      world.ifPresent(this::addSections);
    } else if (file.path().equals(VOCABULARY)) {
      read(file).ifPresent(vocabularies::add);
    } else if (file.path().equals(LANGUAGE)) {
      read(file).ifPresent(texts::add);
    } else if (!OTHER_FOLDERS.contains(file.folder())) {
      problems.warning(
          Mark.of(file.shown()), "this file is not read", "see the list of files in AUTHORING.md");
    }
  }

  private Optional<Node> read(SourceFile file) {
    Optional<Node> root = Yaml.read(file, problems);
    partial |= root.isEmpty() && problems.hasErrors(file.shown());
    return root;
  }

  private void addSections(Node root) {
    FOLDERS.forEach(section -> root.at(section).ifPresent(node -> addEntries(section, node)));
    root.at("vocabulary").ifPresent(vocabularies::add);
    root.at("text").ifPresent(texts::add);
  }

  private void addEntries(String section, Node root) {
    if (root instanceof Node.Mapping mapping) {
      entries.getOrDefault(section, new ArrayList<>()).addAll(mapping.entries());
    } else {
      partial = true;
      problems.error(
          root.mark(),
          "expected " + section + " by id, found " + root.words(),
          "write an id, a colon, and below it what belongs to it");
    }
  }
}

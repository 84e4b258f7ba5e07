package lamplight.engine.load;

import java.util.Locale;
import java.util.Map;

/** The kinds of YAML files that a world has. */
public enum FileKind {
  WORLD("world.yaml"),
  ROOMS("rooms/*.yaml"),
  THINGS("things/*.yaml"),
  PEOPLE("people/*.yaml"),
  RULES("rules/*.yaml"),
  VOCABULARY("vocabulary.yaml"),
  TEXT("text/en.yaml");

  private final String files;

  FileKind(String files) {
    this.files = files;
  }

  /** One word: {@code rooms}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which files of a world's folder they are: a path, with a star for any name. */
  public String files() {
    return files;
  }

  /**
   * The JSON Schema of such a file, for editors: maps, lists, strings, numbers and truth values.
   *
   * @param guide what is shown about a key
   */
  public Map<String, Object> schema(Guide guide) {
    return Schema.of(this, guide);
  }

  /** What the whole file is. */
  Shape shape() {
    return switch (this) {
      case WORLD -> Info.KEYS.shape();
      case ROOMS -> byId(Rooms.KEYS);
      case THINGS -> byId(ThingKeys.THING);
      case PEOPLE -> byId(People.KEYS);
      case RULES -> byId(Rules.KEYS);
      case VOCABULARY -> Vocabulary.KEYS.shape();
      case TEXT -> Standard.SHAPE;
    };
  }

  /** A map from ids to what a table tells. */
  static Shape byId(Keys keys) {
    return new Shape.MapOf(new Shape.Value("an id"), keys.shape());
  }
}

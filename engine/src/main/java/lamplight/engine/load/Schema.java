package lamplight.engine.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A JSON Schema (draft 7, which editors know best) of a kind of files, made from the tables that
 * the loader reads them by. It knows what can stand where, and no world: that an id names something
 * is left to the checker.
 */
final class Schema implements Shape.Cases<Map<String, Object>> {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\p{Lu}+");

  private final Guide guide;
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private Schema(Guide guide) {
    this.guide = guide;
  }

  /**
   * The schema as JSON: maps, lists, strings, numbers and truth values.
   *
   * @param guide what an editor shows about a key
   */
  static Map<String, Object> of(FileKind kind, Guide guide) {
    Schema schema = new Schema(guide);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", DRAFT);
    whole.put("title", "Lamplight: " + kind.files());
    whole.putAll(schema.value(kind.shape()));
    whole.put("definitions", schema.definitions);
    return whole;
  }

  private Map<String, Object> value(Shape shape) {
    return shape.match(this);
  }

  /** Any one value: what a text is to YAML may look like a number. */
  @Override
  public Map<String, Object> value(Shape.Value shape) {
    return Map.of("type", List.of("string", "number", "boolean"));
  }

  @Override
  public Map<String, Object> reference(Shape.Reference shape) {
    return Map.of("type", List.of("string", "number"));
  }

  @Override
  public Map<String, Object> called(Shape.Called shape) {
    return value(shape.shape());
  }

  @Override
  public Map<String, Object> truth(Shape.Truth shape) {
    return Map.of("type", "boolean");
  }

  @Override
  public Map<String, Object> oneOf(Shape.OneOf shape) {
    return words(shape.choices());
  }

  @Override
  public Map<String, Object> oneOrMany(Shape.OneOrMany shape) {
    return anyOf(List.of(value(shape.item()), listOf(shape.item())));
  }

  @Override
  public Map<String, Object> either(Shape.Either shape) {
    return anyOf(List.of(value(shape.one()), value(shape.other())));
  }

  @Override
  public Map<String, Object> whole(Shape.Whole whole) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", whole.min());
    schema.put("maximum", whole.max());
    return schema;
  }

  /** Words of which some are numbers or truth values to YAML; in capitals stands any word. */
  private static Map<String, Object> words(List<String> choices) {
    List<Object> words = new ArrayList<>();
    List<Map<String, Object>> schemas = new ArrayList<>(List.of(Map.of("enum", words)));
    for (String choice : choices) {
      if (PLACEHOLDER.matcher(choice).find()) {
        schemas.add(Map.of("type", "string", "pattern", pattern(choice)));
      } else {
        words.add(choice);
      }
      if (choice.equals("true") || choice.equals("false")) {
        words.add(choice.equals("true"));
      }
    }
    return schemas.size() == 1 ? schemas.get(0) : anyOf(schemas);
  }

  private static String pattern(String words) {
    return "^" + PLACEHOLDER.matcher(words).replaceAll("\\\\S+") + "$";
  }

  @Override
  public Map<String, Object> listOf(Shape.ListOf shape) {
    return listOf(shape.item());
  }

  private Map<String, Object> listOf(Shape item) {
    return Map.of("type", "array", "items", value(item));
  }

  private static Map<String, Object> anyOf(List<Map<String, Object>> schemas) {
    return Map.of("anyOf", schemas);
  }

  @Override
  public Map<String, Object> mapOf(Shape.MapOf map) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (map.key() instanceof Shape.OneOf words) {
      schema.put("propertyNames", words(words.choices()));
      schema.put("properties", named(words.choices(), map.value()));
    } else if (map.key() instanceof Shape.Whole) {
      schema.put("propertyNames", Map.of("pattern", "^" + NUMBER.pattern() + "$"));
    }
    schema.put("additionalProperties", value(map.value()));
    return schema;
  }

  /** The words that can be offered. */
  private Map<String, Object> named(List<String> choices, Shape shape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    choices.stream()
        .filter(word -> !PLACEHOLDER.matcher(word).find())
        .forEach(word -> properties.put(word, value(shape)));
    return properties;
  }

  /** A reference to the table's definition, which is made when it is first asked for. */
  @Override
  public Map<String, Object> table(Shape.Table table) {
    String name = table.name().replaceAll("^(a|an) ", "").replace(' ', '_');
    if (!definitions.containsKey(name)) {
      Map<String, Object> definition = new LinkedHashMap<>();
      definitions.put(name, definition);
      define(table, definition);
    }
    return Map.of("$ref", "#/definitions/" + name);
  }

  private void define(Shape.Table table, Map<String, Object> definition) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Shape.Column column : table.columns().get()) {
      Map<String, Object> property = new LinkedHashMap<>();
      guide
          .about(table.name(), column.key())
          .ifPresent(words -> property.put("description", words));
      property.putAll(value(column.value()));
      properties.put(column.key(), property);
      if (column.required()) {
        required.add(column.key());
      }
    }
    definition.put("type", "object");
    definition.put("properties", properties);
    definition.put("additionalProperties", false);
    if (!required.isEmpty()) {
      definition.put("required", required);
    }
    if (table.single()) {
      definition.put("minProperties", 1);
      definition.put("maxProperties", 1);
    }
  }
}

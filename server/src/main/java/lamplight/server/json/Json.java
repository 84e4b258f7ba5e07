package lamplight.server.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A value as one line of JSON, and back. */
public final class Json {
  /** How deep a text that is read may be nested; a deeper one is none. */
  public static final int MAX_DEPTH = 16;

  /** Names and values that a text that is read may have together; one with more is none. */
  public static final int MAX_TOKENS = 2_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxTokenCount(MAX_TOKENS)
                  .build())
          .build();

  private Json() {}

  /** Whatever is no map, collection, number or truth value is written as a string. */
  public static String of(Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(value, json);
    }
    return out.toString();
  }

  private static void write(Object value, JsonGenerator json) {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (name, member) -> {
            json.writeName(name.toString());
            write(member, json);
          });
      json.writeEndObject();
    } else if (value instanceof Collection<?> values) {
      json.writeStartArray();
      values.forEach(element -> write(element, json));
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      json.writeString(value.toString());
    }
  }

  /**
   * The value that a text is; empty for what is no JSON, or more of it than the bounds allow. What
   * is {@code null} in it is left out.
   */
  public static Optional<Object> read(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      Optional<Object> value = value(json);
      return json.nextToken() == null ? value : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> value(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == null) {
      return Optional.empty();
    }
    return switch (token) {
      case START_OBJECT -> Optional.of(object(json));
      case START_ARRAY -> Optional.of(array(json));
      case VALUE_STRING -> Optional.of(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(json.getNumberValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> object(JsonParser json) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      value(json).ifPresent(value -> members.put(name, value));
    }
    return members;
  }

  private static List<Object> array(JsonParser json) {
    List<Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      value(json).ifPresent(elements::add);
    }
    return elements;
  }
}

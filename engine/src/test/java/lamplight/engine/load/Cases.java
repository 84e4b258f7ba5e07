package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests as text: files in, lines out. A case is {@code == name}, then {@code -- path} and the text
 * of each file, then {@code =>} and the lines that must come.
 */
public record Cases(List<Case> all) {

  /** Files by path, and what must come of them. */
  record Case(String name, Map<String, String> files, String lines) {}

  /** The cases of a resource; files that a case leaves out are the usual ones. */
  public static Cases of(Class<?> test, String resource, Map<String, String> usual) {
    List<Case> cases = new ArrayList<>();
    for (String part : text(test, resource).split("(?m)^== ", -1)) {
      if (!part.isBlank() && !part.startsWith("#")) {
        cases.add(read(part, usual));
      }
    }
    return new Cases(cases);
  }

  /** A test of each case. */
  public Stream<DynamicTest> tests(Function<Map<String, String>, String> lines) {
    return all.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(), () -> assertThat(lines.apply(one.files())).isEqualTo(one.lines())));
  }

  private static Case read(String part, Map<String, String> usual) {
    String name = part.lines().findFirst().orElseThrow();
    String[] halves = part.substring(name.length() + 1).split("(?m)^=>\\n?", -1);
    Map<String, String> files = new LinkedHashMap<>(usual);
    for (String file : halves[0].split("(?m)^-- ", -1)) {
      if (!file.isBlank()) {
        String path = file.lines().findFirst().orElseThrow();
        files.put(path, file.substring(path.length() + 1));
      }
    }
    return new Case(name, files, halves[1].strip());
  }

  private static String text(Class<?> test, String resource) {
    try (InputStream in = test.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

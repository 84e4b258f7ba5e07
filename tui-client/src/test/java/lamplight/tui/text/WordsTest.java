package lamplight.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.tui.state.Finding;
import lamplight.tui.state.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of words are complete, and say what the program asks for. */
class WordsTest {
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z_]+)*)\"");

  static Stream<String> others() {
    return Words.LANGUAGES.stream().filter(language -> !language.equals("en"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void every_language_has_the_same_keys_with_the_same_values(String language) {
    Properties english = file("words.properties");
    Properties other = file("words_" + language + ".properties");
    assertThat(other.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(other.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
      assertThat(other.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  @Test
  void every_text_is_used_and_every_key_has_a_text() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        KEY.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
      }
    }
    Keys.told().forEach(action -> used.add("keys." + action.word()));
    Keys.toldInReplay().forEach(action -> used.add("keys." + action.word()));
    Keys.replay().values().forEach(action -> used.add(action.word() + ".word"));
    Finding.COMMANDS.forEach(command -> used.add("palette." + command));
    Set<String> texts = file("words.properties").stringPropertyNames();
    assertThat(texts).allMatch(used::contains, "is asked for by the program");
    Set<String> prefixes =
        texts.stream()
            .filter(key -> key.contains("."))
            .map(key -> key.substring(0, key.indexOf('.') + 1))
            .collect(Collectors.toSet());
    assertThat(used)
        .filteredOn(key -> prefixes.stream().anyMatch(key::startsWith))
        .allMatch(texts::contains, "has a text");
  }

  private static Set<String> values(String text) {
    return Pattern.compile("\\{\\d+")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  private static Properties file(String name) {
    Properties texts = new Properties();
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}

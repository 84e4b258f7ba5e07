package lamplight.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Mind;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What players type in the {@link Manor}, and what comes of it. {@code parser.txt} explains its
 * form.
 */
class ParserTest {
  private static final Parser PARSER =
      new Parser(Manor.WORLD, Standard.lexicon().build(), Standard.messages());

  record Row(int line, PlayerId player, List<String> typed, String expected) {
    @Override
    public String toString() {
      return line + ": " + player + "> " + String.join(" / ", typed);
    }
  }

  static Stream<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    PlayerId player = Manor.ANN;
    List<String> lines = resource("parser.txt").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int arrow = line.indexOf(" => ");
      if (line.startsWith("player ")) {
        player = new PlayerId(line.substring("player ".length()));
      } else if (arrow > 0 && !line.startsWith("#")) {
        List<String> typed = List.of(line.substring(0, arrow).strip().split(" \\| "));
        rows.add(new Row(i + 1, player, typed, line.substring(arrow + " => ".length()).strip()));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void understandsWhatPlayersType(Row row) {
    State state = Manor.state();
    Mind mind = Mind.EMPTY;
    List<String> outcomes = List.of();
    for (String line : row.typed()) {
      outcomes = new ArrayList<>();
      for (String sentence : PARSER.sentences(line)) {
        Parse parse = PARSER.parse(state, row.player(), sentence, mind);
        outcomes.add(shown(parse));
        mind = parse.mind();
      }
    }
    assertThat(String.join(" ; ", outcomes)).as(row.toString()).isEqualTo(row.expected());
  }

  @Test
  void thereAreManyRows() throws IOException {
    assertThat(rows().count()).isGreaterThan(100);
  }

  private static String shown(Parse parse) {
    if (parse instanceof Parse.Asked asked) {
      return "? " + asked.text();
    }
    if (parse instanceof Parse.Failed failed) {
      return "! " + failed.code().code() + ": " + failed.text();
    }
    Phrase phrase = ((Parse.Understood) parse).phrase();
    StringBuilder shown = new StringBuilder(phrase.action().value());
    phrase.direction().ifPresent(direction -> shown.append(' ').append(direction.word()));
    if (!phrase.nouns().isEmpty()) {
      shown.append(' ').append(ids(phrase.nouns())).append(phrase.several() ? " each" : "");
    }
    phrase.second().ifPresent(second -> shown.append(" + ").append(second.value()));
    if (!phrase.words().isEmpty()) {
      shown.append(" “").append(phrase.words()).append('”');
    }
    phrase.assumed().forEach(assumed -> shown.append(' ').append(assumed));
    return shown.toString();
  }

  private static String ids(List<Referent> referents) {
    return referents.stream().map(Referent::value).collect(Collectors.joining(","));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ParserTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package lamplight.server.admin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question to the running server, as one line: whether JSON is wanted, what is to be done, and
 * with what.
 *
 * @param words what the {@link Deed} needs, in its order; an empty word stands for none
 */
record Request(boolean json, Deed deed, List<String> words) {
  /** What a host can have done. */
  enum Deed {
    STATS(1),
    WORLDS(0),
    LIST(0),
    SHOW(1),
    CREATE(2),
    SAY(2),
    KICK(2),
    DELETE(1),
    TRANSCRIPT(1),
    EXPORT(1),
    IMPORT(2),
    FORK(1),
    REWIND(2),
    RESTART(0);

    private final int words;

    Deed(int words) {
      this.words = words;
    }
  }

  private static final String JSON = "json";
  private static final String TEXT = "text";

  Request {
    words = List.copyOf(words);
    if (words.size() != deed.words) {
      throw new IllegalArgumentException(deed + " takes " + deed.words + " words, not " + words);
    }
  }

  String line() {
    return Stream.concat(Stream.of(json ? JSON : TEXT, deed.name()), words.stream())
        .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  /**
   * The request that a line says.
   *
   * @throws IllegalArgumentException if it says none
   */
  static Request of(String line) {
    List<String> words =
        Stream.of(line.split(" ", -1))
            .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
            .toList();
    if (words.size() < 2) {
      throw new IllegalArgumentException("not a request: " + line);
    }
    return new Request(
        words.get(0).equals(JSON), Deed.valueOf(words.get(1)), words.subList(2, words.size()));
  }
}

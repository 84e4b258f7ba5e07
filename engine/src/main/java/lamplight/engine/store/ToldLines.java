package lamplight.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lamplight.engine.model.PlayerId;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.wire.ServerMessage.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the players were told by one record, each line written once: whoever read the same line has
 * only its number for them and its place in the record, counted from 0 among those written out.
 *
 * <pre>
 *   t bea TEXT#12:speech:Cy says, "Hello."
 *   = dan#40 0
 * </pre>
 *
 * <p>One for a record that is written, or read.
 */
final class ToldLines {

  /**
   * What several players may have been told, whatever its number is for each. It says itself when
   * two are equal: what the compiler makes for a record takes several times as long.
   */
  private record Shared(TextKind kind, Line line) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shared shared && kind == shared.kind && line.equals(shared.line);
    }

    @Override
    public int hashCode() {
      return line.hashCode();
    }
  }

  private final Map<Shared, Integer> places = new HashMap<>();
  private final List<Text> lines = new ArrayList<>();

  /** The place of the same line that was told before; empty if this one is to be written out. */
  OptionalInt earlier(Text text) {
    Integer place = places.putIfAbsent(new Shared(text.kind(), text.line()), places.size());
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** Puts whom the line at a place was told, too. */
  static void again(Said<Text> said, int place, StringBuilder out) {
    out.append(said.to()).append('#').append(said.message().number()).append(' ').append(place);
  }

  /** A line that was written out. */
  void read(Text line) {
    lines.add(line);
  }

  /**
   * Whom an earlier line was told, too.
   *
   * @throws IllegalArgumentException if it does not say so, or of a line that is not there
   */
  Said<Text> again(String words) {
    int hash = words.indexOf('#');
    int space = words.indexOf(' ', hash + 1);
    if (hash < 0 || space < 0) {
      throw new IllegalArgumentException("not whom a line was told, too: " + words);
    }
    long number = Long.parseLong(words, hash + 1, space, 10);
    int place = Integer.parseInt(words, space + 1, words.length(), 10);
    if (place < 0 || place >= lines.size()) {
      throw new IllegalArgumentException("no line was told before at place " + place);
    }
    Text same = lines.get(place);
    return new Said<>(
        new PlayerId(words.substring(0, hash)), new Text(number, same.kind(), same.line()));
  }
}

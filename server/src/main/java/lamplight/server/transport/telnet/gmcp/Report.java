package lamplight.server.transport.telnet.gmcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a client is kept told of: it remembers what the client was told last, and says
 * what became of that.
 */
abstract sealed class Report {
  /** Takes messages to the client. */
  interface Out {
    void send(String message, Object value);
  }

  private final String message;

  private Report(String message) {
    this.message = message;
  }

  /** The message that says all of it; who wants that is told. */
  String message() {
    return message;
  }

  /** Says what is new. */
  abstract void tell(Scene scene, Out out);

  /** The client is to be told all of it again. */
  abstract void forget();

  /** A value that is said again as a whole when it has changed. */
  static final class Whole extends Report {
    private final Function<Scene, Object> value;
    private Optional<Object> told = Optional.empty();

    Whole(String message, Function<Scene, Object> value) {
      super(message);
      this.value = value;
    }

    @Override
    void tell(Scene scene, Out out) {
      Object now = value.apply(scene);
      if (!told.equals(Optional.of(now))) {
        told = Optional.of(now);
        out.send(message(), now);
      }
    }

    @Override
    void forget() {
      told = Optional.empty();
    }
  }

  /** Values of which those that have changed are said. */
  static final class Changes extends Report {
    private final Function<Scene, Map<String, Object>> values;
    private Map<String, Object> told = Map.of();

    Changes(String message, Function<Scene, Map<String, Object>> values) {
      super(message);
      this.values = values;
    }

    @Override
    void tell(Scene scene, Out out) {
      Map<String, Object> now = values.apply(scene);
      Map<String, Object> changed = new LinkedHashMap<>(now);
      changed.entrySet().removeAll(told.entrySet());
      told = now;
      if (!changed.isEmpty()) {
        out.send(message(), changed);
      }
    }

    @Override
    void forget() {
      told = Map.of();
    }
  }

  /** The messages of a list: all of it, and one of its members. */
  record Words(
      String all,
      String added,
      String removed,
      String changed,
      Function<List<Object>, Object> list,
      Function<Object, Object> member,
      BiFunction<String, Object, Object> gone) {}

  /** Members of a list that come and go one by one, until it is the list of another place. */
  static final class Members extends Report {
    private final Words words;
    private final Function<Scene, String> place;
    private final Function<Scene, Map<String, Object>> members;
    private Optional<String> toldPlace = Optional.empty();
    private Map<String, Object> told = Map.of();

    Members(
        Words words, Function<Scene, String> place, Function<Scene, Map<String, Object>> members) {
      super(words.all);
      this.words = words;
      this.place = place;
      this.members = members;
    }

    @Override
    void tell(Scene scene, Out out) {
      String here = place.apply(scene);
      Map<String, Object> now = members.apply(scene);
      if (toldPlace.equals(Optional.of(here))) {
        told.forEach(
            (id, member) -> {
              if (!now.containsKey(id)) {
                out.send(words.removed, words.gone.apply(id, member));
              }
            });
        now.forEach((id, member) -> tell(told.get(id), member, out));
      } else {
        out.send(words.all, words.list.apply(List.copyOf(now.values())));
      }
      toldPlace = Optional.of(here);
      told = now;
    }

    private void tell(@Nullable Object before, Object now, Out out) {
      if (before == null) {
        out.send(words.added, words.member.apply(now));
      } else if (!before.equals(now)) {
        out.send(words.changed, words.member.apply(now));
      }
    }

    @Override
    void forget() {
      toldPlace = Optional.empty();
      told = Map.of();
    }
  }
}

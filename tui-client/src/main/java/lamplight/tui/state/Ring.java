package lamplight.tui.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;

/**
 * The words that stand for something and are in sight, each once: those of the story as they are
 * read, then exits, people, things here and things carried. Keys go around it.
 *
 * @param start the place of the newest words of the story, where one begins
 */
record Ring(List<String> words, int start) {
  Ring {
    words = List.copyOf(words);
  }

  static Ring of(Model model) {
    Set<String> words = new LinkedHashSet<>();
    for (Row row : model.story().shown()) {
      row.runs().stream()
          .filter(run -> run.ink().isLink())
          .map(Run::words)
          .map(String::strip)
          .forEach(
              word -> {
                words.remove(word); // The newest place of a word is its place.
                words.add(word);
              });
    }
    int start = Math.max(0, words.size() - 1);
    words.addAll(model.scene().exits());
    model.scene().party().stream()
        .filter(member -> !model.scene().isMe(member))
        .forEach(member -> words.add(member.name()));
    model.scene().here().forEach(thing -> words.add(thing.name()));
    model.scene().carried().forEach(thing -> words.add(thing.name()));
    words.remove("");
    return new Ring(new ArrayList<>(words), start);
  }

  Optional<String> first() {
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(start));
  }

  /** The words some places on from others; the first ones if those are gone. */
  Optional<String> from(String before, int by) {
    int at = words.indexOf(before);
    return at < 0 ? first() : Optional.of(words.get(Math.floorMod(at + by, words.size())));
  }
}

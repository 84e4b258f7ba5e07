package lamplight.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes into a transcript what was really read: below commands that expect nothing yet, and in
 * place of lines that did not come. What came as expected stays as its author wrote it, and so do
 * comments and empty lines.
 */
public final class Rewriting {
  private Rewriting() {}

  /** The transcript's text, brought up to date. */
  public static String of(Playthrough play) {
    Map<Integer, List<String>> inserted = new HashMap<>();
    Map<Integer, String> replaced = new HashMap<>();
    Set<Integer> removed = new HashSet<>();
    for (Scene scene : play.scenes()) {
      boolean empty = scene.move().expected().isEmpty();
      boolean wrong = scene.failed();
      if (scene.move() instanceof Move.Asked asked) {
        if (wrong) {
          scene.differences().stream()
              .filter(difference -> difference.line() == 0)
              .forEach(came -> replaced.put(asked.line(), came.text()));
        }
      } else if (scene.move().line() > 0 && (wrong || empty)) {
        scene.move().expected().forEach(expected -> removed.add(expected.line()));
        inserted.put(scene.move().line(), lines(scene));
      }
    }
    List<String> result = new ArrayList<>();
    int number = 0;
    for (String line : play.transcript().file().text().lines().toList()) {
      number++;
      if (!removed.contains(number)) {
        result.add(replaced.getOrDefault(number, line));
      }
      result.addAll(inserted.getOrDefault(number, List.of()));
    }
    return String.join("\n", result) + "\n";
  }

  /** Who typed reads first. */
  static List<String> lines(Scene scene) {
    String typist = scene.move().typist();
    return scene.heard().stream()
        .sorted(Comparator.comparing(heard -> !heard.reader().equals(typist)))
        .map(heard -> heard.shown(typist))
        .toList();
  }
}

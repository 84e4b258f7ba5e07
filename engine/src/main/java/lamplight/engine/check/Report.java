package lamplight.engine.check;

import java.util.ArrayList;
import java.util.List;

/** A playthrough in words: that it passed, where it failed, or all that was read. */
public final class Report {
  /** How many lines of what was read are shown with a failure: the last ones. */
  private static final int LAST_LINES = 12;

  private Report() {}

  /** One line. */
  public static String summary(Playthrough play) {
    Transcript transcript = play.transcript();
    return transcript.file().shown()
        + ": "
        + (play.passed() ? "ok, " + transcript.commands() + " commands" : "FAILED");
  }

  /** Where it first failed, what was expected, and what came instead; empty if it passed. */
  public static List<String> failure(Playthrough play) {
    List<String> lines = new ArrayList<>();
    play.firstFailure().ifPresent(scene -> describe(play, scene, lines));
    return lines;
  }

  private static void describe(Playthrough play, Scene scene, List<String> lines) {
    for (Scene.Mismatch mismatch : scene.mismatches()) {
      lines.add(
          play.transcript().file().shown() + ":" + mismatch.line() + ": " + scene.move().shown());
      lines.add("  expected " + mismatch.expected());
      List<String> actual = mismatch.actual();
      lines.add(actual.isEmpty() ? "  but nothing came" : "  but this came:");
      actual.stream()
          .skip(Math.max(0, actual.size() - LAST_LINES))
          .forEach(line -> lines.add("    " + line));
    }
    long more =
        play.scenes().stream().filter(other -> !other.mismatches().isEmpty()).skip(1).count();
    if (more > 0) {
      lines.add(
          "  (" + more + (more == 1 ? " more of its lines fails)" : " more of its lines fail)"));
    }
  }

  /** The whole play as each player reads it. */
  public static List<String> play(Playthrough play) {
    List<String> lines = new ArrayList<>();
    for (Scene scene : play.scenes()) {
      lines.add(scene.move().shown());
      scene
          .heard()
          .forEach(
              heard ->
                  lines.add(
                      "    "
                          + heard.reader()
                          + ": "
                          + (heard.refusal() ? "! " : "")
                          + heard.text()));
      scene
          .mismatches()
          .forEach(
              mismatch ->
                  lines.add("    line " + mismatch.line() + ": expected " + mismatch.expected()));
    }
    return lines;
  }
}

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.List;

/** A playthrough in words: that it passed, where it failed, or all that was read. */
public final class Report {
  /** How many places in which a transcript fails are shown: the first ones. */
  private static final int MOST_SCENES = 3;

  private Report() {}

  /** One line. */
  public static String summary(Playthrough play) {
    Transcript transcript = play.transcript();
    return transcript.file().shown()
        + ": "
        + (play.passed() ? "ok, " + transcript.commands() + " commands" : "FAILED");
  }

  /**
   * Where it first failed, as a diff: what the transcript says behind a minus, what came instead
   * behind a plus; empty if it passed. What fails later often fails because of it, so no more than
   * {@link #MOST_SCENES} are shown.
   */
  public static List<String> failure(Playthrough play) {
    List<String> lines = new ArrayList<>();
    for (Scene scene : play.failures().stream().limit(MOST_SCENES).toList()) {
      lines.add(
          play.transcript().file().shown()
              + ":"
              + scene.firstWrongLine()
              + ": "
              + scene.move().shown());
      scene.differences().forEach(difference -> lines.add(difference.toString()));
    }
    int more = play.failures().size() - MOST_SCENES;
    if (more > 0) {
      lines.add("(" + more + (more == 1 ? " more fails)" : " more fail)"));
    }
    return lines;
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
      if (scene.failed()) {
        scene.differences().forEach(difference -> lines.add("  " + difference));
      }
    }
    return lines;
  }
}

package lamplight.tui.state;

import java.util.List;
import lamplight.engine.archive.Recording;

/**
 * Where a recording stands.
 *
 * @param next the place of the moment that is shown next
 * @param running whether it goes on by itself
 * @param speed how many times as fast as it was played
 * @param due when the next moment is shown, in the clock's milliseconds
 * @param last nothing can be said to it any more: what is left is shown at once, and it is over
 */
public record Playback(
    Recording recording, int next, boolean running, int speed, long due, boolean last) {
  static final int FASTEST = 64;

  /** The longest that one moment stands, at the speed at which it was played. */
  static final long LONGEST = 4_000;

  static Playback of(Recording recording) {
    return new Playback(recording, 0, true, 1, 0, false);
  }

  /** Whether there is nothing more to show. */
  public boolean isOver() {
    return next >= recording.moments().size();
  }

  /** The moment that is shown. */
  public Recording.Moment shown() {
    return recording.moments().get(Math.max(0, next - 1));
  }

  boolean isDue(long now) {
    return running && !isOver() && now >= due;
  }

  Playback running(boolean runs, long now) {
    return new Playback(recording, next, runs && !isOver(), speed, now + pause(next, speed), last);
  }

  Playback faster(boolean faster, long now) {
    int changed = faster ? Math.min(FASTEST, speed * 2) : Math.max(1, speed / 2);
    long left = Math.max(0, due - now) * speed / changed;
    return new Playback(recording, next, running, changed, now + left, last);
  }

  /** With all moments shown that come before a place. */
  Playback at(int place, long now) {
    int there = Math.max(1, Math.min(recording.moments().size(), place));
    boolean goesOn = running && there < recording.moments().size();
    return new Playback(recording, there, goesOn, speed, now + pause(there, speed), last);
  }

  /** With all that is left, which is shown once more before it is over. */
  Playback ending() {
    return new Playback(recording, recording.moments().size(), true, speed, due, true);
  }

  Playback ended() {
    return new Playback(recording, next, false, speed, due, true);
  }

  /** How long the moment before a place stands. */
  private long pause(int place, int times) {
    List<Recording.Moment> moments = recording.moments();
    if (place < 1 || place >= moments.size()) {
      return 0;
    }
    long gap = moments.get(place).at() - moments.get(place - 1).at();
    return Math.max(0, Math.min(LONGEST, gap)) / times;
  }
}

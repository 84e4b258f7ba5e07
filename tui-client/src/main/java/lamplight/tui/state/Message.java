package lamplight.tui.state;

import lamplight.tui.link.News;

/** Everything that can change the model. */
public sealed interface Message {
  record Pressed(Key key) implements Message {}

  /** A whole line, from a front that edits lines by itself. */
  record Entered(String line) implements Message {}

  record Resized(Size size) implements Message {}

  record Heard(News news) implements Message {}

  record Tick(long now) implements Message {}
}

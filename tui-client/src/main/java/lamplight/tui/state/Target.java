package lamplight.tui.state;

/** What a click can mean. */
public sealed interface Target {
  /** A room on the map: walk there. */
  record Room(String id) implements Target {}

  /** Words that stand for something: offer what can be done with it. */
  record Words(String words) implements Target {}
}

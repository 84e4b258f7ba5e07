package lamplight.tui.link;

/** What the link wants done; whoever runs it does it in order. */
public sealed interface Act {
  /** Open a connection; the answer is {@link Link#opened} or {@link Link#lost}. */
  record Open() implements Act {}

  /** Write a line, its LF included. */
  record Send(String line) implements Act {}

  /** Close the connection, without an answer. */
  record Hang() implements Act {}

  record Tell(News news) implements Act {}
}

package lamplight.engine.load;

/** The kinds of what has an id in a world. */
enum Kind {
  ROOM("a room"),
  THING("a thing"),
  REGION("a region"),
  ROLE("a role"),
  VARIABLE("a variable"),
  TIMER("a timer"),
  SCORE("a score"),
  ENDING("an ending"),
  ACTION("a verb");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The word alone. */
  String word() {
    return words.substring(words.indexOf(' ') + 1);
  }
}

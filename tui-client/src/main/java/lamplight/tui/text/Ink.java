package lamplight.tui.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a piece of text is for; a theme turns it into colours. No meaning may rest on the ink alone.
 *
 * @param word the word for it in a theme
 * @param own the colours that text from elsewhere brings along; no theme changes them
 */
public record Ink(String word, Optional<Tint> own) {
  private static final List<Ink> THEMED = new ArrayList<>();

  public static final Ink PROSE = themed("prose");
  public static final Ink ROOM = themed("room");
  public static final Ink ITEM = themed("item");
  public static final Ink PERSON = themed("person");
  public static final Ink PLAYER = themed("player");
  public static final Ink EXIT = themed("exit");
  public static final Ink EMPHASIS = themed("emphasis");
  public static final Ink EVENT = themed("event");
  public static final Ink SPEECH = themed("speech");
  public static final Ink SYSTEM = themed("system");
  public static final Ink HINT = themed("hint");
  public static final Ink REFUSAL = themed("refusal");

  /** What the player typed, shown again in the story. */
  public static final Ink ECHO = themed("echo");

  public static final Ink BORDER = themed("border");
  public static final Ink TITLE = themed("title");
  public static final Ink FAINT = themed("faint");
  public static final Ink GOOD = themed("good");
  public static final Ink LOW = themed("low");
  public static final Ink BAD = themed("bad");

  /** The player's own place on the map. */
  public static final Ink HERE = themed("here");

  /** The chosen row of a list. */
  public static final Ink SELECTED = themed("selected");

  /** Something that wants to be noticed: new lines below, a lost line. */
  public static final Ink NOTICE = themed("notice");

  /** The player's own name where somebody else says it. */
  public static final Ink MENTION = themed("mention");

  /** All that a theme has a tint for. */
  public static final List<Ink> ALL = Collections.unmodifiableList(THEMED);

  private static Ink themed(String word) {
    Ink ink = new Ink(word, Optional.empty());
    THEMED.add(ink);
    return ink;
  }

  private static final Set<Ink> LINKS = Set.of(ITEM, PERSON, PLAYER, EXIT);

  /** Whether words in it stand for something that can be asked what can be done with it. */
  public boolean isLink() {
    return LINKS.contains(this);
  }

  /** An ink that looks like this in every theme. */
  public static Ink of(Tint tint) {
    return new Ink("", Optional.of(tint));
  }
}

package lamplight.engine.check;

import java.util.List;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Input;

/** A line of a transcript that does or asks something, with the lines that must come of it. */
sealed interface Move {
  /** Its line in the file, from 1; 0: it stands in none. */
  int line();

  /** As the transcript writes it. */
  String shown();

  List<Expected> expected();

  /** Who typed it, and reads what is not marked with a name; "" if nobody did. */
  default String typist() {
    return "";
  }

  /** A move that the game takes. */
  sealed interface Act extends Move {
    List<Input> inputs();
  }

  /** {@code Ann> take lamp}. */
  record Typed(int line, String player, String words, List<Expected> expected) implements Act {
    public Typed {
      expected = List.copyOf(expected);
    }

    @Override
    public String shown() {
      return player + "> " + words;
    }

    @Override
    public String typist() {
      return player;
    }

    @Override
    public List<Input> inputs() {
      return List.of(new Input.Command(id(player), words));
    }
  }

  /** {@code * 30 seconds pass}: a second at a time, as a session does it. */
  record Wait(int line, int seconds, List<Expected> expected) implements Act {
    /** How long a transcript can wait at once: a day. */
    static final int LONGEST = 86_400;

    private static final Input SECOND = new Input.Pass(1_000);

    public Wait {
      expected = List.copyOf(expected);
    }

    @Override
    public String shown() {
      return "* " + seconds + " seconds pass";
    }

    @Override
    public List<Input> inputs() {
      return java.util.Collections.nCopies(seconds, SECOND);
    }
  }

  /** {@code * Bea loses the line}. */
  record Comes(int line, String player, Coming coming, List<Expected> expected) implements Act {
    public Comes {
      expected = List.copyOf(expected);
    }

    @Override
    public String shown() {
      return "* " + player + " " + coming.words();
    }

    @Override
    public List<Input> inputs() {
      return List.of(coming.input(player));
    }
  }

  /** {@code * score: 50}: something that must be so. */
  record Asked(int line, Claim claim) implements Move {
    @Override
    public String shown() {
      return "* " + claim;
    }

    @Override
    public List<Expected> expected() {
      return List.of();
    }
  }

  /** How players come and go. */
  enum Coming {
    JOINS("joins"),
    LEAVES("leaves"),
    LOSES("loses the line"),
    RETURNS("returns");

    private final String words;

    Coming(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    Input input(String player) {
      return switch (this) {
        case JOINS -> new Input.Join(id(player), player);
        case LEAVES -> new Input.Leave(id(player));
        case LOSES -> new Input.Lose(id(player));
        case RETURNS -> new Input.Return(id(player), true);
      };
    }
  }

  /** The id of a player by the name that the transcript uses. */
  static PlayerId id(String player) {
    return new PlayerId(player.toLowerCase(java.util.Locale.ROOT));
  }
}

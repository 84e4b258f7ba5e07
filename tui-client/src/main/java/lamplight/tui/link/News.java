package lamplight.tui.link;

import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.ClientState;
import lamplight.engine.wire.ServerMessage;

/** What the link has to tell the one who plays. */
public sealed interface News {
  /** The server speaks our protocol; it can be asked for a list or a seat. */
  record Ready(String server) implements News {}

  /** What can be played. */
  record Listing(List<ServerMessage.World> worlds, List<ServerMessage.Open> open) implements News {
    public Listing {
      worlds = List.copyOf(worlds);
      open = List.copyOf(open);
    }
  }

  /** We have a seat; {@code again} if it is the one that we had before the line was lost. */
  record Seated(String session, String player, String world, boolean again) implements News {}

  /** A line of the story. */
  record Told(TextKind kind, Line line) implements News {}

  /** The replica has changed; its hash is verified. */
  record Changed(ClientState replica) implements News {}

  /** A request or a command was refused; nothing changed. A refused command has its number. */
  record Refused(OptionalLong command, Refusal code, String text) implements News {}

  /** How the line is; told when that changes. */
  record Weather(Standing standing) implements News {}

  /**
   * The end: the link does not try again.
   *
   * @param fault whether it is one; a game that was closed is none
   */
  record Closed(boolean fault, String text) implements News {}
}

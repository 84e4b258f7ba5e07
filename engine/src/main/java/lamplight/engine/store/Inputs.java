package lamplight.engine.store;

import java.util.List;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Input;
import lamplight.engine.sync.Fields;

/** An input as a line: {@code COMMAND:bea:take lamp}. */
final class Inputs {

  private Inputs() {}

  static String write(Input input) {
    if (input instanceof Input.Command command) {
      return line("COMMAND", command.player(), command.text());
    } else if (input instanceof Input.Debug debug) {
      return line("DEBUG", debug.player(), debug.text());
    } else if (input instanceof Input.Join join) {
      return line("JOIN", join.player(), join.name());
    } else if (input instanceof Input.Leave leave) {
      return line("LEAVE", leave.player(), "");
    } else if (input instanceof Input.Lose lose) {
      return line(lose.quietly() ? "LOSE_QUIETLY" : "LOSE", lose.player(), "");
    } else if (input instanceof Input.Return back) {
      String how = (back.afresh() ? "_AFRESH" : "") + (back.quietly() ? "_QUIETLY" : "");
      return line("RETURN" + how, back.player(), "");
    } else if (input instanceof Input.Displaced displaced) {
      return line("DISPLACED", displaced.player(), "");
    }
    return "PASS:" + ((Input.Pass) input).millis();
  }

  private static String line(String kind, PlayerId player, String text) {
    return kind + ":" + player + ":" + Fields.encodeText(text.replace("%", "%25"));
  }

  /**
   * The input of a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Input read(String line) {
    List<String> parts = Fields.split(line, 3);
    if (parts.get(0).equals("PASS")) {
      return new Input.Pass(Long.parseLong(parts.get(1)));
    } else if (parts.size() < 3) {
      throw new IllegalArgumentException("no input: " + line);
    }
    PlayerId player = new PlayerId(parts.get(1));
    String text = Fields.decode(parts.get(2));
    return switch (parts.get(0)) {
      case "COMMAND" -> new Input.Command(player, text);
      case "DEBUG" -> new Input.Debug(player, text);
      case "JOIN" -> new Input.Join(player, text);
      case "LEAVE" -> new Input.Leave(player);
      case "LOSE" -> new Input.Lose(player);
      case "LOSE_QUIETLY" -> new Input.Lose(player, true);
      case "DISPLACED" -> new Input.Displaced(player);
      case "RETURN" -> new Input.Return(player, false);
      case "RETURN_AFRESH" -> new Input.Return(player, true);
      case "RETURN_QUIETLY" -> new Input.Return(player, false, true);
      case "RETURN_AFRESH_QUIETLY" -> new Input.Return(player, true, true);
      default -> throw new IllegalArgumentException("no input: " + line);
    };
  }
}

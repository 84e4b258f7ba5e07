package lamplight.engine.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Span;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Patch;
import lamplight.engine.wire.ServerMessage;
import lamplight.engine.wire.Sort;
import lamplight.engine.wire.Word;

/**
 * What of a message its reader may not know, by the word of a witness: every id must be one that
 * the player has come to know of, every line must have been told to that player.
 */
final class Secrecy {

  /** Lines that say where somebody is. */
  private static final List<String> PLACES = List.of("PLAYER", "PLAYER_ROOM");

  /** Refusals that no rule has worded. */
  private static final Set<Refusal> OF_THE_PROGRAM =
      EnumSet.of(
          Refusal.RATE_LIMITED,
          Refusal.MALFORMED,
          Refusal.UNKNOWN_MESSAGE,
          Refusal.BAD_ENCODING,
          Refusal.LINE_TOO_LONG,
          Refusal.TOO_LARGE,
          Refusal.STALE_NUMBER,
          Refusal.NOT_OFFERED,
          Refusal.NOT_ALLOWED,
          Refusal.NOT_IN_SESSION,
          Refusal.ALREADY_IN_SESSION);

  private final WatchedPlay play;

  Secrecy(WatchedPlay play) {
    this.play = play;
  }

  /** What the message gives away, for a person; empty if nothing. */
  List<String> leaks(PlayerId player, ServerMessage message) {
    List<String> leaks = new ArrayList<>();
    if (message instanceof ServerMessage.Sync sync) {
      leaks(player, sync.block(), leaks);
    } else if (message instanceof ServerMessage.Dict dict && isSecret(player, dict.word())) {
      leaks.add(dict.word().text());
    } else if (message instanceof ServerMessage.Event event && !event.type().equals("SCORED")) {
      Stream.of(event.detail()).filter(id -> !play.mayKnow(player, id)).forEach(leaks::add);
    } else if (message instanceof ServerMessage.Refused refused
        && !OF_THE_PROGRAM.contains(refused.code())
        && !play.wasTold(player, refused.text())) {
      leaks.add(refused.text());
    } else if (message instanceof ServerMessage.Text text) {
      text.line().spans().stream()
          .map(Span::id)
          .filter(id -> !play.mayRead(player, id))
          .forEach(leaks::add);
      String words = text.line().plain();
      if (!isOfTheProgram(words) && !play.wasTold(player, words)) {
        leaks.add(words);
      }
    }
    return leaks.stream().map(leak -> player + " is told of " + leak + " in " + message).toList();
  }

  private void leaks(PlayerId player, Block block, List<String> leaks) {
    for (Patch patch : block.patches()) {
      for (Change change : patch.changes()) {
        ids(change).filter(id -> !play.mayKnow(player, id)).forEach(leaks::add);
        boolean placed = PLACES.contains(change.parts().get(0));
        if (placed && !play.wasAware(player, block.version(), change.parts())) {
          leaks.add(change.line());
        }
      }
    }
  }

  /** Lines that are the session's own and not of the world. */
  private static boolean isOfTheProgram(String words) {
    return words.isEmpty() || words.contains("missing here") || words.startsWith("[");
  }

  /** An id must be known to the player; any other word may be anything but a secret's name. */
  private boolean isSecret(PlayerId player, Word word) {
    return word.list() == Sort.WORD
        ? play.isSecretVariable(word.text())
        : !play.mayKnow(player, word.text());
  }

  /** All that may be an id in a line of a block: names are not. */
  private static Stream<String> ids(Change change) {
    List<String> parts = change.parts();
    boolean named = List.of("LABEL", "ROOM").contains(parts.get(0));
    return parts.subList(1, named ? parts.size() - 1 : parts.size()).stream()
        .flatMap(part -> Stream.of(part.split("[=,.!~]", -1)));
  }
}

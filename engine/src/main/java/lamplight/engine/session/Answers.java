package lamplight.engine.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.wire.ServerMessage;

/**
 * What a seat's numbered commands were answered, so that one that is sent again is answered again
 * and not carried out again. The oldest are forgotten, and then no number up to theirs is taken any
 * more.
 */
final class Answers {

  private final Map<Long, ServerMessage> given = new LinkedHashMap<>();
  private List<ServerMessage> fresh = new ArrayList<>();
  private long forgotten = -1;

  /** What {@code seq} was or has to be answered; empty if the command is new. */
  Optional<ServerMessage> to(long seq) {
    if (seq <= forgotten && !given.containsKey(seq)) {
      return Optional.of(
          new ServerMessage.Refused(
              OptionalLong.of(seq),
              Refusal.STALE_NUMBER,
              "Numbers have to grow: " + seq + " is older than those that are remembered."));
    }
    return Optional.ofNullable(given.get(seq));
  }

  void remember(long seq, ServerMessage answer) {
    fresh.add(answer);
    keep(seq, answer);
  }

  /** An answer that is not asked for again, for the journal. */
  void mention(ServerMessage answer) {
    fresh.add(answer);
  }

  /** The answers since the last time. */
  List<ServerMessage> takeFresh() {
    if (fresh.isEmpty()) {
      return List.of();
    }
    List<ServerMessage> taken = fresh;
    fresh = new ArrayList<>();
    return taken;
  }

  /** The numbers that were answered here and not there, oldest first. */
  List<Long> notIn(Answers other) {
    return given.keySet().stream().filter(seq -> !other.given.containsKey(seq)).toList();
  }

  /** All that are remembered, oldest first. */
  List<ServerMessage> all() {
    return List.copyOf(given.values());
  }

  /** What was answered before this session was loaded. */
  void keep(ServerMessage answer) {
    if (answer instanceof ServerMessage.Ok ok) {
      keep(ok.seq(), answer);
    } else if (answer instanceof ServerMessage.Refused refused && refused.seq().isPresent()) {
      keep(refused.seq().getAsLong(), answer);
    }
  }

  private void keep(long seq, ServerMessage answer) {
    given.put(seq, answer);
    if (given.size() > SessionLimits.ANSWERS) {
      long oldest = given.keySet().iterator().next();
      given.remove(oldest);
      forgotten = Math.max(forgotten, oldest);
    }
  }
}

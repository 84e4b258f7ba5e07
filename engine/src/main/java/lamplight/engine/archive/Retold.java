package lamplight.engine.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamplight.engine.model.PlayerId;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.sync.Entry;
import lamplight.engine.wire.ServerMessage.Text;

/**
 * Leaves out what a journal has twice: when a player comes back who has read further than the
 * journal knew, the lines told since are written again, numbered on behind those.
 */
final class Retold {
  /** What players were told of whom the journal does not know how far they have read. */
  private final Map<PlayerId, List<Text>> since = new HashMap<>();

  /** What players were told by the next record for the first time. */
  List<Said<Text>> fresh(JournalRecord record) {
    Map<PlayerId, List<Text>> known = new HashMap<>();
    for (Entry entry : record.puts()) {
      SeatSecrets.mayBeAhead(entry).ifPresent(ahead -> seat(entry.id(), ahead, known));
    }
    List<Said<Text>> fresh = new ArrayList<>(record.told());
    known.forEach((player, lines) -> leaveOut(player, lines, fresh));
    for (Said<Text> said : fresh) {
      if (since.containsKey(said.to())) {
        since.get(said.to()).add(said.message());
      }
    }
    return fresh;
  }

  private void seat(String id, boolean ahead, Map<PlayerId, List<Text>> known) {
    PlayerId player = new PlayerId(id);
    if (ahead) {
      since.computeIfAbsent(player, one -> new ArrayList<>());
    } else if (since.containsKey(player)) {
      known.put(player, since.remove(player));
    }
  }

  /** The first lines for a player that are the last ones of those that are known. */
  private static void leaveOut(PlayerId player, List<Text> known, List<Said<Text>> from) {
    List<Said<Text>> own = from.stream().filter(said -> said.to().equals(player)).toList();
    for (int count = Math.min(own.size(), known.size()); count > 0; count--) {
      List<Said<Text>> first = own.subList(0, count);
      if (isSame(first, known.subList(known.size() - count, known.size()))) {
        from.removeAll(first);
        return;
      }
    }
  }

  private static boolean isSame(List<Said<Text>> said, List<Text> known) {
    for (int n = 0; n < known.size(); n++) {
      if (!said.get(n).message().line().equals(known.get(n).line())) {
        return false;
      }
    }
    return true;
  }
}

package lamplight.engine.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamplight.engine.play.Input;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.store.Chain;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.store.Recovery;
import lamplight.engine.sync.Entry;
import lamplight.engine.wire.ServerMessage;

/**
 * Tells a journal without what opens its seats: the entries lose it, and where rejoin words were
 * said or typed, stars stand in their place. What is left is a journal again, each record with the
 * hash of the entries that are left.
 */
final class Discretion {
  static final String HIDDEN = "***-***-***";

  private final Chain original = new Chain();
  private final Entries left = new Entries();
  private final Set<String> secrets = new HashSet<>();

  /**
   * The next record as strangers may have it.
   *
   * @throws Recovery.Damaged if it does not follow the one before
   */
  JournalRecord next(JournalRecord record) throws Recovery.Damaged {
    original.follow(record);
    record.puts().forEach(entry -> SeatSecrets.words(entry).ifPresent(secrets::add));
    List<Entry> puts = record.puts().stream().map(this::entry).toList();
    record.gone().forEach(left::gone);
    puts.forEach(left::put);
    return new JournalRecord(
        record.sequence(),
        record.at(),
        record.inputs().stream().map(this::typed).toList(),
        puts,
        record.gone(),
        record.told().stream().map(said -> new Said<>(said.to(), read(said.message()))).toList(),
        record.answered().stream()
            .map(said -> new Said<>(said.to(), answer(said.message())))
            .toList(),
        left.hash());
  }

  /** The entries after the last record, as strangers may have them. */
  Entries left() {
    return left;
  }

  /** What a player typed last is part of the state. */
  private Entry entry(Entry entry) {
    Entry open = SeatSecrets.without(entry);
    return secrets.stream().anyMatch(open.line()::contains)
        ? Entry.of(
            open.kind(), open.id(), open.fields().stream().map(this::words).toArray(String[]::new))
        : open;
  }

  private Input typed(Input input) {
    return input instanceof Input.Command command
        ? new Input.Command(command.player(), words(command.text()))
        : input;
  }

  private ServerMessage.Text read(ServerMessage.Text text) {
    List<Span> spans =
        text.line().spans().stream()
            .map(span -> new Span(span.kind(), span.id(), words(span.words())))
            .toList();
    return new ServerMessage.Text(text.number(), text.kind(), new Line(spans));
  }

  private ServerMessage answer(ServerMessage message) {
    return message instanceof ServerMessage.Refused refused
        ? new ServerMessage.Refused(refused.seq(), refused.code(), words(refused.text()))
        : message;
  }

  private String words(String text) {
    String told = text;
    for (String secret : secrets) {
      told = told.replace(secret, HIDDEN);
    }
    return told;
  }
}

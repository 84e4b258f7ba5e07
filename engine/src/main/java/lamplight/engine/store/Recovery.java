package lamplight.engine.store;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.wire.ServerMessage;

/**
 * A session as its journal has it: the newest snapshot and the records after it, one after another.
 * No rule is run.
 */
public final class Recovery {
  private final Chain chain = new Chain();
  private final List<JournalRecord.Said<ServerMessage.Text>> told = new ArrayList<>();
  private final List<JournalRecord.Said<ServerMessage>> answered = new ArrayList<>();

  /** The journal does not fit together at a record. */
  public static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    public Damaged(String words) {
      super(words);
    }
  }

  /**
   * Begins with a snapshot.
   *
   * @throws Damaged if its entries have another hash than it says; nothing is left then
   */
  public void begin(JournalRecord snapshot) throws Damaged {
    chain.begin(snapshot);
    said(snapshot);
  }

  /**
   * Goes on by one record.
   *
   * @throws Damaged if it is not the next one, or its hash is not that of all entries
   */
  public void add(JournalRecord record) throws Damaged {
    chain.add(record);
    said(record);
  }

  private void said(JournalRecord record) {
    told.addAll(record.told());
    answered.addAll(record.answered());
  }

  /** Of the last record; 0 before the first. */
  public long sequence() {
    return chain.sequence();
  }

  /** When the last record was made, in Unix milliseconds. */
  public long at() {
    return chain.at();
  }

  public Entries entries() {
    return chain.entries();
  }

  /** What players were told, oldest first, as far back as the snapshot goes. */
  public List<JournalRecord.Said<ServerMessage.Text>> told() {
    return told;
  }

  public List<JournalRecord.Said<ServerMessage>> answered() {
    return answered;
  }
}

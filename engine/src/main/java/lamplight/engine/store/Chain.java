package lamplight.engine.store;

import lamplight.engine.sync.StateHash;

/** Records one after another, and the entries that they come to: each proves the next. */
public final class Chain {
  private final Entries entries = new Entries();
  private long sequence;
  private long at;

  /**
   * Begins with a record that puts everything, whatever its number.
   *
   * @throws Recovery.Damaged if its entries have another hash than it says
   */
  public void begin(JournalRecord first) throws Recovery.Damaged {
    sequence = first.sequence() - 1;
    add(first);
  }

  /** Begins with the record if it is the first one, and goes on by it otherwise. */
  public void follow(JournalRecord record) throws Recovery.Damaged {
    if (sequence == 0) {
      begin(record);
    } else {
      add(record);
    }
  }

  /**
   * Goes on by one record.
   *
   * @throws Recovery.Damaged if it is not the next one, or its hash is not that of all entries
   */
  public void add(JournalRecord record) throws Recovery.Damaged {
    if (record.sequence() != sequence + 1) {
      throw new Recovery.Damaged("record " + record.sequence() + " follows record " + sequence);
    }
    record.gone().forEach(entries::gone);
    record.puts().forEach(entries::put);
    StateHash hash = entries.hash();
    if (!hash.equals(record.hash())) {
      throw new Recovery.Damaged(
          "record "
              + record.sequence()
              + " says hash "
              + record.hash()
              + ", and its entries come to "
              + hash);
    }
    sequence = record.sequence();
    at = record.at();
  }

  /** Of the last record; 0 before the first. */
  public long sequence() {
    return sequence;
  }

  /** When the last record was made, in Unix milliseconds. */
  public long at() {
    return at;
  }

  public Entries entries() {
    return entries;
  }
}

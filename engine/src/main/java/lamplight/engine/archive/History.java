package lamplight.engine.archive;

import lamplight.engine.store.Recovery;

/**
 * A session's records, oldest first, of which the first puts everything. They are told one by one,
 * so that none of them has to be in memory for long.
 */
public interface History {

  /**
   * Tells all of it; may be asked again, and tells the same.
   *
   * @throws ExportException if it cannot be read; the message is for people
   * @throws Recovery.Damaged if the records do not fit together
   */
  void read(Exported.Visitor visitor) throws ExportException, Recovery.Damaged;
}

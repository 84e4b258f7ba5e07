package lamplight.engine.archive;

import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;

/** A history as strangers may have it: without what opens its seats. */
public record Discreet(History history) implements History {

  @Override
  public void read(Exported.Visitor visitor) throws ExportException, Recovery.Damaged {
    Discretion discretion = new Discretion();
    Chain chain = new Chain();
    history.read(
        (record, after) -> {
          JournalRecord told = discretion.next(record);
          chain.follow(told);
          visitor.record(told, chain);
        });
  }
}

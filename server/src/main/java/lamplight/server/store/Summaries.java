package lamplight.server.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.session.SessionSummary.SeatSummary;
import lamplight.engine.store.Form;
import lamplight.engine.sync.Known.Presence;

/** How a session's summary is written: nobody is at the table of one that is not in memory. */
final class Summaries {

  private static final Form<List<String>> WORDS = Form.WORDS.list();
  private static final Form<Optional<String>> MAYBE = Form.WORDS.optional();
  private static final Form<List<SeatSummary>> SEATS =
      Form.PARTS
          .as(
              (SeatSummary seat) -> List.of(seat.player().value(), seat.name(), seat.kind().name()),
              parts ->
                  new SeatSummary(
                      new PlayerId(parts.get(0)),
                      parts.get(1),
                      Presence.Where.AWAY,
                      LinkKind.valueOf(parts.get(2))))
          .list();

  private Summaries() {}

  static String write(Output.Summary output) {
    SessionSummary summary = output.summary();
    return Form.PARTS
        .write()
        .apply(
            List.of(
                summary.world().value(),
                summary.title(),
                Form.YES_NO.write().apply(summary.locked()),
                MAYBE.write().apply(summary.host().map(PlayerId::value)),
                SEATS.write().apply(summary.seats()),
                Integer.toString(summary.maximum()),
                Long.toString(summary.version()),
                WORDS.write().apply(output.rejoinWords().stream().sorted().toList())));
  }

  /**
   * The summary that was written.
   *
   * @throws RuntimeException if {@code text} is none
   */
  static Output.Summary read(SessionId id, String text) {
    List<String> parts = Form.PARTS.read().apply(text);
    SessionSummary summary =
        new SessionSummary(
            id,
            new WorldId(parts.get(0)),
            parts.get(1),
            Form.YES_NO.read().apply(parts.get(2)),
            MAYBE.read().apply(parts.get(3)).map(PlayerId::new),
            SEATS.read().apply(parts.get(4)),
            Integer.parseInt(parts.get(5)),
            Long.parseLong(parts.get(6)));
    return new Output.Summary(summary, new HashSet<>(WORDS.read().apply(parts.get(7))));
  }
}

package lamplight.engine.session;

import static lamplight.engine.store.Layout.row;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.store.Form;
import lamplight.engine.store.Layout;
import lamplight.engine.store.Layout.Row;
import lamplight.engine.sync.Entry;

/**
 * What is kept of a seat, besides its text and its answers.
 *
 * @param order seats are listed in this order; the host's is the lowest
 * @param words its rejoin words; they are told again, so they are kept as they are
 * @param token hash of its token
 * @param next hash of the token that was given and not confirmed
 */
record KeptSeat(
    PlayerId player,
    int order,
    String name,
    String words,
    String token,
    Optional<String> next,
    LinkKind kind) {

  static final String KIND = "SEAT";

  private static final Row<KeptSeat, Integer> ORDER = row("order", KeptSeat::order, Form.INT, -1);
  private static final Row<KeptSeat, String> NAME = row("name", KeptSeat::name, Form.WORDS, "");
  private static final Row<KeptSeat, String> WORDS = row("words", KeptSeat::words, Form.WORDS, "");
  private static final Row<KeptSeat, String> TOKEN = row("token", KeptSeat::token, Form.WORDS, "");
  private static final Row<KeptSeat, Optional<String>> NEXT =
      row("next", KeptSeat::next, Form.WORDS.optional(), Optional.empty());
  private static final Row<KeptSeat, LinkKind> BY =
      row("kind", KeptSeat::kind, Form.constant(LinkKind.class), LinkKind.SYNC);

  private static final Layout<KeptSeat> LAYOUT =
      new Layout<>(
          List.of(ORDER, NAME, WORDS, TOKEN, NEXT, BY),
          in ->
              new KeptSeat(
                  new PlayerId(in.key()),
                  in.get(ORDER),
                  in.get(NAME),
                  in.get(WORDS),
                  in.get(TOKEN),
                  in.get(NEXT),
                  in.get(BY)));

  Entry entry() {
    return LAYOUT.entry(KIND, player.value(), this);
  }

  static KeptSeat read(Entry entry) {
    return LAYOUT.read(entry);
  }
}

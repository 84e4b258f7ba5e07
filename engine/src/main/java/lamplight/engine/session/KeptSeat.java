package lamplight.engine.session;

import static lamplight.engine.store.Layout.row;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * @param settings what it remembers for its player's clients
 * @param settled see {@link TextLog#settled()}
 * @param displaced see {@link Seat#displaced}
 */
record KeptSeat(
    PlayerId player,
    int order,
    String name,
    String words,
    String token,
    Optional<String> next,
    LinkKind kind,
    Map<String, String> settings,
    OptionalLong settled,
    boolean displaced) {

  static final String KIND = "SEAT";

  private static final Row<KeptSeat, Integer> ORDER = row("order", KeptSeat::order, Form.INT, -1);
  private static final Row<KeptSeat, String> NAME = row("name", KeptSeat::name, Form.WORDS, "");
  private static final Row<KeptSeat, String> WORDS = row("words", KeptSeat::words, Form.WORDS, "");
  private static final Row<KeptSeat, String> TOKEN = row("token", KeptSeat::token, Form.WORDS, "");
  private static final Row<KeptSeat, Optional<String>> NEXT =
      row("next", KeptSeat::next, Form.WORDS.optional(), Optional.empty());
  private static final Row<KeptSeat, LinkKind> BY =
      row("kind", KeptSeat::kind, Form.constant(LinkKind.class), LinkKind.SYNC);

  private static final Row<KeptSeat, Map<String, String>> SETTINGS =
      row(
          "settings",
          KeptSeat::settings,
          Form.PARTS.as(KeptSeat::written, KeptSeat::settings),
          Map.of());

  private static final Row<KeptSeat, Optional<Long>> SETTLED =
      row(
          "settled",
          seat -> seat.settled.stream().boxed().findFirst(),
          Form.LONG.optional(),
          Optional.empty());

  private static final Row<KeptSeat, Boolean> DISPLACED =
      row("displaced", KeptSeat::displaced, Form.YES_NO, false);

  private static final Layout<KeptSeat> LAYOUT =
      new Layout<>(
          List.of(ORDER, NAME, WORDS, TOKEN, NEXT, BY, SETTINGS, SETTLED, DISPLACED),
          in ->
              new KeptSeat(
                  new PlayerId(in.key()),
                  in.get(ORDER),
                  in.get(NAME),
                  in.get(WORDS),
                  in.get(TOKEN),
                  in.get(NEXT),
                  in.get(BY),
                  in.get(SETTINGS),
                  in.get(SETTLED).stream().mapToLong(number -> number).findFirst(),
                  in.get(DISPLACED)));

  KeptSeat {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  private static List<String> written(Map<String, String> settings) {
    return settings.entrySet().stream()
        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
        .toList();
  }

  private static Map<String, String> settings(List<String> written) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i + 1 < written.size(); i += 2) {
      settings.put(written.get(i), written.get(i + 1));
    }
    return settings;
  }

  Entry entry() {
    return LAYOUT.entry(KIND, player.value(), this);
  }

  static KeptSeat read(Entry entry) {
    return LAYOUT.read(entry);
  }
}

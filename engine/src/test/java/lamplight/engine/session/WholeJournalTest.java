package lamplight.engine.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.store.Recovery;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After an input only those seats are looked into to which something may have happened. Whatever
 * happens, to whomever: the journal has all that there is of every seat.
 */
class WholeJournalTest {
  private final House house = new House(3);
  private final House.Plug bea = house.plug().say("CREATE:toy:Bea");
  private final String[] seatOfBea = bea.seat();
  private final House.Plug al = house.plug().say("JOIN:" + seatOfBea[1] + ":Al");
  private final String[] seatOfAl = al.seat();
  private final House.Plug cy = house.plug(LinkKind.TELNET).say("JOIN:" + seatOfBea[1] + ":Cy");

  private record Case(String name, Consumer<WholeJournalTest> happening) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> happenings() {
    return Stream.of(
        new Case("a look around", at -> at.bea.say("CMD#1:look")),
        new Case("a refusal", at -> at.bea.say("CMD#1:frobnicate")),
        new Case("words for all", at -> at.bea.say("CMD#1:shout hello")),
        new Case("a setting", at -> at.al.say("SET:width:70")),
        new Case("a lost connection", at -> at.al.drop()),
        new Case("a seat that is given up", at -> at.al.say("LEAVE")),
        new Case("somebody who comes back", WholeJournalTest::alComesBack),
        new Case("and shows the new token", at -> at.alComesBack().say("PING:1")),
        new Case("a client that does not read", at -> at.al.writable(false)),
        new Case("the keeper's words", at -> at.turn((s, now) -> s.say("Supper.", now))),
        new Case("a kick", at -> at.turn((s, now) -> s.kick(new PlayerId("al"), "Enough.", now))),
        new Case("time", at -> at.house.pass(5_000)),
        new Case("the server's end", at -> at.turn(Session::pause)));
  }

  private House.Plug alComesBack() {
    al.drop();
    return house.plug().say("RESUME:" + seatOfAl[1] + ":" + seatOfAl[3]);
  }

  private interface Turn {
    List<Output> take(Session session, long now);
  }

  private void turn(Turn turn) {
    house.carryOut(house.sessions.keySet().iterator().next(), turn.take(house.only(), house.now));
  }

  @ParameterizedTest
  @MethodSource("happenings")
  void the_journal_has_all_that_became_of_every_seat(Case of) throws Recovery.Damaged {
    of.happening.accept(this);
    house.plug().say("JOIN:" + seatOfBea[1] + ":Dan");
    of.happening.accept(this);
    turn(Session::flush);

    JournalRecord whole = house.only().snapshot(house.now).orElseThrow();
    Recovery recovery = new Recovery();
    recovery.begin(journal().get(0));
    for (JournalRecord record : journal().subList(1, journal().size())) {
      recovery.add(record);
    }
    assertThat(recovery.entries().hash()).isEqualTo(whole.hash());
    Map<PlayerId, List<ServerMessage.Text>> told = byPlayer(recovery.told());
    told.keySet().retainAll(SeatSecrets.seated(recovery.entries()));
    assertThat(told).isEqualTo(byPlayer(whole.told()));
    assertThat(recovery.answered()).containsAll(whole.answered());
  }

  @Test
  void who_is_not_concerned_is_sent_nothing() {
    house.pass(1_000);
    cy.hears();
    al.hears();
    bea.say("CMD#1:look");
    assertThat(al.hears()).isEmpty();
    assertThat(cy.hears()).isEmpty();
    assertThat(journal().get(journal().size() - 1).told())
        .isNotEmpty()
        .allMatch(said -> said.to().equals(new PlayerId("bea")));
  }

  @Test
  void what_nobody_waits_for_is_gathered() {
    int first = quietJournal();
    bea.say("CMD#1:look", "CMD#2:look", "CMD#3:look");
    assertThat(inputsSince(first)).containsExactly(1);
    house.pass(Ledger.GATHER_MILLIS);
    assertThat(inputsSince(first)).containsExactly(1, 2);
  }

  @Test
  void what_somebody_waits_for_takes_along_what_was_gathered() {
    int first = quietJournal();
    bea.say("CMD#1:look", "CMD#2:look", "CMD#3:shout hello", "CMD#4:look");
    assertThat(inputsSince(first)).containsExactly(1, 2);
  }

  @Test
  void nobody_is_told_more_while_it_is_gathered_than_is_kept() {
    int first = quietJournal();
    for (int i = 1; i <= 500; i++) {
      bea.say("CMD#" + i + ":look");
    }
    turn(Session::flush);
    List<Long> numbers =
        journal().stream()
            .skip(first)
            .flatMap(record -> record.told().stream())
            .map(said -> said.message().number())
            .toList();
    assertThat(numbers).hasSizeGreaterThan(2 * SessionLimits.TEXT_LINES);
    assertThat(numbers.get(numbers.size() - 1) - numbers.get(0)).isEqualTo(numbers.size() - 1L);
  }

  @Test
  void nobody_is_woken_for_what_is_gathered_while_nothing_can_be_saved() {
    int first = quietJournal();
    bea.say("CMD#1:look", "CMD#2:look");
    house.now += Ledger.GATHER_MILLIS;
    turn((session, now) -> session.saving(false, now).tick(now));
    assertThat(house.only().nextWake()).isGreaterThan(house.now);
    turn((session, now) -> session.saving(true, now).tick(now));
    assertThat(inputsSince(first)).hasSize(2);
  }

  /** How many records there are once all is quiet. */
  private int quietJournal() {
    house.pass(1_000);
    return journal().size();
  }

  private List<Integer> inputsSince(int first) {
    return journal().stream().skip(first).map(record -> record.inputs().size()).toList();
  }

  private List<JournalRecord> journal() {
    return house.disks.values().iterator().next().journal();
  }

  private static <M extends ServerMessage> Map<PlayerId, List<M>> byPlayer(List<Said<M>> said) {
    return said.stream().collect(groupingBy(Said::to, mapping(Said::message, toList())));
  }
}

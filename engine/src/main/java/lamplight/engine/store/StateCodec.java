package lamplight.engine.store;

import static lamplight.engine.store.Layout.row;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Achieved;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Asked;
import lamplight.engine.model.Deed;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Referent;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.SharedMap;
import lamplight.engine.model.State;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Things;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.TimerState;
import lamplight.engine.model.VariableKey;
import lamplight.engine.store.Layout.Row;
import lamplight.engine.sync.Entry;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePSet;

/**
 * A state as flat entries, secret ones included, and back.
 *
 * <pre>
 *   THING:lamp:place=held bea:on=yes     PLAYER:bea:name=Bea:room=hall     SEEN:bea.lamp
 *   STATE:-:turn=12:chance=-77           VAR:wheel:3                       DEED:0000000004:player=bea…
 * </pre>
 *
 * <p>Every component of {@link State} and of the records in it has a row or a table here; a test
 * fills them all. A new one needs a name that no component ever had, and what stands for it in
 * journals that were written before.
 */
public final class StateCodec {
  private static final String KIND = "STATE";
  private static final String ID = "-";

  private StateCodec() {}

  // ---- numbers ----

  private static final Row<Integer, Integer> VALUE = row("value", value -> value, Form.INT, 0);
  private static final Layout<Integer> INTEGER = new Layout<>(List.of(VALUE), in -> in.get(VALUE));

  // ---- things ----

  private static final Row<ThingState, Place> PLACE =
      row("place", ThingState::place, Forms.PLACE, Place.NOWHERE);
  private static final Row<ThingState, Boolean> OPEN =
      row("open", ThingState::open, Form.YES_NO, false);
  private static final Row<ThingState, Boolean> LOCKED =
      row("locked", ThingState::locked, Form.YES_NO, false);
  private static final Row<ThingState, Boolean> ON = row("on", ThingState::on, Form.YES_NO, false);
  private static final Row<ThingState, Boolean> HIDDEN =
      row("hidden", ThingState::hidden, Form.YES_NO, false);
  private static final Row<ThingState, Boolean> PORTABLE =
      row("portable", ThingState::portable, Form.YES_NO, false);
  private static final Row<ThingState, Boolean> MOVED =
      row("moved", ThingState::moved, Form.YES_NO, false);
  private static final Row<ThingState, String> OWN_STATE =
      row("state", ThingState::state, Form.WORDS, "");

  private static final Layout<ThingState> THING =
      new Layout<>(
          List.of(PLACE, OPEN, LOCKED, ON, HIDDEN, PORTABLE, MOVED, OWN_STATE),
          in ->
              new ThingState(
                  in.get(PLACE),
                  in.get(OPEN),
                  in.get(LOCKED),
                  in.get(ON),
                  in.get(HIDDEN),
                  in.get(PORTABLE),
                  in.get(MOVED),
                  in.get(OWN_STATE)));

  // ---- what the parser remembers ----

  private static final Row<Mind.Misread, String> LINE =
      row("line", Mind.Misread::line, Form.WORDS, "");
  private static final Row<Mind.Misread, String> WORD =
      row("word", Mind.Misread::word, Form.WORDS, "");
  private static final Layout<Mind.Misread> MISREAD =
      new Layout<>(List.of(LINE, WORD), in -> new Mind.Misread(in.get(LINE), in.get(WORD)));

  private static final Row<Mind.Question, String> BEFORE =
      row("before", Mind.Question::before, Form.WORDS, "");
  private static final Row<Mind.Question, String> AFTER =
      row("after", Mind.Question::after, Form.WORDS, "");
  private static final Row<Mind.Question, List<Referent>> CHOICES =
      row("choices", Mind.Question::choices, Forms.REFERENT.list(), List.of());
  private static final Layout<Mind.Question> QUESTION =
      new Layout<>(
          List.of(BEFORE, AFTER, CHOICES),
          in -> new Mind.Question(in.get(BEFORE), in.get(AFTER), in.get(CHOICES)));

  private static final Form<Optional<Referent>> MAYBE = Forms.REFERENT.optional();
  private static final Row<Mind, Optional<Referent>> IT =
      row("it", Mind::it, MAYBE, Optional.empty());
  private static final Row<Mind, List<Referent>> THEM =
      row("them", Mind::them, Forms.REFERENT.list(), List.of());
  private static final Row<Mind, Optional<Referent>> HIM =
      row("him", Mind::him, MAYBE, Optional.empty());
  private static final Row<Mind, Optional<Referent>> HER =
      row("her", Mind::her, MAYBE, Optional.empty());
  private static final Row<Mind, String> LAST = row("last", Mind::last, Form.WORDS, "");
  private static final Row<Mind, Optional<Mind.Misread>> READ =
      row("misread", Mind::misread, MISREAD.form().optional(), Optional.empty());
  private static final Row<Mind, Optional<Mind.Question>> ASKED =
      row("question", Mind::question, QUESTION.form().optional(), Optional.empty());

  /** What could be taken back is not written: after a recovery there is nothing to take back. */
  private static final Layout<Mind> MIND =
      new Layout<>(
          List.of(IT, THEM, HIM, HER, LAST, READ, ASKED),
          in ->
              new Mind(
                  in.get(IT),
                  in.get(THEM),
                  in.get(HIM),
                  in.get(HER),
                  in.get(LAST),
                  in.get(READ),
                  in.get(ASKED),
                  List.of()));

  // ---- players ----

  private static final RoomId NO_ROOM = new RoomId("nowhere");

  private static final Row<PlayerState, String> NAME =
      row("name", PlayerState::name, Form.WORDS, "");
  private static final Row<PlayerState, Optional<RoleId>> ROLE =
      row(
          "role",
          PlayerState::role,
          Form.WORDS.as(RoleId::value, RoleId::new).optional(),
          Optional.empty());
  private static final Row<PlayerState, RoomId> ROOM =
      row("room", PlayerState::room, Forms.ROOM, NO_ROOM);
  private static final Row<PlayerState, Optional<ThingId>> PERCH =
      row("perch", PlayerState::perch, Forms.THING.optional(), Optional.empty());
  private static final Row<PlayerState, Integer> HEALTH =
      row("health", PlayerState::health, Form.INT, PlayerState.FULL);
  private static final Row<PlayerState, Integer> ENERGY =
      row("energy", PlayerState::energy, Form.INT, PlayerState.FULL);
  private static final Row<PlayerState, Presence> PRESENCE =
      row("presence", PlayerState::presence, Form.constant(Presence.class), Presence.HERE);
  private static final Row<PlayerState, Optional<RoomId>> PREVIOUS =
      row("previous", PlayerState::previous, Forms.ROOM.optional(), Optional.empty());
  private static final Row<PlayerState, Integer> TURNS_HERE =
      row("turns_here", PlayerState::turnsHere, Form.INT, 0);
  private static final Row<PlayerState, List<ActionId>> DID =
      row(
          "did",
          PlayerState::last,
          Form.WORDS.as(ActionId::value, ActionId::new).list(),
          List.of());
  private static final Row<PlayerState, Boolean> BRIEF =
      row("brief", PlayerState::brief, Form.YES_NO, false);
  private static final Row<PlayerState, Mind> REMEMBERS =
      row("mind", PlayerState::mind, MIND.form(), Mind.EMPTY);
  private static final Row<Asked, String> QUESTION_NAME = row("name", Asked::name, Form.WORDS, "");
  private static final Row<Asked, Optional<ActionId>> COMPLETES =
      row(
          "action",
          Asked::action,
          Form.WORDS.as(ActionId::value, ActionId::new).optional(),
          Optional.empty());
  private static final Row<Asked, Optional<Referent>> ASKED_NOUN =
      row("noun", Asked::noun, MAYBE, Optional.empty());
  private static final Row<Asked, Optional<Referent>> ASKED_SECOND =
      row("second", Asked::second, MAYBE, Optional.empty());
  private static final Layout<Asked> ASKED_BY_RULE =
      new Layout<>(
          List.of(QUESTION_NAME, COMPLETES, ASKED_NOUN, ASKED_SECOND),
          in ->
              new Asked(
                  in.get(QUESTION_NAME),
                  in.get(COMPLETES),
                  in.get(ASKED_NOUN),
                  in.get(ASKED_SECOND)));
  private static final Row<PlayerState, Optional<Asked>> QUESTIONED =
      row("asked", PlayerState::asked, ASKED_BY_RULE.form().optional(), Optional.empty());
  private static final Table<PlayerState, PSet<RoomId>> BEEN =
      Table.set("BEEN", PlayerState::visited, Forms.ROOM, TreePSet::from);
  private static final Table<PlayerState, PSet<ThingId>> SEEN =
      Table.set("SEEN", PlayerState::seen, Forms.THING, TreePSet::from);
  private static final Table<PlayerState, PSet<ThingId>> MET =
      Table.set("MET", PlayerState::met, Forms.THING, TreePSet::from);
  private static final Table<PlayerState, PSet<ThingId>> REVEALED =
      Table.set("REVEALED", PlayerState::revealed, Forms.THING, TreePSet::from);
  private static final Table<PlayerState, SharedMap<RoomId, Integer>> COMINGS =
      Table.map("CAME", PlayerState::comings, Forms.ROOM, INTEGER);

  private static final Row<PlayerState, Optional<PlayerId>> GOES_ALONG =
      row("follows", PlayerState::leader, Forms.PLAYER.optional(), Optional.empty());
  private static final Layout<PlayerState> PLAYER =
      new Layout<>(
          List.of(
              NAME,
              ROLE,
              ROOM,
              PERCH,
              HEALTH,
              ENERGY,
              PRESENCE,
              PREVIOUS,
              TURNS_HERE,
              DID,
              BRIEF,
              REMEMBERS,
              QUESTIONED,
              GOES_ALONG),
          List.of(BEEN, SEEN, MET, COMINGS, REVEALED),
          in ->
              new PlayerState(
                  new PlayerId(in.key()),
                  in.get(NAME),
                  in.get(ROLE),
                  in.get(ROOM),
                  in.get(PERCH),
                  in.get(HEALTH),
                  in.get(ENERGY),
                  in.get(PRESENCE),
                  in.get(PREVIOUS),
                  in.get(BEEN),
                  in.get(SEEN),
                  in.get(MET),
                  in.get(COMINGS),
                  in.get(TURNS_HERE),
                  in.get(DID),
                  in.get(BRIEF),
                  in.get(REMEMBERS),
                  in.get(QUESTIONED),
                  in.get(REVEALED),
                  in.get(GOES_ALONG)));

  // ---- timers and deeds ----

  private static final Row<TimerState, Boolean> RUNNING =
      row("running", TimerState::running, Form.YES_NO, false);
  private static final Row<TimerState, Integer> REMAINING =
      row("remaining", TimerState::remaining, Form.INT, 0);
  private static final Layout<TimerState> TIMER =
      new Layout<>(
          List.of(RUNNING, REMAINING), in -> new TimerState(in.get(RUNNING), in.get(REMAINING)));

  private static final PlayerId NO_PLAYER = new PlayerId("nobody");
  private static final ActionId NO_ACTION = new ActionId("nothing");
  private static final Row<Deed, PlayerId> DOER =
      row("player", Deed::player, Forms.PLAYER, NO_PLAYER);
  private static final Row<Deed, ActionId> ACTION =
      row("action", Deed::action, Form.WORDS.as(ActionId::value, ActionId::new), NO_ACTION);
  private static final Row<Deed, Optional<Referent>> NOUN =
      row("noun", Deed::noun, MAYBE, Optional.empty());
  private static final Row<Deed, Integer> IN_TURN = row("turn", Deed::turn, Form.INT, 0);
  private static final Row<Deed, Long> AT = row("millis", Deed::millis, Form.LONG, 0L);
  private static final Row<Deed, Integer> NUMBER = row("number", Deed::number, Form.INT, 0);
  private static final Layout<Deed> DEED =
      new Layout<>(
          List.of(DOER, ACTION, NOUN, IN_TURN, AT, NUMBER),
          in ->
              new Deed(
                  in.get(DOER),
                  in.get(ACTION),
                  in.get(NOUN),
                  in.get(IN_TURN),
                  in.get(AT),
                  in.get(NUMBER)));

  // ---- the state ----

  private static final Row<State, Integer> TURN = row("turn", State::turn, Form.INT, 0);
  private static final Row<State, Long> MILLIS = row("millis", State::millis, Form.LONG, 0L);
  private static final Row<State, Long> CHANCE = row("chance", State::chance, Form.LONG, 0L);
  private static final Row<State, Optional<EndingId>> ENDED =
      row(
          "ended",
          State::ended,
          Form.WORDS.as(EndingId::value, EndingId::new).optional(),
          Optional.empty());
  private static final Row<State, Integer> PENALTY = row("penalty", State::penalty, Form.INT, 0);

  private static final Table<State, SharedMap<PlayerId, PlayerState>> PLAYERS =
      Table.map("PLAYER", State::players, Forms.PLAYER, PLAYER);
  private static final Table<State, Things> THINGS =
      Table.things("THING", State::things, Forms.THING, THING);
  private static final Table<State, SharedMap<VariableKey, Integer>> VARIABLES =
      Table.map("VAR", State::variables, Forms.VARIABLE, INTEGER);
  private static final Table<State, SharedMap<TimerId, TimerState>> TIMERS =
      Table.map("TIMER", State::timers, Form.WORDS.as(TimerId::value, TimerId::new), TIMER);
  private static final Table<State, PSortedSet<ScoreId>> SCORED =
      Table.set(
          "SCORED", State::scored, Form.WORDS.as(ScoreId::value, ScoreId::new), TreePSet::from);
  private static final Table<State, PSortedSet<String>> FIRED =
      Table.set("FIRED", State::fired, Form.WORDS, TreePSet::from);
  private static final Table<State, PSortedSet<Suggestion>> SUGGESTED =
      Table.set("SUGGESTED", State::suggested, Forms.SUGGESTION, TreePSet::from);
  private static final Table<State, PSortedSet<Suggestion>> RAISED =
      Table.set("RAISED", State::raised, Forms.SUGGESTION, TreePSet::from);
  private static final Table<State, PSortedSet<RoomId>> VISITED =
      Table.set("VISITED", State::visited, Forms.ROOM, TreePSet::from);
  private static final Table<State, PVector<Deed>> RECENT =
      Table.newest("DEED", State::recent, Deed::number, DEED);
  private static final Table<State, PSortedSet<PlayerId>> ACTED =
      Table.set("ACTED", State::acted, Forms.PLAYER, TreePSet::from);
  private static final Table<State, SharedMap<Integer, Integer>> HINTS =
      Table.map("HINT", State::hints, Form.INT, INTEGER);
  private static final Table<State, SharedMap<PlayerId, Integer>> DEATHS =
      Table.map("DEATHS", State::deaths, Forms.PLAYER, INTEGER);

  private static final Table<State, PSortedSet<Achieved>> ACHIEVED =
      Table.set("ACHIEVED", State::achieved, Forms.ACHIEVED, TreePSet::from);
  private static final Row<PlayerId, String> LEADER =
      row("player", PlayerId::value, Form.WORDS, "nobody");
  private static final Layout<PlayerId> LED =
      new Layout<>(List.of(LEADER), in -> new PlayerId(in.get(LEADER)));
  private static final Table<State, SharedMap<ThingId, PlayerId>> FOLLOWING =
      Table.map("FOLLOWS", State::following, Forms.THING, LED);

  private static final Layout<State> STATE =
      new Layout<>(
          List.of(TURN, MILLIS, CHANCE, ENDED, PENALTY),
          List.of(
              PLAYERS, THINGS, VARIABLES, TIMERS, SCORED, FIRED, SUGGESTED, RAISED, VISITED, RECENT,
              ACTED, HINTS, DEATHS, ACHIEVED, FOLLOWING),
          in ->
              new State(
                  in.get(PLAYERS),
                  in.get(THINGS),
                  in.get(VARIABLES),
                  in.get(TIMERS),
                  in.get(SCORED),
                  in.get(FIRED),
                  in.get(SUGGESTED),
                  in.get(RAISED),
                  in.get(VISITED),
                  in.get(RECENT),
                  in.get(ACTED),
                  in.get(HINTS),
                  in.get(TURN),
                  in.get(MILLIS),
                  in.get(CHANCE),
                  in.get(ENDED),
                  in.get(DEATHS),
                  in.get(PENALTY),
                  in.get(ACHIEVED),
                  in.get(FOLLOWING)));

  /**
   * Says what became of a state's entries.
   *
   * @param before null: there was none, and every entry of {@code after} is put
   */
  public static void compare(@Nullable State before, State after, Changes out) {
    STATE.compare(KIND, ID, "", before, after, out);
  }

  /**
   * The state that was written; entries of other kinds are passed over.
   *
   * @throws IllegalArgumentException if an entry is none that could have been written
   */
  public static State read(Entries entries) {
    Entry own = entries.kind(KIND).get(ID);
    if (own == null) {
      throw new IllegalArgumentException("there is no " + KIND + " entry");
    }
    return STATE.read(own.fields(), ID, "", entries);
  }
}

package lamplight.engine.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Change;
import lamplight.engine.model.Onlookers;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Timer;
import lamplight.engine.model.World;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Occurrence;
import lamplight.engine.text.Narrator;
import lamplight.engine.view.Viewer;

/**
 * The game: from a state and an input to the next state and what everybody reads.
 *
 * <p>A step is a function of its arguments. It works on a {@link Draft}; a command that is refused
 * is rolled back, so that it has changed nothing but what the parser remembers; a step that throws
 * has returned nothing, and the state that it was given still stands.
 *
 * <p>A line may hold several commands. They are carried out one after another, each understood as
 * things stand then, up to the first that is refused.
 */
public final class Game {
  private final Story story;
  private final Dialogue dialogue;
  private final Clockwork clockwork;
  private final Performer performer;
  private final Arrivals arrivals;
  private final Workbench workbench;
  private final Dying dying;
  private final Narrator narrator;
  private final Viewer viewer;
  private final boolean timed;

  /** Whether some things are for some eyes only, which may depend on anything. */
  private final boolean personal;

  public Game(Story story) {
    this.story = story;
    this.narrator = new Narrator(story.messages());
    this.viewer = new Viewer(story.world());
    this.clockwork = new Clockwork(story.rulebook());
    this.workbench = new Workbench(story);
    this.arrivals = new Arrivals(story.rulebook());
    this.dying = new Dying(story.rulebook());
    this.performer = new Performer(story.rulebook(), story.lexicon(), story.messages());
    this.dialogue = new Dialogue(story, performer, clockwork, narrator, this::notice);
    this.personal = !story.world().personal().isEmpty();
    this.timed =
        story.rulebook().asksForSeconds()
            || story.world().timers().values().stream()
                .anyMatch(timer -> timer.unit() == Timer.Unit.SECONDS);
  }

  public Story story() {
    return story;
  }

  public World world() {
    return story.world();
  }

  /** Who may know what of the world's states. */
  public Viewer viewer() {
    return viewer;
  }

  /** The state of a new session, before anybody has joined. */
  public State start(long seed) {
    return start(seed, Observer.NOBODY);
  }

  /** The same, and somebody hears what rules do. */
  public State start(long seed, Observer observer) {
    Draft draft = new Draft(world(), State.of(world(), seed), performer::perform, observer);
    story.rulebook().happen(Occurrence.of(Hook.START, Optional.empty(), ""), draft);
    story.rulebook().settle(draft);
    draft.settleChance();
    return draft.state();
  }

  /**
   * Goes on with a session that was played by an older version of this world: texts, descriptions,
   * rules and words are the new ones from now on, and the state is kept as far as it fits.
   *
   * @param aloud whether players are told that the world was edited
   * @return the step to the state as it fits; refused, with the reason for the server's log, if the
   *     session has to keep its old story
   */
  public Step takeOver(World old, State state, boolean aloud) {
    Renewal renewal = new Renewal(old, story, state);
    Optional<String> obstacle = renewal.obstacle();
    if (obstacle.isPresent()) {
      Answer kept = new Answer.Refused(Refusal.NOT_POSSIBLE, obstacle.get());
      return new Step(state, List.of(), List.of(), List.of(), kept);
    }
    Draft draft = new Draft(world(), state, performer::perform, Observer.NOBODY);
    draft.change(new Change.Renewed(renewal.state()));
    if (aloud) {
      draft.tell(Audience.ALL, TextKind.SYSTEM, new Event.Content.Message("renewed"));
    }
    renewal.displaced().forEach(player -> arrivals.displace(draft, player));
    story.rulebook().settle(draft);
    return finish(draft, Answer.DONE);
  }

  /**
   * A state that was kept while nobody played, as it fits this world, which may have been edited
   * since: itself, if it does.
   *
   * @throws IllegalArgumentException if it cannot be made to fit
   */
  public State fitting(State kept) {
    Renewal renewal = new Renewal(world(), story, kept);
    renewal
        .obstacle()
        .ifPresent(
            obstacle -> {
              throw new IllegalArgumentException(obstacle);
            });
    State fitting = renewal.state();
    return fitting.equals(kept) ? kept : fitting;
  }

  /**
   * Whether time that passes can mean anything in a state, so that {@link Input.Pass} is worth
   * sending.
   */
  public boolean needsClock(State state) {
    return timed && state.ended().isEmpty() && !state.players().isEmpty();
  }

  /** The next state, and what came of the input. */
  public Step step(State state, Input input) {
    return step(state, input, Observer.NOBODY);
  }

  /** The same, and somebody hears what rules do and what is put into words. */
  public Step step(State state, Input input, Observer observer) {
    Draft draft = new Draft(world(), state, performer::perform, observer);
    return finish(draft, take(draft, input));
  }

  private Step finish(Draft draft, Answer answer) {
    if (draft.hasChanged()) {
      notice(draft);
    }
    draft.settleChance();
    return new Step(draft.state(), became(draft), words(draft), draft.notices(), answer);
  }

  private static List<Change> became(Draft draft) {
    if (!draft.hasChanged()) {
      return List.of();
    }
    List<Change> became = new ArrayList<>(draft.changes());
    became.removeIf(Change.Minded.class::isInstance);
    return became;
  }

  private Answer take(Draft draft, Input input) {
    if (input instanceof Input.Command command) {
      return dialogue.answer(draft, command.player(), command.text());
    }
    if (input instanceof Input.Debug debug) {
      return workbench.answer(draft, debug.player(), debug.text());
    }
    if (input instanceof Input.Pass pass) {
      clockwork.pass(draft, pass.millis());
    } else {
      arrivals.take(draft, input);
    }
    return Answer.DONE;
  }

  /**
   * Players notice what is in their sight, and rules that wait for it follow.
   *
   * @return who died of it all
   */
  private Set<PlayerId> notice(Draft draft) {
    State now = draft.state();
    if (personal || isOtherToSee(draft.noticed(), now)) {
      Onlookers onlookers = new Onlookers(draft.sight(), !personal);
      for (PlayerState player : now.players().values()) {
        for (ThingId thing : onlookers.seen(player)) {
          if (!player.seen().contains(thing)) {
            draft.change(new Change.Seen(player.id(), thing));
          }
        }
      }
    }
    draft.allNoticed();
    story.rulebook().settle(draft);
    return dying.see(draft);
  }

  /**
   * Whether anybody may see anything that was not to be seen in a state before: things are others,
   * or players, who take along what they carry.
   */
  @SuppressWarnings("ReferenceEquality") // what is the same need not be looked into
  private static boolean isOtherToSee(State before, State now) {
    if (before.things() != now.things() || before.players().size() != now.players().size()) {
      return true;
    }
    Iterator<PlayerState> old = before.players().values().iterator();
    for (PlayerState player : now.players().values()) {
      if (isOtherToSee(old.next(), player)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isOtherToSee(PlayerState before, PlayerState now) {
    return before != now
        && (!before.id().equals(now.id())
            || !before.room().equals(now.room())
            || !before.perch().equals(now.perch())
            || before.presence() != now.presence()
            || !before.revealed().equals(now.revealed()));
  }

  /**
   * What each reader reads, in order. What follows upon one another and is of one kind makes one
   * paragraph.
   */
  private List<Told> words(Draft draft) {
    Narrator aloud = narrator.heardBy(draft.observer());
    List<Told> told = new ArrayList<>();
    Map<PlayerId, Integer> last = new HashMap<>();
    for (Event event : draft.events()) {
      Optional<List<Line>> others = Optional.empty();
      for (PlayerId reader : inOrder(event.to())) {
        boolean alike = event.readsAlikeFor(reader);
        List<Line> lines = alike && others.isPresent() ? others.get() : aloud.words(event, reader);
        others = alike ? Optional.of(lines) : others;
        if (lines.isEmpty() || !draft.state().players().containsKey(reader)) {
          continue;
        }
        Integer before = last.get(reader);
        if (before != null && told.get(before).goesOn(event.kind())) {
          told.set(before, told.get(before).with(lines));
        } else {
          last.put(reader, told.size());
          told.add(new Told(reader, event.kind(), lines));
        }
      }
    }
    return told;
  }

  private static Collection<PlayerId> inOrder(Set<PlayerId> readers) {
    if (readers.size() < 2) {
      return readers;
    }
    List<PlayerId> ordered = new ArrayList<>(readers);
    Collections.sort(ordered);
    return ordered;
  }
}

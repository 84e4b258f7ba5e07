package lamplight.engine.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.Change;
import lamplight.engine.model.Doing;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Part;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.parse.Parser;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Event;

/**
 * Taking back one's own last command.
 *
 * <p>The idea: what the command changed is worked out from how the world stood before and behind
 * it. If each of those parts still stands as the command left it, and so does whatever it goes back
 * into, nobody has gone on from there, and the parts are put back. Else the player reads who has,
 * or what is not as it was left. What the turn that the command drove changed besides (timers,
 * people who wander) is put back too, if all of it still stands; it is no reason to refuse.
 *
 * <p>Never put back: draws of chance, so that nobody tries one twice; the clock; what was read.
 */
final class Undoing {
  private Undoing() {}

  /** What the player has just done can be taken back from now on. */
  static void remember(Draft draft, PlayerId player, State before, State done) {
    if (draft.state().players().containsKey(player)) {
      Mind mind = draft.state().player(player).mind();
      Doing doing = new Doing(mind.last(), before, done, draft.state());
      draft.change(new Change.Minded(player, mind.remembering(doing)));
    }
  }

  /** The action. */
  static void undo(Performance performance, Command command) {
    List<Doing> past = performance.player().mind().past();
    if (past.isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "undo.nothing");
      return;
    }
    Doing last = past.get(past.size() - 1);
    Attempt attempt = new Attempt(performance, last);
    if (!attempt.isRefused()) {
      attempt.putBack(past.subList(0, past.size() - 1));
    }
  }

  /** One command to be taken back. */
  private static final class Attempt {
    private final Performance performance;
    private final Doing doing;
    private final Map<Part, Object> before;
    private final Map<Part, Object> after;
    private final Map<Part, Object> now;
    private final Set<Part> own;
    private final Change.TakenBack change;

    Attempt(Performance performance, Doing doing) {
      this.performance = performance;
      this.doing = doing;
      before = Part.all(doing.before());
      after = Part.all(doing.after());
      now = Part.all(performance.state());
      Map<Part, Object> done = Part.all(doing.done());
      own = different(before, done);
      Set<Part> turn = different(done, after);
      Set<Part> parts = new HashSet<>(own);
      if (turn.stream().allMatch(this::stands)) {
        parts.addAll(turn);
      }
      change = new Change.TakenBack(performance.actor(), inOrder(parts), values(parts));
    }

    /** Refuses if somebody or something has gone on from what the command changed. */
    boolean isRefused() {
      Optional<Part> moved = inOrder(own).stream().filter(part -> !stands(part)).findFirst();
      if (moved.isPresent()) {
        refuse(moved.get());
      } else if (change.parts().isEmpty()) {
        performance.refuse(Refusal.NOT_POSSIBLE, "undo.moved_on");
      } else {
        State back = performance.state().with(change);
        inOrder(own).stream()
            .filter(part -> part.of() == Part.Of.THING)
            .map(part -> (ThingId) part.key())
            .flatMap(thing -> gone(back, thing).stream())
            .findFirst()
            .ifPresent(this::refuse);
      }
      return performance.isRefused();
    }

    /** What a thing would go back into, if that is not as it was. */
    private Optional<Part> gone(State back, ThingId thing) {
      Place place = back.place(thing);
      if (place instanceof Place.HeldBy held) {
        PlayerState holder = back.players().get(held.player());
        boolean same =
            holder != null && holder.room().equals(doing.before().player(held.player()).room());
        return same ? Optional.empty() : Optional.of(new Part(Part.Of.BODY, held.player()));
      }
      Optional<ThingId> into = holder(place);
      boolean same =
          into.isEmpty()
              || (back.thing(into.get()).equals(doing.before().thing(into.get()))
                  && within(doing.before(), into.get()).containsAll(within(back, into.get())));
      return same ? Optional.empty() : into.map(holder -> new Part(Part.Of.THING, holder));
    }

    private static Optional<ThingId> holder(Place place) {
      if (place instanceof Place.In in) {
        return Optional.of(in.container());
      }
      if (place instanceof Place.On on) {
        return Optional.of(on.supporter());
      }
      return place instanceof Place.With with ? Optional.of(with.person()) : Optional.empty();
    }

    private List<ThingId> within(State state, ThingId holder) {
      return new Sight(performance.world(), state).contents(holder);
    }

    private boolean stands(Part part) {
      return Objects.equals(now.get(part), after.get(part));
    }

    private void refuse(Part moved) {
      Optional<PlayerId> who = whoever(moved);
      boolean known =
          moved.key() instanceof ThingId thing && performance.player().seen().contains(thing);
      if (known && who.isPresent()) {
        refuse("undo.thing_by", (ThingId) moved.key(), who.get());
      } else if (known) {
        refuse("undo.thing", (ThingId) moved.key(), performance.actor());
      } else if (moved.of() == Part.Of.BODY && isAware((PlayerId) moved.key())) {
        refuse("undo.player", (PlayerId) moved.key(), performance.actor());
      } else if (who.isPresent()) {
        refuse("undo.by", performance.actor(), who.get());
      } else {
        performance.refuse(Refusal.NOT_POSSIBLE, "undo.moved_on");
      }
    }

    private void refuse(String message, Referent noun, Referent second) {
      Draft draft = performance.draft();
      draft.as(
          draft.cause().withNoun(noun).withSecond(second),
          () -> draft.refuse(Refusal.NOT_POSSIBLE, message));
    }

    /** Whether the actor may know what became of another player. */
    private boolean isAware(PlayerId other) {
      return !other.equals(performance.actor())
          && performance.sight().awareOf(performance.actor()).contains(other);
    }

    /** The other player whose last commands have left a part as it is now, if that may be known. */
    private Optional<PlayerId> whoever(Part part) {
      return performance.state().players().values().stream()
          .filter(player -> isAware(player.id()))
          .filter(player -> player.mind().past().stream().anyMatch(theirs -> left(theirs, part)))
          .map(PlayerState::id)
          .findFirst();
    }

    private boolean left(Doing theirs, Part part) {
      Object then = Part.all(theirs.after()).get(part);
      return Objects.equals(then, now.get(part))
          && !Objects.equals(then, Part.all(theirs.before()).get(part));
    }

    void putBack(List<Doing> past) {
      Draft draft = performance.draft();
      Set<PlayerId> witnesses = new TreeSet<>(Audience.OTHERS.listeners(draft.facts()));
      State then = draft.state();
      draft.change(change);
      Mind mind = performance.player().mind();
      String words = Parser.typed(doing.sentence());
      draft.change(new Change.Minded(performance.actor(), mind.withPast(past)));
      witnesses.addAll(Audience.OTHERS.listeners(draft.facts()));
      witnesses.addAll(concerned(then));
      draft.as(
          draft.cause().withWords(words),
          () -> {
            performance.say("undo.done", "words", words);
            performance.tellNow();
            witnesses.forEach(
                witness ->
                    draft.tell(
                        new Audience.Only(witness),
                        TextKind.EVENT,
                        new Event.Content.Message("undo.others")));
          });
      if (then.ended().isPresent() && draft.state().ended().isEmpty()) {
        draft.tell(Audience.ALL, TextKind.EVENT, new Event.Content.Message("undo.resumed"));
      }
      boolean elsewhere =
          !then.player(performance.actor()).room().equals(performance.player().room());
      if (elsewhere || wasDark(then) != wasDark(draft.state())) {
        draft.tell(Audience.ACTOR, TextKind.ROOM, new Event.Content.Surroundings(false));
      }
    }

    /** Players whom something befell when it was put back. */
    private Set<PlayerId> concerned(State then) {
      Set<PlayerId> concerned = new TreeSet<>();
      for (Part part : change.parts()) {
        if (part.key() instanceof PlayerId player && part.of() == Part.Of.BODY) {
          concerned.add(player);
        } else if (part.of() == Part.Of.THING) {
          for (State state : List.of(then, performance.state())) {
            if (state.place((ThingId) part.key()) instanceof Place.HeldBy held) {
              concerned.add(held.player());
            }
          }
        }
      }
      concerned.remove(performance.actor());
      return concerned;
    }

    private boolean wasDark(State state) {
      World world = performance.world();
      return new Sight(world, state).dark(performance.actor());
    }

    private Map<Part, Object> values(Set<Part> parts) {
      Map<Part, Object> values = new HashMap<>();
      for (Part part : parts) {
        Object value = before.get(part);
        if (value != null) {
          values.put(part, value);
        }
      }
      return values;
    }

    private static List<Part> inOrder(Set<Part> parts) {
      List<Part> ordered = new ArrayList<>(parts);
      ordered.sort(
          java.util.Comparator.comparing(Part::of)
              .thenComparing(part -> String.valueOf(part.key())));
      return ordered;
    }

    private static Set<Part> different(Map<Part, Object> one, Map<Part, Object> other) {
      Set<Part> parts = new HashSet<>(one.keySet());
      parts.addAll(other.keySet());
      parts.removeIf(part -> Objects.equals(one.get(part), other.get(part)));
      return parts;
    }
  }
}

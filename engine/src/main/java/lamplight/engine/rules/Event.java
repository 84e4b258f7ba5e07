package lamplight.engine.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.model.Achievement;
import lamplight.engine.model.Facts;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Score;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TopicId;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;

/**
 * Something to be read. It is worded later, once for each kind of reader, from the facts as they
 * were when it happened.
 *
 * @param to who reads it
 * @param words what was said or asked about
 */
public record Event(TextKind kind, Content content, Set<PlayerId> to, Facts facts, String words) {
  public Event {
    to = Set.copyOf(to);
  }

  /** Whether a player reads just what all others read for whom this is so too. */
  public boolean readsAlikeFor(PlayerId reader) {
    boolean worded =
        content instanceof Content.Written
            || content instanceof Content.Message
            || content instanceof Content.Ready;
    return worded
        && !isNamed(reader, facts.actor())
        && !isNamed(reader, facts.noun())
        && !isNamed(reader, facts.second());
  }

  private static boolean isNamed(PlayerId reader, Optional<? extends Referent> named) {
    return named.isPresent() && named.get().equals(reader);
  }

  /** What is to be worded. */
  public sealed interface Content {
    <R> R match(Cases<R> cases);

    /** What the author wrote. */
    record Written(Text text) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.written(this);
      }
    }

    /** A standard message. */
    record Message(String key) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.message(this);
      }
    }

    /**
     * The reader's room; {@code arriving}: on coming in, when a room that is known may be told in
     * brief.
     */
    record Surroundings(boolean arriving) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.surroundings(this);
      }
    }

    /** Lines that read the same for everybody. */
    record Ready(List<Line> lines) implements Content {
      public Ready {
        lines = List.copyOf(lines);
      }

      @Override
      public <R> R match(Cases<R> cases) {
        return cases.ready(this);
      }
    }

    /** Points were given. */
    record Scored(Score score) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.scored(this);
      }
    }

    /** Something was achieved. */
    record Unlocked(Achievement achievement) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.unlocked(this);
      }
    }

    /** What the reader and the party have achieved. */
    record Achievements() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.achievements(this);
      }
    }

    /** The game is over: how it ended and what was reached. */
    record TheEnd() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.theEnd(this);
      }
    }

    /** A thing or player, as a close look shows it. */
    record Examined(Referent noun) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.examined(this);
      }
    }

    /** What is in or on a thing. */
    record Inside(ThingId thing) implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.inside(this);
      }
    }

    /** What the reader carries. */
    record Inventory() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.inventory(this);
      }
    }

    /** What a person could be asked about. */
    record Offers(ThingId person, List<TopicId> topics) implements Content {
      public Offers {
        topics = List.copyOf(topics);
      }

      @Override
      public <R> R match(Cases<R> cases) {
        return cases.offers(this);
      }
    }

    /** The score so far. */
    record Reckoned() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.reckoned(this);
      }
    }

    /** The ways out of where the reader is. */
    record Ways() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.ways(this);
      }
    }

    /** The rooms that the party knows, in words. */
    record Chart() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.chart(this);
      }
    }

    /** The party, and where everybody is. */
    record Who() implements Content {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.who(this);
      }
    }
  }

  /** An answer for each kind of content. */
  public interface Cases<R> {
    R written(Content.Written content);

    R message(Content.Message content);

    R surroundings(Content.Surroundings content);

    R ready(Content.Ready content);

    R scored(Content.Scored content);

    R unlocked(Content.Unlocked content);

    R achievements(Content.Achievements content);

    R theEnd(Content.TheEnd content);

    R examined(Content.Examined content);

    R inside(Content.Inside content);

    R inventory(Content.Inventory content);

    R offers(Content.Offers content);

    R reckoned(Content.Reckoned content);

    R ways(Content.Ways content);

    R chart(Content.Chart content);

    R who(Content.Who content);
  }
}

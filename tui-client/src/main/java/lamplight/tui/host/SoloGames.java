package lamplight.tui.host;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.sync.Known.Presence;
import lamplight.tui.text.Words;

/**
 * The journals of the games in a house. A game that cannot be saved goes on, and its player is told
 * once; it is saved whole as soon as that works again.
 */
final class SoloGames {
  /** Records in a file before it is written anew. */
  static final int MOST_RECORDS = 500;

  private final SoloFolder folder;
  private final Words words;
  private final Map<SessionId, Journal> journals = new HashMap<>();

  SoloGames(SoloFolder folder, Words words) {
    this.folder = folder;
    this.words = words;
  }

  /** A game's file, as long as it can be written, and where its newest whole beginning is. */
  private static final class Journal {
    Optional<SoloJournal> file = Optional.empty();
    long begun;
    boolean failing;
  }

  /** A game that goes on, and what its player should know of its file. */
  record Resumed(Session session, Optional<String> notice) {}

  /** What the lobby is to know of games that are not in memory. */
  List<Output.Summary> kept(Map<WorldId, Game> games) {
    return folder.games().stream().map(kept -> summary(kept, games)).toList();
  }

  private static Output.Summary summary(SoloFolder.Kept kept, Map<WorldId, Game> games) {
    WorldId world = new WorldId(kept.world());
    Optional<Game> game = Optional.ofNullable(games.get(world));
    PlayerId player = new PlayerId(kept.player());
    SessionSummary summary =
        new SessionSummary(
            new SessionId(kept.session()),
            world,
            game.map(known -> known.world().info().title()).orElse(kept.world()),
            false,
            Optional.of(player),
            List.of(
                new SessionSummary.SeatSummary(
                    player, kept.name(), Presence.Where.AWAY, LinkKind.SYNC)),
            1,
            1);
    return new Output.Summary(summary, Set.of(kept.words()));
  }

  /**
   * A game from its file.
   *
   * @throws IOException with words for the player, if it cannot go on
   */
  Resumed resume(
      SessionId id, Map<WorldId, Game> games, boolean author, RandomGenerator secrets, long now)
      throws IOException {
    SoloJournal file = folder.open(id);
    try {
      SoloJournal.Content content = file.look();
      if (content.records().isEmpty()) {
        throw new Trouble("solo.unreadable");
      }
      Recovery recovery = SoloJournal.recovery(content.records());
      Game game = game(recovery, games);
      Session session =
          Session.of(id, game, author, recovery, secrets, Math.max(now, recovery.at()));
      if (content.isDamaged()) {
        folder.setAside(id);
      }
      file.goOnAfter(content);
      Journal journal = new Journal();
      journal.file = Optional.of(file);
      journal.begun = content.records().get(0).sequence();
      journals.put(id, journal);
      return new Resumed(session, notice(content));
    } catch (IOException e) {
      file.close();
      throw e;
    } catch (IllegalArgumentException e) {
      file.close();
      throw new Trouble("solo.edited", String.valueOf(e.getMessage()));
    }
  }

  private static Game game(Recovery recovery, Map<WorldId, Game> games) throws IOException {
    WorldId world = Session.worldOf(recovery.entries());
    Game game = games.get(world);
    if (game == null) {
      throw new Trouble("solo.no_world", world.value());
    }
    return game;
  }

  private Optional<String> notice(SoloJournal.Content content) {
    return content.isDamaged()
        ? Optional.of(words.say("solo.damaged", content.lost()))
        : Optional.empty();
  }

  /**
   * Writes what a turn came to, before it is shown.
   *
   * @return what the player is to be told, if saving begins to fail, or works again
   */
  Optional<String> commit(Output.Commit commit, Session session, long now) {
    Journal journal = journals.computeIfAbsent(commit.session(), unused -> new Journal());
    boolean failed = journal.failing;
    try {
      write(journal, commit, session, now);
      journal.failing = false;
    } catch (IOException e) {
      journal.failing = true;
      journal.file.ifPresent(SoloJournal::close);
      journal.file = Optional.empty();
      return failed
          ? Optional.empty()
          : Optional.of(words.say("solo.unsaved", Trouble.words(e, words)));
    }
    return failed ? Optional.of(words.say("solo.saved")) : Optional.empty();
  }

  private void write(Journal journal, Output.Commit commit, Session session, long now)
      throws IOException {
    JournalRecord record = commit.record();
    boolean whole =
        journal.failing
            || record.sequence() == 1
            || record.sequence() - journal.begun >= MOST_RECORDS;
    Optional<JournalRecord> beginning =
        record.sequence() == 1
            ? Optional.of(record)
            : Optional.of(record).filter(unused -> whole).flatMap(unused -> session.snapshot(now));
    if (beginning.isPresent()) {
      SoloJournal fresh = folder.begin(commit.session(), beginning.get());
      journal.file.ifPresent(SoloJournal::close);
      journal.file = Optional.of(fresh);
      journal.begun = beginning.get().sequence();
    } else if (journal.file.isPresent()) {
      journal.file.get().append(record, commit.urgent());
    } else {
      throw new Trouble("solo.gone");
    }
  }

  /** The game was given up. */
  void forget(SessionId session) {
    Optional.ofNullable(journals.remove(session))
        .flatMap(journal -> journal.file)
        .ifPresent(SoloJournal::close);
    folder.forget(session);
  }
}

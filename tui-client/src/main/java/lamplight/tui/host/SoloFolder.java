package lamplight.tui.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.store.StateCodec;
import lamplight.engine.sync.Entry;

/**
 * The games that were played alone on this machine, one file each. There are at most {@value
 * #MOST}: when one more begins, the oldest that has ended goes, or the oldest.
 */
public final class SoloFolder {
  /** Games that are kept. */
  static final int MOST = 12;

  private static final String JOURNAL = ".journal";
  private static final String DAMAGED = ".damaged";

  private final Path folder;

  /**
   * @param folder need not be there yet
   */
  public SoloFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A game that can be gone on with.
   *
   * @param words that open its seat
   * @param name of its player
   * @param at when it was played last, in Unix milliseconds
   */
  public record Kept(
      String session, String world, String player, String words, String name, long at) {}

  /** The games, the newest first; a file in which there is none is left out. */
  public List<Kept> games() {
    return files().stream().map(this::kept).flatMap(Optional::stream).toList();
  }

  private List<Path> files() {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(file -> file.getFileName().toString().endsWith(JOURNAL))
          .sorted(Comparator.comparingLong(SoloFolder::time).reversed())
          .toList();
    } catch (IOException e) {
      return List.of(); // Nothing was played yet.
    }
  }

  private static long time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private Optional<Kept> kept(Path file) {
    try {
      List<JournalRecord> records = SoloJournal.look(file).records();
      Recovery recovery = SoloJournal.recovery(records);
      String world = Session.worldOf(recovery.entries()).value();
      return recovery.entries().all().stream()
          .filter(entry -> SeatSecrets.words(entry).isPresent())
          .findFirst()
          .map(seat -> kept(file, world, seat));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Kept kept(Path file, String world, Entry seat) {
    String words = SeatSecrets.words(seat).orElseThrow();
    String name = SeatSecrets.name(seat).orElse(seat.id());
    return new Kept(session(file), world, seat.id(), words, name, time(file));
  }

  private static String session(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - JOURNAL.length());
  }

  private Path file(SessionId session) {
    return folder.resolve(session.code() + JOURNAL);
  }

  /** A new game's journal; makes room for it. */
  SoloJournal begin(SessionId session, JournalRecord first) throws IOException {
    SoloJournal journal = SoloJournal.begin(file(session), first);
    makeRoom();
    return journal;
  }

  /** The journal of a game that goes on. */
  SoloJournal open(SessionId session) throws IOException {
    return SoloJournal.open(file(session));
  }

  /** Keeps a damaged file beside the one that is gone on with. */
  void setAside(SessionId session) throws IOException {
    Path file = file(session);
    Files.copy(
        file, file.resolveSibling(session.code() + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The game is given up. */
  void forget(SessionId session) {
    delete(file(session));
  }

  private void makeRoom() {
    List<Path> files = new ArrayList<>(files());
    while (files.size() > MOST) {
      Path oldest = files.get(files.size() - 1);
      Path gone =
          files.stream()
              .filter(SoloFolder::hasEnded)
              .reduce((newer, older) -> older)
              .orElse(oldest);
      delete(gone);
      files.remove(gone);
    }
  }

  private static boolean hasEnded(Path file) {
    try {
      List<JournalRecord> records = SoloJournal.look(file).records();
      return StateCodec.read(SoloJournal.recovery(records).entries()).ended().isPresent();
    } catch (IOException | RuntimeException e) {
      return true; // It cannot be gone on with.
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // It is offered again, no more.
    }
  }
}

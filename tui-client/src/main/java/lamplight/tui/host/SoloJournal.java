package lamplight.tui.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.tui.link.OwnerOnly;

/**
 * The journal of one game in one file: a record that puts everything, and those after it. A record
 * is in the file before anything of it is shown; what a program that was killed left half written
 * is dropped. The file is locked while it is open.
 */
final class SoloJournal implements AutoCloseable {
  /** A longer file is not read; a game is written anew long before. */
  private static final int MOST_BYTES = 256 << 20;

  private static final byte[] HEAD = "record ".getBytes(StandardCharsets.UTF_8);
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final Set<OpenOption> OLD =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final FileChannel channel;
  private long last;

  private SoloJournal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * What a file has.
   *
   * @param bytes that the good records take
   * @param lost records behind them that are not as they were written; one at the end was never
   *     finished
   */
  record Content(List<JournalRecord> records, long bytes, int lost) {
    Content {
      records = List.copyOf(records);
    }

    /** Whether more is wrong than that the program was killed. */
    boolean isDamaged() {
      return lost > 1 || records.isEmpty();
    }
  }

  /** The game that good records come to. */
  static Recovery recovery(List<JournalRecord> records) throws IOException {
    Recovery recovery = new Recovery();
    try {
      for (JournalRecord record : records) {
        if (recovery.sequence() == 0) {
          recovery.begin(record);
        } else {
          recovery.add(record);
        }
      }
    } catch (Recovery.Damaged e) {
      throw new IOException(e.getMessage(), e);
    }
    return recovery;
  }

  /** A file that begins with this record, in place of an older one; whole or not at all. */
  static SoloJournal begin(Path file, JournalRecord first) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    SoloJournal journal = locked(FileChannel.open(fresh, NEW, OwnerOnly.in(file)));
    try {
      journal.append(first, true);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      journal.close();
      throw e;
    }
    return journal;
  }

  /** The file of a game that goes on. */
  static SoloJournal open(Path file) throws IOException {
    return locked(FileChannel.open(file, OLD));
  }

  private static SoloJournal locked(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return new SoloJournal(channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new Trouble("solo.elsewhere");
    }
    channel.close();
    throw new Trouble("solo.elsewhere");
  }

  /** What a file has, without holding it. */
  static Content look(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return content(channel);
    }
  }

  /** What is in the file. */
  Content look() throws IOException {
    return content(channel);
  }

  /** Goes on behind the good records of what was found. */
  void goOnAfter(Content content) throws IOException {
    channel.truncate(content.bytes());
    channel.position(content.bytes());
    last = content.records().get(content.records().size() - 1).sequence();
  }

  private static Content content(FileChannel channel) throws IOException {
    if (channel.size() > MOST_BYTES) {
      throw new Trouble("solo.long");
    }
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    List<Integer> heads = heads(bytes);
    List<JournalRecord> records = new ArrayList<>();
    Chain chain = new Chain();
    for (int i = 0; i + 1 < heads.size(); i++) {
      int from = heads.get(i);
      String text = new String(bytes, from, heads.get(i + 1) - from, StandardCharsets.UTF_8);
      try {
        JournalRecord record = JournalRecord.read(text);
        chain.follow(record);
        records.add(record);
      } catch (Recovery.Damaged | RuntimeException e) {
        return new Content(records, from, heads.size() - 1 - i);
      }
    }
    return new Content(records, bytes.length, 0);
  }

  /** Where records begin, and where the last one ends. */
  private static List<Integer> heads(byte[] bytes) {
    List<Integer> heads = new ArrayList<>(List.of(0));
    for (int at = 1; at + HEAD.length <= bytes.length; at++) {
      if (bytes[at - 1] == '\n' && bytes[at] == HEAD[0] && begins(bytes, at)) {
        heads.add(at);
      }
    }
    heads.add(bytes.length);
    return heads;
  }

  private static boolean begins(byte[] bytes, int at) {
    for (int i = 0; i < HEAD.length; i++) {
      if (bytes[at + i] != HEAD[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a record, if the file's beginning does not have it already.
   *
   * @param durable whether it has to outlast the machine, not only the program
   */
  void append(JournalRecord record, boolean durable) throws IOException {
    if (record.sequence() <= last) {
      return;
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(record.write());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    if (durable) {
      channel.force(false);
    }
    last = record.sequence();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      return; // Nothing more is written to it.
    }
  }
}

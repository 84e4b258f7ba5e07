package lamplight.engine.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import lamplight.engine.archive.Export.About;
import lamplight.engine.model.PlayerId;
import lamplight.engine.prose.Span;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.Limits;
import lamplight.engine.wire.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Export} that somebody brings: read line by line, nothing of it believed, and no more of
 * it in memory than its bytes, one record, and the entries that the records come to.
 */
public final class Exported implements History {
  /** Bytes of a file; a larger one is refused unread. */
  public static final int FILE_BYTES = Envelope.FILE_BYTES;

  /** Characters of one line. */
  static final int LINE = 1 << 20;

  /** Characters of one record, and of what it says that players were told. */
  static final int RECORD = 16 << 20;

  /** Entries that the records may come to, and lines of one record. */
  static final int ENTRIES = 100_000;

  /** Hears what is in an export, in its order. */
  public interface Visitor {
    /**
     * The next record, which fits to those before.
     *
     * @param after what the records come to with it
     */
    void record(JournalRecord record, Chain after) throws ExportException, Recovery.Damaged;

    /** What became of a player's view by the last record. */
    default void view(String player, Block.Delta delta) throws ExportException {}
  }

  private final byte[] file;
  private final About about;

  private Exported(byte[] file, About about) {
    this.file = file;
    this.about = about;
  }

  /**
   * An export whose outside and first line are right.
   *
   * @throws ExportException if they are not
   */
  public static Exported of(byte[] file) throws ExportException {
    return new Exported(file, new Pass(file).about());
  }

  public About about() {
    return about;
  }

  /**
   * Reads all of it.
   *
   * @throws ExportException where it is not as it was written
   */
  @Override
  public void read(Visitor visitor) throws ExportException {
    Pass pass = new Pass(file);
    pass.about();
    pass.read(visitor);
  }

  /** All records, for an export that is known to be right. */
  public List<JournalRecord> records() throws ExportException {
    List<JournalRecord> records = new ArrayList<>();
    read((record, after) -> records.add(record));
    return records;
  }

  /** One reading. */
  private static final class Pass {
    private final BufferedReader in;
    private final Chain chain = new Chain();
    private int number;
    private int records;

    Pass(byte[] file) throws ExportException {
      in = Envelope.open(file);
    }

    About about() throws ExportException {
      String[] words = next().split(" ", 5);
      if (words.length != 5 || !words[0].equals("about")) {
        throw wrong("it does not say what it is about");
      }
      return new About(words[1], words[2], words[4], Long.parseLong("0" + digits(words[3])));
    }

    void read(Visitor visitor) throws ExportException {
      String line = next();
      while (!line.startsWith("end ")) {
        if (line.startsWith("record ")) {
          line = record(line, visitor);
        } else if (line.startsWith("view ") && records > 0) {
          visitor.view(player(line), delta(line));
          line = next();
        } else {
          throw wrong("neither a record nor a view begins here");
        }
      }
      if (records == 0 || !line.equals("end " + records) || readLine() != null) {
        throw wrong("it does not end as it was written");
      }
    }

    /** Reads a record to its end; gives the line behind it. */
    private String record(String head, Visitor visitor) throws ExportException {
      StringBuilder text = new StringBuilder(head).append('\n');
      int at = number;
      String line = next();
      while (line.length() > 1 && line.charAt(1) == ' ') {
        text.append(line).append('\n');
        if (text.length() > RECORD || number - at > ENTRIES) {
          throw wrong("a record is too long");
        }
        line = next();
      }
      try {
        JournalRecord record = JournalRecord.read(text.toString());
        check(record);
        chain.follow(record);
        records++;
        if (chain.entries().size() > ENTRIES) {
          throw wrong("there are more than " + ENTRIES + " entries");
        }
        visitor.record(record, chain);
      } catch (Recovery.Damaged | RuntimeException e) {
        throw wrong(at, e);
      }
      return line;
    }

    /**
     * What could harm a terminal is in no record of ours, nor a line that so many were told that it
     * fills the memory of whoever looks at it.
     */
    private static void check(JournalRecord record) {
      long length = 0;
      boolean clean = true;
      for (JournalRecord.Said<ServerMessage.Text> said : record.told()) {
        for (Span span : said.message().line().spans()) {
          length += span.words().length();
          clean &= isClean(span.words());
        }
      }
      if (length > RECORD) {
        throw new IllegalArgumentException("it tells too much");
      }
      for (Entry entry : record.puts()) {
        clean &= isClean(entry.id());
        for (String field : entry.fields()) {
          clean &= isClean(field);
        }
      }
      if (!clean) {
        throw new IllegalArgumentException("there are control characters in it");
      }
    }

    /** A loop, since it looks at every letter of a file. */
    private static boolean isClean(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isISOControl(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    private String player(String head) throws ExportException {
      try {
        return new PlayerId(head.split(" ", -1)[1]).value();
      } catch (RuntimeException e) {
        throw wrong(number, e);
      }
    }

    private Block.Delta delta(String head) throws ExportException {
      int at = number;
      try {
        String[] words = head.split(" ", -1);
        int count = Integer.parseInt(words[5]);
        if (count > Limits.BLOCK_LINES) {
          throw new IllegalArgumentException("a view has at most " + Limits.BLOCK_LINES + " lines");
        }
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < count; n++) {
          changes.add(Change.parse(next()));
        }
        return Block.Delta.of(
            Long.parseLong(words[2]), Long.parseLong(words[3]), changes, StateHash.parse(words[4]));
      } catch (RuntimeException e) {
        throw wrong(at, e);
      }
    }

    private String next() throws ExportException {
      String line = readLine();
      if (line == null) {
        throw wrong("it ends too early");
      }
      return line;
    }

    private @Nullable String readLine() throws ExportException {
      StringBuilder line = new StringBuilder();
      number++;
      try {
        for (int c = in.read(); c != '\n'; c = in.read()) {
          if (c < 0) {
            return line.length() == 0 ? null : line.toString();
          }
          line.append((char) c);
          if (line.length() > LINE) {
            throw wrong("a line is too long");
          }
        }
      } catch (CharacterCodingException e) {
        throw wrong("it is no UTF-8");
      } catch (ZipException e) {
        throw wrong("it does not inflate");
      } catch (IOException e) {
        throw wrong(String.valueOf(e.getMessage()));
      }
      if (number > Export.LINES) {
        throw wrong("there are more than " + Export.LINES + " lines");
      }
      return line.toString();
    }

    private static String digits(String word) {
      return word.matches("\\d{1,18}") ? word : "";
    }

    private ExportException wrong(int line, Exception why) {
      return new ExportException("it is wrong inside, at line " + line + ": " + why.getMessage());
    }

    private ExportException wrong(String why) {
      return new ExportException("it is wrong inside, at line " + number + ": " + why);
    }
  }
}

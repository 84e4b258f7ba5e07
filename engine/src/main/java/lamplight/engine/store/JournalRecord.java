package lamplight.engine.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Input;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Fields;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.KeptLine;
import lamplight.engine.wire.ServerMessage;

/**
 * What one moment of a session came to: enough to have the session back without its rules, and to
 * run the rules again and compare. A snapshot is a record that puts everything.
 *
 * @param sequence 1 for a session's first, then one more each
 * @param at Unix milliseconds
 * @param inputs what happened, in order
 * @param puts entries that are new or different
 * @param gone keys that have nothing any more
 * @param told what players were told, in order
 * @param answered what numbered commands were answered, in order
 * @param hash of all of the session's entries afterwards
 */
public record JournalRecord(
    long sequence,
    long at,
    List<Input> inputs,
    List<Entry> puts,
    List<Key> gone,
    List<Said<ServerMessage.Text>> told,
    List<Said<ServerMessage>> answered,
    StateHash hash) {

  public JournalRecord {
    inputs = List.copyOf(inputs);
    puts = List.copyOf(puts);
    gone = List.copyOf(gone);
    told = List.copyOf(told);
    answered = List.copyOf(answered);
  }

  /** A message and whom it is for. */
  public record Said<M extends ServerMessage>(PlayerId to, M message) {
    void write(StringBuilder out) {
      out.append(to).append(' ');
      KeptLine.write(message, out);
    }
  }

  /** Lines that it has when it is written, without the first. */
  public int lines() {
    return inputs.size() + puts.size() + gone.size() + told.size() + answered.size();
  }

  /** Words of the first line. */
  private static final int HEAD = 5;

  private static final String INPUT = "> ";
  private static final String PUT = "+ ";
  private static final String GONE = "- ";
  private static final String TOLD = "t ";
  private static final String TOLD_TOO = "= ";
  private static final String ANSWERED = "a ";

  /** Room for the record of most moments. */
  private static final int CHARS = 1 << 10;

  /**
   * The record as lines, each with its LF: the first says sequence, time, hash and the checksum
   * (CRC-32) of the others, which begin with what they are. What several players were told is
   * written once; see {@link ToldLines}.
   */
  public String write() {
    String body = body();
    String head = "record " + sequence + " " + at + " " + hash + " " + checksum(body);
    return head + "\n" + body;
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private String body() {
    StringBuilder out = new StringBuilder(CHARS);
    inputs.forEach(input -> line(out, INPUT, Inputs.write(input)));
    puts.forEach(entry -> line(out, PUT, entry.line()));
    gone.forEach(key -> line(out, GONE, key.toString()));
    ToldLines lines = new ToldLines();
    for (Said<ServerMessage.Text> said : told) {
      OptionalInt place = lines.earlier(said.message());
      if (place.isPresent()) {
        ToldLines.again(said, place.getAsInt(), out.append(TOLD_TOO));
        out.append('\n');
      } else {
        line(out, TOLD, said);
      }
    }
    answered.forEach(said -> line(out, ANSWERED, said));
    return out.toString();
  }

  private static void line(StringBuilder out, String mark, Said<?> said) {
    said.write(out.append(mark));
    out.append('\n');
  }

  private static void line(StringBuilder out, String mark, String line) {
    out.append(mark).append(line).append('\n');
  }

  /**
   * The record that was written.
   *
   * @throws IllegalArgumentException if {@code text} is none, or not as it was written
   */
  public static JournalRecord read(String text) {
    int end = text.indexOf('\n') + 1;
    String[] head = text.substring(0, end).strip().split(" ", -1);
    if (head.length != HEAD || !head[0].equals("record")) {
      throw new IllegalArgumentException("no record: " + String.join(" ", head));
    } else if (!head[HEAD - 1].equals(checksum(text.substring(end)))) {
      throw new IllegalArgumentException("record " + head[1] + " is not as it was written");
    }
    Reading reading = new Reading();
    text.substring(end).lines().forEach(reading::line);
    return reading.record(head);
  }

  private static final class Reading {
    private final List<Input> inputs = new ArrayList<>();
    private final List<Entry> puts = new ArrayList<>();
    private final List<Key> gone = new ArrayList<>();
    private final List<Said<ServerMessage.Text>> told = new ArrayList<>();
    private final ToldLines toldLines = new ToldLines();
    private final List<Said<ServerMessage>> answered = new ArrayList<>();

    void line(String line) {
      String rest = line.substring(Math.min(line.length(), 2));
      switch (line.substring(0, Math.min(line.length(), 2))) {
        case INPUT -> inputs.add(Inputs.read(rest));
        case PUT -> puts.add(Entry.parse(rest));
        case GONE -> gone.add(key(rest));
        case TOLD -> told(said(rest, ServerMessage.Text.class));
        case TOLD_TOO -> told.add(toldLines.again(rest));
        case ANSWERED -> answered.add(said(rest, ServerMessage.class));
        default -> throw new IllegalArgumentException("no line of a record: " + line);
      }
    }

    private void told(Said<ServerMessage.Text> said) {
      told.add(said);
      toldLines.read(said.message());
    }

    private static Key key(String line) {
      List<String> parts = Fields.split(line, 2);
      return new Key(
          Fields.decode(parts.get(0)), Fields.decode(parts.size() < 2 ? "" : parts.get(1)));
    }

    private static <M extends ServerMessage> Said<M> said(String line, Class<M> type) {
      int space = line.indexOf(' ');
      ServerMessage message = KeptLine.read(line.substring(space + 1));
      if (space < 0 || !type.isInstance(message)) {
        throw new IllegalArgumentException("not what was said to a player: " + line);
      }
      return new Said<>(new PlayerId(line.substring(0, space)), type.cast(message));
    }

    JournalRecord record(String[] head) {
      return new JournalRecord(
          Long.parseLong(head[1]),
          Long.parseLong(head[2]),
          inputs,
          puts,
          gone,
          told,
          answered,
          StateHash.parse(head[3]));
    }
  }
}

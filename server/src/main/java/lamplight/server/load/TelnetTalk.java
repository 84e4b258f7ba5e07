package lamplight.server.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamplight.engine.telnet.OptionTable;
import lamplight.engine.telnet.OptionTable.Handler;
import lamplight.engine.telnet.OptionTable.Row;
import lamplight.engine.telnet.OptionTable.Use;
import lamplight.engine.telnet.Telnet;
import lamplight.engine.telnet.TelnetEnd;
import lamplight.engine.telnet.TelnetOption;

/**
 * Plays by telnet, as a client that has prompts marked. What others do comes with a prompt behind
 * it as an answer does, so each command is followed by an empty line: that is answered with a
 * prompt alone, in its turn, and ends the answer.
 */
final class TelnetTalk implements Talk {
  /** What is kept of an answer in the lobby. */
  private static final int MOST_KEPT = 16 * 1024;

  private static final String END_OF_LINE = "\r\n";

  private static final Pattern SEATED = Pattern.compile("You sit in (\\S+) as (\\S+);");
  private static final Pattern WORLD =
      Pattern.compile("^ +(\\S+) .*, for (?:\\d+-)?(\\d+) players?\\b.*");

  private static final OptionTable<TelnetTalk> TABLE =
      new OptionTable<>(
          List.of(
              new Row<>(
                  TelnetOption.EOR,
                  Use.NEVER,
                  Use.AGREED,
                  OptionTable.Offer.NONE,
                  Handler.none())));

  /** What the next mark is the end of. */
  private enum Awaited {
    QUESTION,
    GREETING,
    LIST,
    SEAT,
    ANSWER,
    NOTHING
  }

  private final Heard heard;
  private final TelnetEnd<TelnetTalk> end = new TelnetEnd<>(TABLE, this, new Incoming());
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private Awaited awaited = Awaited.QUESTION;
  private String name = "";
  private int lines;
  private boolean lineHasWords;

  /** Whether anything was told since the last prompt. */
  private boolean told;

  TelnetTalk(Heard heard) {
    this.heard = heard;
  }

  @Override
  public void begin(String called) {
    name = called;
    end.connected();
    drain();
  }

  @Override
  public void list() {
    say("worlds", Awaited.LIST);
  }

  @Override
  public void create(String world) {
    say("new " + world, Awaited.SEAT);
  }

  @Override
  public void join(String session) {
    say("join " + session, Awaited.SEAT);
  }

  @Override
  public void command(String words) {
    say(words + END_OF_LINE, Awaited.ANSWER);
  }

  @Override
  public void leave() {
    say("leave", Awaited.NOTHING);
    say("leave", Awaited.NOTHING); // it is asked whether that is meant
    say("quit", Awaited.NOTHING);
  }

  private void say(String words, Awaited next) {
    awaited = next;
    end.write((words + END_OF_LINE).getBytes(StandardCharsets.UTF_8));
    drain();
  }

  @Override
  public void read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      end.receive(bytes.get());
    }
    drain();
    if (lines > 0) {
      heard.told(lines);
      lines = 0;
    }
  }

  @Override
  public void close() {
    // Nothing is held but memory.
  }

  private void drain() {
    byte[] bytes = end.drain();
    if (bytes.length > 0) {
      heard.say(bytes);
    }
  }

  /** A prompt came to its end. */
  private void marked() {
    boolean afterWords = told;
    told = false;
    if (awaited == Awaited.ANSWER && afterWords) {
      return; // the answer, or what somebody else did; the prompt alone comes behind it
    }
    String words = kept.toString(StandardCharsets.UTF_8);
    kept.reset();
    Awaited before = awaited;
    awaited = Awaited.NOTHING;
    switch (before) {
      case QUESTION -> say(name, Awaited.GREETING);
      case GREETING -> heard.greeted();
      case LIST -> heard.offered(offers(words));
      case SEAT -> seat(words);
      case ANSWER -> heard.answered(true);
      case NOTHING -> {} // somebody else's doing
    }
  }

  private void seat(String words) {
    Matcher seated = SEATED.matcher(words);
    if (seated.find()) {
      heard.seated(seated.group(1), seated.group(2));
    } else {
      heard.refused(words.lines().filter(line -> !line.isBlank()).findFirst().orElse("no answer"));
    }
  }

  private static List<Offer> offers(String words) {
    return words
        .lines()
        .map(WORLD::matcher)
        .filter(Matcher::matches)
        .map(world -> new Offer(world.group(1), Integer.parseInt(world.group(2))))
        .collect(Collectors.toList());
  }

  private final class Incoming implements TelnetEnd.Listener {
    @Override
    public void data(byte octet) {
      if (octet == '\n') {
        lines += lineHasWords ? 1 : 0;
        told |= lineHasWords;
        lineHasWords = false;
      } else {
        lineHasWords |= octet != '\r';
      }
      if (awaited != Awaited.ANSWER && awaited != Awaited.NOTHING && kept.size() < MOST_KEPT) {
        kept.write(octet);
      }
    }

    @Override
    public void command(int code) {
      if (code == Telnet.EOR || code == Telnet.GA) {
        lineHasWords = false; // it was the prompt
        marked();
      }
    }

    @Override
    public void flood() {
      heard.refused("the server speaks no telnet");
    }
  }
}

package lamplight.tui.mud;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.telnet.WindowSize;
import lamplight.tui.link.Act;
import lamplight.tui.link.Acts;
import lamplight.tui.link.Conversation;
import lamplight.tui.link.News;
import lamplight.tui.link.Standing;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Words;

/**
 * A conversation with any server that speaks telnet. A connection that the server ends is made
 * again when the player presses Enter, so that its last words can be read.
 */
public final class MudLink implements Conversation {
  /** A line that stays unfinished for so long is a prompt, in milliseconds. */
  static final long PROMPT_AFTER = 300;

  /** Without a prompt for so long a command counts as answered, in milliseconds. */
  static final long ANSWER_WITHIN = 1_000;

  /** Commands that lines of the server may set off in a second. */
  static final int MOST_TRIGGERED = 20;

  private static final long SECOND = 1_000;

  /** What makes a prompt worth a line. */
  private static final Pattern SAYS = Pattern.compile("[\\p{L}\\p{N}]");

  private enum Phase {
    CLOSED,
    CONNECTING,
    UP,
    /** Ended by the server; the player may want to connect again. */
    DOWN
  }

  private final String place;
  private final Words words;
  private final Abilities abilities;
  private final Macros macros;
  private final MudEnd.Listener listener = new Heard();
  private final Acts acts = new Acts();
  private WindowSize size = new WindowSize(80, 24);
  private Phase phase = Phase.CONNECTING;
  private boolean begun;
  private boolean everUp;
  private MudEnd end;
  private GmcpReplica gmcp = new GmcpReplica();
  private String lastPrompt = "";
  private boolean hidden;

  private long quietAt = Long.MAX_VALUE;
  private long answerBy = Long.MAX_VALUE;
  private long now;
  private long secondFrom;
  private int triggered;

  /**
   * A conversation that is about to begin.
   *
   * @param place the server's address, for people
   */
  public MudLink(String place, Words words, Abilities abilities, Macros macros) {
    this.place = place;
    this.words = words;
    this.abilities = abilities;
    this.macros = macros;
    this.end = new MudEnd(abilities, size, listener);
  }

  @Override
  public List<Act> tick(long time) {
    now = time;
    if (!begun) {
      begun = true;
      acts.add(new Act.Open());
    }
    if (now >= quietAt) {
      quietAt = Long.MAX_VALUE;
      end.quiet();
    }
    if (now >= answerBy) {
      answerBy = Long.MAX_VALUE;
    }
    if (now - secondFrom >= SECOND) {
      secondFrom = now;
      triggered = 0;
    }
    return done();
  }

  @Override
  public long wake() {
    return begun ? Math.min(quietAt, answerBy) : 0;
  }

  @Override
  public List<Act> opened(long time) {
    phase = Phase.UP;
    answerBy = time + ANSWER_WITHIN; // the server speaks first
    end.close();
    end = new MudEnd(abilities, size, listener);
    if (!everUp) {
      everUp = true;
      acts.tell(new News.Seated(place, GmcpReplica.ME, "", false));
    }
    return done();
  }

  @Override
  public List<Act> lost(String reason, long time) {
    if (!everUp) {
      phase = Phase.CLOSED;
      acts.tell(new News.Closed(true, reason));
    } else if (phase != Phase.CLOSED) {
      end.quiet();
      phase = Phase.DOWN;
      hide(false);
      aside(words.say("mud.ended"));
    }
    return done();
  }

  @Override
  public List<Act> received(ByteBuffer bytes, long time) {
    now = time;
    byte[] octets = new byte[bytes.remaining()];
    bytes.get(octets);
    end.receive(octets);
    quietAt = end.hasUnfinished() ? now + PROMPT_AFTER : Long.MAX_VALUE;
    return done();
  }

  @Override
  public List<Act> command(String text) {
    switch (phase) {
      case UP -> (hidden ? List.of(text) : macros.typed(text)).forEach(this::send);
      case DOWN -> {
        phase = Phase.CONNECTING;
        acts.add(new Act.Open());
      }
      case CONNECTING, CLOSED -> {}
    }
    return done();
  }

  private void send(String line) {
    end.line(line);
    lastPrompt = "";
    answerBy = now + ANSWER_WITHIN;
  }

  /** No telnet has a word for it. */
  @Override
  public List<Act> typing() {
    return List.of();
  }

  @Override
  public List<Act> resized(int columns, int rows) {
    size = new WindowSize(columns, rows);
    end.resized(size);
    return done();
  }

  @Override
  public List<Act> bye() {
    if (phase == Phase.UP || phase == Phase.CONNECTING) {
      acts.add(new Act.Hang());
    }
    phase = Phase.CLOSED;
    end.close();
    return done();
  }

  // ---- what only our own servers have ----

  @Override
  public List<Act> leave() {
    return List.of();
  }

  @Override
  public List<Act> browse() {
    return List.of();
  }

  @Override
  public List<Act> create(String world, String player, Optional<String> password) {
    return List.of();
  }

  @Override
  public List<Act> join(
      String session, String player, Optional<String> password, Optional<String> token) {
    return List.of();
  }

  @Override
  public List<Act> resume(String words) {
    return List.of();
  }

  private final class Heard implements MudEnd.Listener {
    @Override
    public void line(List<Run> line) {
      lastPrompt = "";
      acts.tell(new News.Printed(line));
      String plain = new Row(line).plain();
      for (String command : macros.heard(plain)) {
        if (triggered++ < MOST_TRIGGERED) {
          end.line(command);
        } else if (triggered == MOST_TRIGGERED + 1) {
          aside(words.say("mud.triggers"));
        }
      }
    }

    /** A prompt that stands there already is not shown again, nor one that is a mere sign. */
    @Override
    public void prompt(List<Run> prompt) {
      answerBy = Long.MAX_VALUE;
      quietAt = Long.MAX_VALUE;
      String plain = new Row(prompt).plain();
      if (SAYS.matcher(plain).find() && !plain.equals(lastPrompt)) {
        acts.tell(new News.Printed(prompt));
        lastPrompt = plain;
      }
    }

    @Override
    public void hidden(boolean on) {
      hide(on);
    }

    @Override
    public void gmcp(String message) {
      gmcp.heard(message).ifPresent(replica -> acts.tell(new News.Changed(replica)));
    }

    @Override
    public void damaged() {
      aside(words.say("mud.damaged"));
    }

    @Override
    public void flood() {
      acts.add(new Act.Hang());
      phase = Phase.DOWN;
      aside(words.say("mud.flood"));
    }
  }

  private void hide(boolean on) {
    if (hidden != on) {
      hidden = on;
      acts.tell(new News.Hidden(on));
    }
  }

  private void aside(String text) {
    acts.tell(new News.Told(TextKind.SYSTEM, Line.of(text)));
  }

  /** Everything to do since the last call, and how the line is if that has changed. */
  private List<Act> done() {
    byte[] bytes = end.drain();
    if (bytes.length > 0 && phase == Phase.UP) {
      acts.add(new Act.Send(ByteBuffer.wrap(bytes)));
    }
    int unanswered = answerBy == Long.MAX_VALUE ? 0 : 1;
    Standing standing = new Standing(state(), -1, 0, 0, unanswered, Standing.Form.TELNET);
    return acts.take(standing);
  }

  private Standing.State state() {
    return phase == Phase.UP ? Standing.State.ONLINE : Standing.State.CONNECTING;
  }
}

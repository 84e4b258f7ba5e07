package lamplight.engine.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lamplight.engine.model.PlayerId;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.History;
import lamplight.engine.sync.Known.Presence;
import lamplight.engine.sync.TokenBucket;
import lamplight.engine.wire.Packer;
import lamplight.engine.wire.ServerMessage;
import lamplight.engine.wire.Vocabulary;

/** A player's place at the table: it stays when the connection goes. */
final class Seat {

  final PlayerId player;
  final int order;
  final PlayerName name;
  final String rejoinWords;
  final Tokens tokens;
  final History history;
  final TextLog text = new TextLog();
  final Answers answers = new Answers();
  final Authoring authoring = new Authoring();
  final TokenBucket commands =
      new TokenBucket(SessionLimits.COMMAND_MILLIS, SessionLimits.COMMAND_BURST);

  /** For what others read of the player's words, however many commands their own screens stand. */
  final TokenBucket speech =
      new TokenBucket(SessionLimits.SPEECH_MILLIS, SessionLimits.SPEECH_BURST);

  private final SortedMap<String, String> settings = new TreeMap<>();
  private final Packer packer;

  /** The words of the dictionary that the seat's client was told. */
  private Vocabulary vocabulary = new Vocabulary();

  /** The room was edited away while nobody sat here, and whoever comes back has to be told. */
  boolean displaced;

  private Optional<Connection> connection = Optional.empty();
  private LinkKind lastKind = LinkKind.SYNC;

  /** What {@link #entry} says. */
  private KeptSeat written;

  /** Whether it has the settings as they are: all seats are asked for it after every input. */
  private boolean settingsWritten = true;

  private Entry entry;

  /**
   * @param history what the player could see
   * @param packer of the session
   */
  Seat(
      PlayerId player,
      int order,
      PlayerName name,
      String rejoinWords,
      Tokens tokens,
      History history,
      Packer packer) {
    this.packer = packer;
    this.player = player;
    this.order = order;
    this.name = name;
    this.rejoinWords = rejoinWords;
    this.tokens = tokens;
    this.history = history;
    this.written = kept();
    this.entry = written.entry();
  }

  /** The seat that was kept. */
  static Seat of(KeptSeat kept, History history, Packer packer) {
    Tokens tokens = Tokens.kept(kept.token(), kept.next());
    PlayerName name = new PlayerName(kept.name());
    Seat seat = new Seat(kept.player(), kept.order(), name, kept.words(), tokens, history, packer);
    seat.lastKind = kept.kind();
    seat.displaced = kept.displaced();
    seat.settings.putAll(kept.settings());
    seat.settingsWritten = false;
    return seat;
  }

  /** Whether somebody sits here by telnet. */
  boolean byTelnet() {
    return here() && lastKind == LinkKind.TELNET;
  }

  KeptSeat kept() {
    return new KeptSeat(
        player,
        order,
        name.shown(),
        rejoinWords,
        tokens.current(),
        tokens.next(),
        lastKind,
        settings,
        text.settled(),
        displaced);
  }

  /**
   * What is kept of the seat, as an entry. It is asked for after every input of the session and is
   * seldom another, so it is written only then.
   */
  Entry entry() {
    if (!isWritten()) {
      written = kept();
      entry = written.entry();
      settingsWritten = true;
    }
    return entry;
  }

  /** Whether all that can become another is as it was written. */
  private boolean isWritten() {
    return written.token().equals(tokens.current())
        && written.next().equals(tokens.next())
        && written.kind() == lastKind
        && settingsWritten
        && written.settled().equals(text.settled())
        && written.displaced() == displaced;
  }

  /** What is remembered for the player's clients, by name. */
  SortedMap<String, String> settings() {
    return Collections.unmodifiableSortedMap(settings);
  }

  /** Remembers something, or forgets it if it is empty; false: there is no room for more. */
  boolean remember(String name, String value) {
    settingsWritten = false;
    if (value.isEmpty()) {
      settings.remove(name);
    } else if (settings.containsKey(name) || settings.size() < SessionLimits.SETTINGS) {
      settings.put(name, value);
    } else {
      return false;
    }
    return true;
  }

  Optional<Connection> connection() {
    return connection;
  }

  /** Puts a block into its binary form; the words that the client has to be told first. */
  List<ServerMessage.Dict> pack(Block block) {
    return packer.pack(block, vocabulary);
  }

  /** Whether somebody sits here. */
  boolean here() {
    return connection.isPresent();
  }

  /** A client takes the seat; it has read the text up to {@code read}. */
  Connection connect(Link link, long read, long now) {
    if (!link.words().equals(Optional.of(vocabulary.hash()))) {
      vocabulary = new Vocabulary();
    }
    Connection fresh = new Connection(link, this, read, now);
    connection = Optional.of(fresh);
    lastKind = link.kind();
    return fresh;
  }

  void disconnect() {
    connection = Optional.empty();
  }

  SessionSummary.SeatSummary summary() {
    return new SessionSummary.SeatSummary(
        player, name.shown(), here() ? Presence.Where.HERE : Presence.Where.AWAY, lastKind);
  }
}

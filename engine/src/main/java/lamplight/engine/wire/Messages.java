package lamplight.engine.wire;

import static lamplight.engine.wire.Row.block;
import static lamplight.engine.wire.Row.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.Patch;
import lamplight.engine.sync.StateHash;

/**
 * The one table of all messages, read by both directions: a message's line, its record, how its
 * fields are written and how they are read. A new message is a record, a row here, and a sample in
 * the table's test.
 */
final class Messages {

  private static final Pattern SETTING_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  private Messages() {}

  static final List<Row<? extends ClientMessage>> FROM_CLIENT =
      List.of(
          line(
              "HELLO:<protocol>:<client>[:<cap,cap>]",
              ClientMessage.Hello.class,
              (m, out) ->
                  out.number(m.protocol()).field(m.client()).wishes(m.capabilities(), m.words()),
              Messages::hello),
          line(
              "LIST",
              ClientMessage.ListAll.class,
              (m, out) -> out,
              in -> new ClientMessage.ListAll()),
          line(
              "CREATE:<world>:<player>[:<password>]",
              ClientMessage.Create.class,
              (m, out) -> out.field(m.world()).field(m.name()).field(m.password().orElse("")),
              in -> new ClientMessage.Create(in.field("world"), in.field("player"), in.optional())),
          line(
              "JOIN:<session>:<player>[:<password>]",
              ClientMessage.Join.class,
              (m, out) -> out.field(m.session()).field(m.name()).field(m.password().orElse("")),
              in -> new ClientMessage.Join(in.field("session"), in.field("player"), in.optional())),
          line(
              "RESUME:<session>:<token>[:<version>:<hash>[:<last text>]]",
              ClientMessage.Resume.class,
              (m, out) -> {
                out.field(m.session()).field(m.token());
                m.position().ifPresentOrElse(out::position, () -> out.field("").field(""));
                return out.number(m.lastText());
              },
              in ->
                  new ClientMessage.Resume(
                      in.optional().orElse(""),
                      in.field("token"),
                      in.optionalPosition(),
                      in.optionalNumber("last text"))),
          line(
              "CMD[#<seq>]:…text",
              ClientMessage.Command.class,
              (m, out) -> out.seq(m.seq()).text(m.text()),
              in -> new ClientMessage.Command(in.seq(), in.text())),
          line(
              "ACK:<version>:<hash>",
              ClientMessage.Ack.class,
              (m, out) -> out.position(m.position()),
              in -> new ClientMessage.Ack(in.position())),
          line(
              "SYNC_REQUEST:<version>:<hash>",
              ClientMessage.SyncRequest.class,
              (m, out) -> out.position(m.position()),
              in -> new ClientMessage.SyncRequest(in.position())),
          line(
              "LIVE:<type>:…data",
              ClientMessage.Live.class,
              (m, out) -> out.field(m.type()).text(m.data()),
              in -> new ClientMessage.Live(in.field("type"), transientData(in))),
          line(
              "FETCH:<handout>:<page>",
              ClientMessage.Fetch.class,
              (m, out) -> out.field(m.handout()).field(m.page()),
              in -> new ClientMessage.Fetch(in.field("handout"), in.field("page"))),
          line(
              "SET:<name>:…value",
              ClientMessage.Setting.class,
              (m, out) -> out.field(m.name()).text(m.value()),
              in -> new ClientMessage.Setting(settingName(in), settingValue(in))),
          line(
              "PING:<nonce>",
              ClientMessage.Ping.class,
              (m, out) -> out.field(m.nonce()),
              in -> new ClientMessage.Ping(in.optional().orElse(""))),
          line(
              "PONG:<nonce>",
              ClientMessage.Pong.class,
              (m, out) -> out.field(m.nonce()),
              in -> new ClientMessage.Pong(in.optional().orElse(""))),
          line(
              "LEAVE", ClientMessage.Leave.class, (m, out) -> out, in -> new ClientMessage.Leave()),
          line("BYE", ClientMessage.Bye.class, (m, out) -> out, in -> new ClientMessage.Bye()));

  static final List<Row<? extends ServerMessage>> FROM_SERVER =
      List.of(
          line(
              "WELCOME:<protocol>:<server>:<caps>",
              ServerMessage.Welcome.class,
              (m, out) -> out.number(m.protocol()).field(m.server()).capabilities(m.capabilities()),
              in ->
                  new ServerMessage.Welcome(
                      in.smallNumber("protocol"), in.field("server"), capabilities(in))),
          line(
              "SESSION:<session>:<player>:<token>:<world>",
              ServerMessage.Session.class,
              (m, out) ->
                  out.field(m.session()).field(m.player()).field(m.token()).field(m.world()),
              in ->
                  new ServerMessage.Session(
                      in.field("session"),
                      in.field("player"),
                      in.field("token"),
                      in.field("world"))),
          line(
              "WORLD:<id>:<players>:…title",
              ServerMessage.World.class,
              (m, out) -> out.field(m.id()).field(m.players()).text(m.title()),
              in -> new ServerMessage.World(in.field("id"), in.field("players"), in.text())),
          line(
              "ABOUT:<world>:<traits>:<length>:…blurb",
              ServerMessage.About.class,
              (m, out) ->
                  out.field(m.world())
                      .field(m.traits().stream().sorted().collect(Collectors.joining(",")))
                      .field(m.length())
                      .text(m.blurb()),
              in ->
                  new ServerMessage.About(
                      in.field("world"),
                      Set.copyOf(in.words()),
                      in.optional().orElse(""),
                      in.text())),
          line(
              "OPEN:<session>:<world>:<players>:<max>:…title",
              ServerMessage.Open.class,
              (m, out) ->
                  out.field(m.session())
                      .field(m.world())
                      .number(m.players())
                      .number(m.maximum())
                      .text(m.title()),
              in ->
                  new ServerMessage.Open(
                      in.field("session"),
                      in.field("world"),
                      in.smallNumber("players"),
                      in.smallNumber("max"),
                      in.text())),
          line("END", ServerMessage.End.class, (m, out) -> out, in -> new ServerMessage.End()),
          block(
              "SNAPSHOT:<version>:<hash>",
              ServerMessage.FullSync.class,
              (m, out) ->
                  out.number(m.block().version())
                      .hash(m.block().hash())
                      .patches(m.block().patches()),
              Messages::snapshot),
          block(
              "DELTA:<from>:<to>:<changes>:<hash>",
              ServerMessage.DeltaSync.class,
              (m, out) ->
                  out.number(m.block().from())
                      .number(m.block().version())
                      .number(size(m.block().patches()))
                      .hash(m.block().hash())
                      .patches(m.block().patches()),
              Messages::delta),
          line(
              "CHECK:<version>:<hash>",
              ServerMessage.Check.class,
              (m, out) -> out.number(m.block().version()).hash(m.block().hash()),
              in -> new ServerMessage.Check(new Block.Check(in.number("version"), in.hash()))),
          line(
              "DICT:<list>:<number>:<word>",
              ServerMessage.Dict.class,
              (m, out) ->
                  out.number(m.word().list().code).number(m.word().number()).field(m.word().text()),
              in -> new ServerMessage.Dict(word(in), "", false)),
          line(
              "EVENT:<type>:<player>:<detail>:<timestamp>",
              ServerMessage.Event.class,
              (m, out) ->
                  out.field(m.type()).field(m.player()).field(m.detail()).number(m.timestamp()),
              in ->
                  new ServerMessage.Event(
                      in.field("type"),
                      in.optional().orElse(""),
                      in.optional().orElse(""),
                      in.number("timestamp"))),
          line(
              "TEXT#<n>:<kind>:…text",
              ServerMessage.Text.class,
              (m, out) -> out.seq(m.number()).field(m.kind().word()).prose(m.line()),
              in ->
                  new ServerMessage.Text(
                      in.requiredSeq(),
                      TextKind.named(in.field("kind")).orElse(TextKind.SYSTEM),
                      in.prose())),
          line(
              "OK#<seq>",
              ServerMessage.Ok.class,
              (m, out) -> out.seq(m.seq()),
              in -> new ServerMessage.Ok(in.requiredSeq())),
          line(
              "ERROR[#<seq>]:<code>:…text",
              ServerMessage.Refused.class,
              (m, out) -> out.seq(m.seq()).field(m.code().code()).text(m.text()),
              in ->
                  new ServerMessage.Refused(
                      in.seq(), Refusal.named(in.field("code")).orElse(Refusal.OTHER), in.text())),
          line(
              "SETTING:<name>:…value",
              ServerMessage.Setting.class,
              (m, out) -> out.field(m.name()).text(m.value()),
              in -> new ServerMessage.Setting(in.field("name"), in.text())),
          line(
              "LIVE:<player>:<type>:…data",
              ServerMessage.Live.class,
              (m, out) -> out.field(m.player()).field(m.type()).text(m.data()),
              in -> new ServerMessage.Live(in.field("player"), in.field("type"), in.text())),
          line(
              "PONG:<nonce>",
              ServerMessage.Pong.class,
              (m, out) -> out.field(m.nonce()),
              in -> new ServerMessage.Pong(in.optional().orElse(""))),
          line(
              "PING:<nonce>",
              ServerMessage.Ping.class,
              (m, out) -> out.field(m.nonce()),
              in -> new ServerMessage.Ping(in.optional().orElse(""))),
          line(
              "BYE:<code>:…text",
              ServerMessage.Bye.class,
              (m, out) -> out.field(m.code().code()).text(m.text()),
              in ->
                  new ServerMessage.Bye(
                      Farewell.named(in.field("code")).orElse(Farewell.OTHER), in.text())));

  private static final Map<String, Row<? extends ClientMessage>> CLIENT_TYPES = byType(FROM_CLIENT);
  private static final Map<String, Row<? extends ServerMessage>> SERVER_TYPES = byType(FROM_SERVER);
  private static final Map<Class<?>, Row<?>> RECORDS =
      Stream.concat(FROM_CLIENT.stream(), FROM_SERVER.stream())
          .collect(Collectors.toUnmodifiableMap(Row::message, Function.identity()));

  static Optional<Row<? extends ClientMessage>> fromClient(String type) {
    return Optional.ofNullable(CLIENT_TYPES.get(type));
  }

  static Optional<Row<? extends ServerMessage>> fromServer(String type) {
    return Optional.ofNullable(SERVER_TYPES.get(type));
  }

  /** The message's lines in UTF-8, each with its LF. */
  static byte[] write(Object message, boolean markup) {
    return writer(message, markup).written();
  }

  /** What writes the message's lines. */
  static FieldWriter writer(Object message, boolean markup) {
    Row<?> row = row(message);
    return row.write(message, new FieldWriter(row.type(), markup));
  }

  static Row<?> row(Object message) {
    Row<?> row = RECORDS.get(message.getClass());
    if (row == null) {
      throw new IllegalArgumentException("no row for " + message);
    }
    return row;
  }

  /** How the message that a sender got wrong is written. */
  static String usage(String type) {
    return fromClient(type)
        .<Row<?>>map(row -> row)
        .or(() -> fromServer(type))
        .map(Row::usage)
        .orElse(type);
  }

  private static <M> Map<String, Row<? extends M>> byType(List<Row<? extends M>> rows) {
    return rows.stream().collect(Collectors.toUnmodifiableMap(Row::type, Function.identity()));
  }

  private static int size(List<Patch> patches) {
    int size = 0;
    for (Patch patch : patches) {
      size += patch.changes().size();
    }
    return size;
  }

  private static ServerMessage.FullSync snapshot(FieldReader in) throws BadLine {
    long version = in.number("version");
    return snapshot(version, in.hash(), each(in, Change::parse));
  }

  /** The snapshot whose lines these are. */
  static ServerMessage.FullSync snapshot(long version, StateHash hash, List<Change> lines)
      throws BadLine {
    List<Entry> entries = new ArrayList<>(lines.size());
    for (Change line : lines) {
      if (!(line instanceof Change.Put put)) {
        throw BadLine.malformed("a snapshot consists of entries, not of " + line.line());
      }
      entries.add(put.entry());
    }
    return new ServerMessage.FullSync(Block.Snapshot.of(version, hash, EntrySet.of(entries)));
  }

  private static ServerMessage.DeltaSync delta(FieldReader in) throws BadLine {
    long from = in.number("from");
    long to = in.number("to");
    long count = in.number("changes");
    List<Change> changes = each(in, Change::parse);
    if (changes.size() != count) {
      throw BadLine.malformed("DELTA has " + changes.size() + " changes and says " + count);
    }
    return delta(from, to, in.hash(), changes);
  }

  /** The delta whose lines these are; their order means nothing. */
  static ServerMessage.DeltaSync delta(long from, long to, StateHash hash, List<Change> lines)
      throws BadLine {
    if (to < from) {
      throw BadLine.malformed("DELTA goes back from version " + from + " to " + to);
    }
    Set<Key> keys = new HashSet<>();
    for (Change line : lines) {
      if (!keys.add(line.key())) {
        throw BadLine.malformed("DELTA names " + line.key() + " twice");
      }
    }
    return new ServerMessage.DeltaSync(Block.Delta.of(from, to, lines, hash));
  }

  private static <T> List<T> each(FieldReader in, Function<String, T> parse) throws BadLine {
    List<T> parsed = new ArrayList<>();
    for (String line : in.lines()) {
      try {
        parsed.add(parse.apply(line));
      } catch (IllegalArgumentException e) {
        throw BadLine.malformed(String.valueOf(e.getMessage()));
      }
    }
    return parsed;
  }

  private static ClientMessage.Hello hello(FieldReader in) throws BadLine {
    int protocol = in.smallNumber("protocol");
    String client = in.field("client");
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    Optional<StateHash> words = Optional.empty();
    for (String wish : in.words()) {
      Capability.named(wish).ifPresent(capabilities::add);
      if (wish.startsWith(FieldWriter.DICT)) {
        words = Optional.of(FieldReader.hash("HELLO", wish.substring(FieldWriter.DICT.length())));
      }
    }
    return new ClientMessage.Hello(protocol, client, capabilities, words);
  }

  private static Word word(FieldReader in) throws BadLine {
    Sort list = Sort.of(in.number("list"));
    return new Word(list, in.smallNumber("number"), in.field("word"));
  }

  private static Set<Capability> capabilities(FieldReader in) throws BadLine {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    in.words().forEach(word -> Capability.named(word).ifPresent(capabilities::add));
    return capabilities;
  }

  private static String settingName(FieldReader in) throws BadLine {
    String name = in.field("name");
    if (!SETTING_NAME.matcher(name).matches()) {
      throw BadLine.malformed("a setting's name matches " + SETTING_NAME + ", not: " + name);
    }
    return name;
  }

  private static String settingValue(FieldReader in) throws BadLine {
    String value = in.text();
    if (value.getBytes(StandardCharsets.UTF_8).length > Limits.SETTING_BYTES) {
      throw new BadLine(
          Refusal.TOO_LARGE, "a setting has at most " + Limits.SETTING_BYTES + " bytes");
    }
    return value;
  }

  private static String transientData(FieldReader in) throws BadLine {
    String data = in.text();
    if (data.getBytes(StandardCharsets.UTF_8).length > Limits.LIVE_BYTES) {
      throw new BadLine(
          Refusal.TOO_LARGE, "LIVE carries at most " + Limits.LIVE_BYTES + " bytes of data");
    }
    return data;
  }
}

package lamplight.engine.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Thing;
import lamplight.engine.model.Variable;
import lamplight.engine.model.WorldId;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.engine.worlds.Played;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All worlds are played as their transcripts play them, with one more player who looks on from
 * where the story begins. What each player's client is sent is recorded, in lines and in frames
 * within a zlib stream, and searched for what that player may not know at that moment.
 *
 * <p>What may be known is said by {@link WatchedPlay}, which has it from the rules. Ids are words
 * like others, so they are looked for where ids stand: in the fields of lines and in the marks of
 * prose, not in its words. Of prose, every line must have been told to that player, and of what
 * ERROR and BYE say, every longer name of a thing must be of one that is known, or have been typed.
 */
class SecretsTest {

  private static final Offer OFFER =
      new Offer(new WorldId("world"), "The World", 1, 99, false, "", "");
  private static final Set<Capability> COMPACT =
      Set.of(Capability.MARKUP, Capability.BINARY, Capability.DEFLATE);
  private static final String BYSTANDER = "Wanda";
  private static final PlayerId ONLOOKER = new PlayerId("wanda");
  private static final Pattern TYPED = Pattern.compile("([A-Z]\\w*)> ?(.*)");
  private static final Pattern WAITED = Pattern.compile("\\* (\\d+) seconds? pass(?:es)?");
  private static final Pattern MARK = Pattern.compile("\\{\\w+:([^|}]*)\\|");
  private static final Pattern IN_FIELD = Pattern.compile("[=,.!~]");

  /** The dictionary's fourth list: directions, traits, names, public variables and their values. */
  private static final String OTHER_WORD = "DICT:3:";

  /** Lines that name nothing of the world, or only in prose. */
  private static final Set<String> WITHOUT_IDS =
      Set.of("SESSION", "SCORE", "SNAPSHOT", "DELTA", "CHECK", "END", "OK");

  /** Lines that say something in the program's or a rule's words, without marks. */
  private static final Set<String> IN_WORDS = Set.of("ERROR", "BYE");

  static Stream<Arguments> transcripts() {
    return Played.ALL.stream()
        .flatMap(world -> world.scripts().keySet().stream().map(name -> Arguments.of(world, name)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("transcripts")
  void nobodyIsSentASecret(Played world, String transcript) throws IOException {
    Recording recording = play(world, transcript, Sabotage.NONE);
    assertThat(recording.lines).isPositive();
    assertThat(recording.found).isEmpty();
  }

  /** The start of each world is enough to find a server out that tells what it should not. */
  @ParameterizedTest
  @EnumSource(names = {"SHOW_WHAT_IS_HIDDEN", "SEND_TO_THE_WRONG_PLAYER"})
  void aServerThatTellsSecretsIsFoundOut(Sabotage sabotage) throws IOException {
    for (Played world : Played.ALL) {
      assertThat(play(world, shortest(world), sabotage).found).as(world.name()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ITEM:<id>:-:-",
        "ITEM:coin:-:in.<id>",
        "PLAYER_ROOM:wanda:<id>",
        "ROOM:start:0,0,0:north=!<id>:Start",
        "LABEL:coin:thing:<name>",
        "LABEL:<id>:thing:coin",
        "DOOR:<id>:open",
        "FLAG:<id>:1",
        "GONE:LABEL:<id>",
        "DICT:2:7:<id>",
        "DICT:3:7:<name>",
        "EVENT:ITEM_TAKEN:ann:<id>:1700000000",
        "TEXT#7:room:A {{ and {item:<id>|a coin}.",
        "SOMETHING_NEW:1:<id>",
        "ERROR#4:not_here:The <name> is not here.",
        "BYE:closed:Take the <name>."
      })
  void aSecretIsFoundWhereverItStands(String line) {
    for (Recording recording : beginnings()) {
      Thing hidden =
          recording.play.world().things().values().stream()
              .filter(thing -> thing.name().contains(" "))
              .filter(thing -> recording.isSecretName(ONLOOKER, thing.name()))
              .findFirst()
              .orElseThrow();
      String told = line.replace("<id>", hidden.id().value()).replace("<name>", hidden.name());
      assertThat(recording.secrets(ONLOOKER, told)).as(told).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLAG:%s:1", "GONE:FLAG:%s", "COUNTER:%s:1:coins", "DICT:3:7:%s"})
  void aSecretVariableIsFoundWhereverItStands(String line) {
    for (Recording recording : beginnings()) {
      for (Variable variable : recording.play.world().variables().values()) {
        assertThat(recording.secrets(ONLOOKER, line.formatted(variable.id())))
            .as(line, variable.id())
            .hasSize(variable.open() ? 0 : 1);
      }
    }
  }

  /** Each world when the players have just come. */
  private static List<Recording> beginnings() {
    return Played.ALL.stream()
        .map(
            world -> {
              Recording recording = new Recording(world, Sabotage.NONE, 1);
              recording.join(BYSTANDER);
              return recording;
            })
        .toList();
  }

  private static String shortest(Played world) {
    return world.scripts().entrySet().stream()
        .min(Comparator.comparing(script -> script.getValue().size()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static Recording play(Played world, String transcript, Sabotage sabotage)
      throws IOException {
    List<String> script = Files.readAllLines(world.folder().resolve(transcript));
    Recording recording = new Recording(world, sabotage, number("seed: ", script));
    for (String line : script) {
      if (line.startsWith("players: ")) {
        Stream.of(line.substring("players: ".length()).split(", *", -1)).forEach(recording::join);
      }
    }
    recording.join(BYSTANDER);
    script.forEach(recording::act);
    return recording;
  }

  private static long number(String header, List<String> script) {
    return script.stream()
        .filter(line -> line.startsWith(header))
        .mapToLong(line -> Long.parseLong(line.substring(header.length())))
        .findFirst()
        .orElse(1);
  }

  /** A session whose players' clients are recorded. */
  private static final class Recording {
    private final WatchedPlay play;
    private final Sabotage sabotage;
    private final Secrecy secrecy;
    private final Session session;
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Set<String> found = new TreeSet<>();

    /** Names of things that are not just a word like others. */
    private final Set<String> longNames = new HashSet<>();

    private long now = 1_700_000_000_000L;
    private int lines;

    /** What was typed last. */
    private String typed = "";

    Recording(Played world, Sabotage sabotage, long seed) {
      this.play = new WatchedPlay(world.game(), sabotage);
      this.sabotage = sabotage;
      this.secrecy = new Secrecy(play);
      SessionId id = new SessionId("otter-42");
      this.session = new Session(id, OFFER, play, Optional.empty(), false, seed, new Random(1));
      play.world().things().values().forEach(thing -> named(thing.name(), thing.id().value()));
      play.world().things().values().stream()
          .map(Thing::name)
          .filter(name -> name.contains(" "))
          .forEach(longNames::add);
      play.world().rooms().values().forEach(room -> named(room.name(), room.id().value()));
    }

    private void named(String name, String id) {
      named.computeIfAbsent(name, any -> new HashSet<>()).add(id);
    }

    /** Somebody comes, or comes back. */
    void join(String name) {
      String words = "words-of-" + name;
      boolean isBack = readers.containsKey(name);
      Reader reader = new Reader(new LinkId(readers.size() + (isBack ? 1_000L : 1L)));
      readers.put(name, reader);
      Arrival arrival =
          isBack
              ? new Arrival.ComeBack(words, Optional.empty(), OptionalLong.empty())
              : new Arrival.Sit(name, Optional.empty(), words);
      heard(session.enter(new Output.Forward(reader.link, session.summary().id(), arrival), now));
      pass(500);
    }

    /** Does what a line of a transcript says. */
    void act(String line) {
      Matcher typed = TYPED.matcher(line);
      Matcher waited = WAITED.matcher(line);
      if (typed.matches()) {
        this.typed = line;
        heard(
            session.receive(
                reader(typed.group(1)).link,
                new ClientMessage.Command(OptionalLong.empty(), typed.group(2)),
                now));
        pass(500);
      } else if (waited.matches()) {
        pass(1_000L * Integer.parseInt(waited.group(1)));
      } else if (line.endsWith(" loses the line")) {
        heard(session.lost(reader(line.split(" ", -1)[1]).link.id(), now));
      } else if (line.endsWith(" joins") || line.endsWith(" returns")) {
        join(line.split(" ", -1)[1]);
      }
    }

    private Reader reader(String name) {
      return Optional.ofNullable(readers.get(name)).orElseThrow();
    }

    private void pass(long millis) {
      long end = now + millis;
      while (session.nextWake() <= end) {
        now = Math.max(now, session.nextWake());
        heard(session.tick(now));
      }
      now = end;
    }

    private void heard(List<Output> outputs) {
      for (Output output : outputs) {
        if (output instanceof Output.Send send) {
          readers.values().forEach(reader -> reader.hear(send));
        }
      }
    }

    /** The ids and names in a line that a player may not know. */
    List<String> secrets(PlayerId player, String line) {
      String type = line.split("[:#]", 2)[0];
      List<String> fields = List.of(line.split(":", -1));
      if (WITHOUT_IDS.contains(type) || line.startsWith("EVENT:SCORED:")) {
        return List.of();
      }
      if (IN_WORDS.contains(type)) {
        return longNames.stream()
            .filter(name -> isSaid(name, line) && !isSaid(name, typed))
            .filter(name -> isSecretName(player, name))
            .toList();
      }
      if (type.equals("TEXT")) {
        Stream<String> marks = MARK.matcher(line).results().map(mark -> mark.group(1));
        return marks.filter(id -> !play.mayRead(player, id)).toList();
      }
      if (line.startsWith(OTHER_WORD)) {
        String word = fields.get(3);
        return play.isSecretVariable(word) || isSecretName(player, word)
            ? List.of(word)
            : List.of();
      }
      boolean named = type.equals("LABEL") || type.equals("ROOM");
      int last = fields.size() - 1;
      List<String> found = new ArrayList<>();
      fields.subList(1, named ? last : last + 1).stream()
          .flatMap(IN_FIELD::splitAsStream)
          .filter(id -> !play.mayKnow(player, id))
          .forEach(found::add);
      if (named && isSecretName(player, fields.get(last))) {
        found.add(fields.get(last));
      }
      return found;
    }

    private static boolean isSaid(String name, String line) {
      return line.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether only what the player does not know has that name. */
    private boolean isSecretName(PlayerId player, String name) {
      Set<String> ids = named.getOrDefault(name, Set.of());
      return !ids.isEmpty() && ids.stream().noneMatch(id -> play.mayKnow(player, id));
    }

    /** A client's end of the wire, in lines and in frames. */
    private final class Reader {
      private final Link link;
      private final ServerEnd lined = server(Set.of(Capability.MARKUP));
      private final ServerEnd framed = server(COMPACT);
      private final ClientEnd frames = new ClientEnd();
      private Optional<PlayerId> player = Optional.empty();

      Reader(LinkId id) {
        link = new Link(id, LinkKind.SYNC, COMPACT, "test", Optional.empty());
        read(frames, new ServerEnd().write(welcome(COMPACT)));
      }

      /** Hears what is said to this client, and what a broken server says to all. */
      void hear(Output.Send send) {
        ServerMessage message = send.message();
        boolean mine = send.to().equals(link.id());
        if (mine && message instanceof ServerMessage.Session seat) {
          player = Optional.of(new PlayerId(seat.player()));
        }
        if (!mine && sabotage != Sabotage.SEND_TO_THE_WRONG_PLAYER) {
          return;
        }
        PlayerId me = player.orElseThrow();
        new String(lined.write(message), UTF_8).lines().forEach(line -> search(me, line));
        if (mine) { // another's frames have other words
          for (ServerMessage unpacked : read(frames, framed.write(message))) {
            found.addAll(secrecy.leaks(me, unpacked));
          }
        }
      }

      private void search(PlayerId me, String line) {
        lines++;
        secrets(me, line).forEach(secret -> found.add(me + ": " + secret + " in " + line));
      }
    }
  }

  private static ServerEnd server(Set<Capability> granted) {
    ServerEnd end = new ServerEnd();
    end.write(welcome(granted));
    return end;
  }

  private static ServerMessage welcome(Set<Capability> granted) {
    return new ServerMessage.Welcome(1, "test", granted);
  }

  private static List<ServerMessage> read(ClientEnd client, byte[] raw) {
    List<ServerMessage> messages = new ArrayList<>();
    for (Inbound<ServerMessage> inbound : client.read(ByteBuffer.wrap(raw))) {
      assertThat(inbound).isInstanceOf(Inbound.Good.class);
      messages.add(((Inbound.Good<ServerMessage>) inbound).message());
    }
    return messages;
  }
}

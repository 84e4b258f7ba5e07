package lamplight.tui.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.tui.text.Words;

/**
 * The other end of a link in a test: says lines when told to, keeps what the link says, has a clock
 * of its own. Nothing is real.
 */
final class ScriptedServer {
  final Link link = new Link(new Random(1), 0, Set.of(), Words.ENGLISH);
  final List<News> news = new ArrayList<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private int opened;
  private int hung;
  private String kept = "";
  private long now;

  /** Connects, greets and seats the player, without leftovers. */
  static ScriptedServer seated() {
    ScriptedServer server = greeted();
    server.take(server.link.create("mill", "Ana", Optional.empty()));
    server.says(
        "SESSION:otter-42:ana:token1:mill",
        "SNAPSHOT:7:" + hash("VISITED:yard"),
        "VISITED:yard",
        "END");
    server.forget();
    return server;
  }

  static ScriptedServer greeted() {
    ScriptedServer server = new ScriptedServer();
    server.passes(0);
    server.connects();
    server.says("WELCOME:1:test:markup,quiet");
    server.forget();
    return server;
  }

  static String hash(String... entries) {
    return EntrySet.of(List.of(entries).stream().map(Entry::parse).toList()).hash().toString();
  }

  void connects() {
    take(link.opened(now));
  }

  void cuts() {
    take(link.lost("cut", now));
  }

  void says(String... messages) {
    byte[] bytes = (String.join("\n", messages) + "\n").getBytes(StandardCharsets.UTF_8);
    take(link.received(ByteBuffer.wrap(bytes), now));
  }

  /** Time goes by; the link wakes when it wants to, if it is alive. */
  void passes(long millis) {
    long end = now + millis;
    while (link.wake() <= end) {
      now = Math.max(now, link.wake());
      take(link.tick(now));
    }
    now = end;
  }

  void take(List<Act> acts) {
    for (Act act : acts) {
      if (act instanceof Act.Send send) {
        lines.add(StandardCharsets.UTF_8.decode(send.bytes()).toString().stripTrailing());
      } else if (act instanceof Act.Tell tell) {
        news.add(tell.news());
      } else if (act instanceof Act.Open) {
        opened++;
      } else if (act instanceof Act.Hang) {
        hung++;
      } else if (act instanceof Act.Keep keep) {
        kept = keep.token();
      }
    }
  }

  /** The lines since the last call, without PINGs. */
  List<String> heard() {
    List<String> heard = lines.stream().filter(line -> !line.startsWith("PING")).toList();
    lines.clear();
    return heard;
  }

  boolean pinged() {
    return lines.stream().anyMatch(line -> line.startsWith("PING"));
  }

  <N extends News> List<N> news(Class<N> type) {
    return news.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Standing standing() {
    List<News.Weather> all = news(News.Weather.class);
    return all.get(all.size() - 1).standing();
  }

  int opened() {
    return opened;
  }

  /** The last token that was to be kept. */
  String kept() {
    return kept;
  }

  int hung() {
    return hung;
  }

  long now() {
    return now;
  }

  private void forget() {
    lines.clear();
  }
}

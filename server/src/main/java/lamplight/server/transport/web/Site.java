package lamplight.server.transport.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.ServerStats;
import lamplight.server.transport.telnet.MapPackage;

/** What there is to get, by path: files that come with the program, and what is made when asked. */
public final class Site {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Map<String, Supplier<CompletableFuture<Resource>>> resources =
      new LinkedHashMap<>();

  private Site() {}

  /** All that a server has to show: the page that plays in a browser, and what monitors ask for. */
  public static Site of(Gateway gateway) {
    return new Site()
        .file("/", HTML, "index.html")
        .file("/play.js", SCRIPT, "play.js")
        .file("/telnet.js", SCRIPT, "telnet.js")
        .file("/map.js", SCRIPT, "map.js")
        .file("/style.css", STYLE, "style.css")
        .file("/icon.svg", "image/svg+xml", "icon.svg")
        .file("/xterm/xterm.mjs", SCRIPT, "xterm/xterm.mjs")
        .file("/xterm/addon-fit.mjs", SCRIPT, "xterm/addon-fit.mjs")
        .file("/xterm/xterm.css", STYLE, "xterm/xterm.css")
        .file("/xterm/LICENSE", TEXT, "xterm/LICENSE")
        .bytes(MapPackage.PATH, "application/zip", MapPackage.bytes())
        .made("/health", "application/json", () -> gateway.stats().thenApply(Site::health))
        .made("/metrics", Metrics.TYPE, () -> gateway.stats().thenApply(Metrics::of));
  }

  /**
   * That all games answer, or were left out because they are busy; nobody waits for them longer.
   */
  private static String health(ServerStats stats) {
    return "{\"status\":\"ok\",\"uptime_seconds\":%d,\"games\":%d,\"clients\":%d}\n"
        .formatted(stats.upMillis() / 1_000, stats.games(), stats.clients());
  }

  /** What is made anew each time somebody asks. */
  private Site made(String path, String type, Supplier<CompletableFuture<String>> words) {
    resources.put(
        path,
        () ->
            words
                .get()
                .thenApply(body -> Resource.made(type, ByteBuffer.wrap(body.getBytes(UTF_8)))));
    return this;
  }

  private Site file(String path, String type, String name) {
    return bytes(path, type, read(name));
  }

  private Site bytes(String path, String type, byte[] body) {
    Resource resource = Resource.kept(type, body);
    resources.put(path, () -> CompletableFuture.completedFuture(resource));
    return this;
  }

  /** What is at a path, without its query; it may come later, in any thread. */
  Optional<CompletableFuture<Resource>> get(String path) {
    return Optional.ofNullable(resources.get(path)).map(Supplier::get);
  }

  private static byte[] read(String name) {
    String path = "/lamplight/server/web/" + name;
    try (InputStream in = Site.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing in this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package lamplight.server.transport.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private int last;

  private Browser(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Answers()).join();
  }

  /** Where Chromium is on this machine, if anywhere. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens a page in a window of so many pixels.
   *
   * @param profile an empty folder for what the browser keeps
   */
  static Browser open(Path program, Path profile, int width, int height) throws Exception {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new Browser(process, page(profile));
    } catch (Exception | AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI page(Path profile) throws Exception {
    Path portFile = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (Files.exists(portFile)) {
        List<String> lines = Files.readAllLines(portFile);
        if (lines.size() > 1) {
          return firstPage(lines.get(0));
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Chromium has not started");
  }

  private static URI firstPage(String port) throws IOException, InterruptedException {
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    JsonNode pages =
        JSON.readTree(
            HttpClient.newHttpClient().send(list, HttpResponse.BodyHandlers.ofString()).body());
    for (JsonNode page : pages) {
      if (page.get("type").asText().equals("page")) {
        return URI.create(page.get("webSocketDebuggerUrl").asText());
      }
    }
    throw new AssertionError("Chromium has no page: " + pages);
  }

  Browser go(String address) throws Exception {
    call("Page.navigate", Map.of("url", address));
    return this;
  }

  /** Types a line into the page and sends it. */
  Browser type(String line) throws Exception {
    value("document.getElementById('line').focus()");
    call("Input.insertText", Map.of("text", line));
    press("Enter", 13, "\r");
    return this;
  }

  /** Where the Tab key leads to, by ids, in its order; what has none counts as an empty one. */
  List<String> tab(int times) throws Exception {
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      press("Tab", 9, "");
      reached.add(value("document.activeElement.id").asText());
    }
    return reached;
  }

  private void press(String key, int code, String text) throws Exception {
    for (String kind : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type", kind, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
    }
  }

  /** Clicks on the middle of an element. */
  Browser click(String selector) throws Exception {
    await("document.querySelector(" + JSON.writeValueAsString(selector) + ") !== null", selector);
    JsonNode spot =
        value(
            "(() => { const at = document.querySelector("
                + JSON.writeValueAsString(selector)
                + ").getBoundingClientRect();"
                + " return {x: at.x + at.width / 2, y: at.y + at.height / 2}; })()");
    for (String kind : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              kind,
              "x",
              spot.get("x").asDouble(),
              "y",
              spot.get("y").asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
    return this;
  }

  /** Gives the window other measures, as of a phone. */
  Browser window(int width, int height) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    return this;
  }

  /** The colour scheme that its user has chosen: {@code dark} or {@code light}. */
  Browser scheme(String scheme) throws Exception {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    return this;
  }

  /** Waits until an expression of the page is true. */
  Browser await(String expression, String what) throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (value(expression).asBoolean(false)) {
        return this;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("in vain for " + what + " in:\n" + story());
  }

  /** Waits for words in the story. */
  Browser hear(String words) throws Exception {
    return await(
        "document.getElementById('log').textContent.includes("
            + JSON.writeValueAsString(words)
            + ")",
        words);
  }

  String story() throws Exception {
    return value("[...document.querySelectorAll('#log p')].map(p => p.textContent).join('\\n')")
        .asText("");
  }

  /** What an expression of the page is; null if it fails. */
  JsonNode value(String expression) throws Exception {
    return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .path("result")
        .path("value");
  }

  void screenshot(Path file) throws Exception {
    JsonNode shot = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = ++last;
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    while (true) {
      String words = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(words).as("Chromium's answer to " + method).isNotNull();
      JsonNode answer = JSON.readTree(words);
      if (answer.path("id").asInt(0) == id) {
        assertThat(answer.has("error")).as(String.valueOf(answer)).isFalse();
        return answer.get("result");
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    // Its helpers outlive it for a moment, and write into the profile until they end.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean whole) {
      message.append(data);
      if (whole) {
        answers.add(message.toString());
        message.setLength(0);
      }
      return WebSocket.Listener.super.onText(webSocket, data, whole);
    }
  }
}

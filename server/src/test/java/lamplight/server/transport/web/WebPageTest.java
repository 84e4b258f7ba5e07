package lamplight.server.transport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import lamplight.server.Host;
import lamplight.server.MemoryStore;
import lamplight.server.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser: headless Chromium, where it is installed. With {@code
 * -Dlamplight.screenshots=FOLDER} what it shows is kept there to be looked at.
 */
class WebPageTest {
  @TempDir Path profile;

  @Test
  void aGameIsPlayedInABrowser() throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "Chromium is not installed, so the page is not tried in it");
    try (Host host = new Host(Path.of("..", "worlds"), false);
        Browser ann = Browser.open(chromium.orElseThrow(), profile, 1200, 800);
        Peer bea = new Peer(host.telnet())) {
      ann.go("http://127.0.0.1:" + host.web() + "/");
      ann.hear("What shall the others call you?").type("Ann").hear("Hello, Ann.");
      ann.type("new mill").hear("You sit in");
      String session = ann.story().replaceAll("(?s).*You sit in (\\S+) as.*", "$1");
      bea.say("Bea", "join " + session).hear("\n> ");
      ann.hear("Bea");
      bea.say("say Grüße, Ann! <b>&amp;</b>");
      ann.hear("Grüße, Ann! <b>&amp;</b>").type("look");
      assertThat(ann.value("document.querySelectorAll('#log b').length").asInt()).isZero();
      ann.await("document.getElementById('place').textContent === 'The Mill Yard'", "the map");
      ann.click("#exits button:nth-child(2)").hear("The Mill Pond");
      bea.say("west");
      ann.await("document.querySelectorAll('#map .room').length === 2", "both rooms");
      ann.await("document.querySelector('#map .visitors').textContent === 'Bea'", "where Bea is");
      ann.type("take basket")
          .await(
              "document.getElementById('facts').textContent.includes('wicker basket')",
              "the basket");
      shot(ann, "page");
      assertThat(ann.tab(10)).as("by the keyboard alone").contains("reader", "place", "line");
      ann.click("#map .room:not(.here)").hear("Bea is here.").scheme("dark");
      shot(ann, "dark");
      ann.window(390, 750).type("look");
      shot(ann, "phone");
      ann.click("#reader").await("document.getElementById('log').hidden === false", "the log");
      ann.type("say " + "x".repeat(200)).hear("“xxx");
      ann.await(
          "(log => log.scrollWidth === log.clientWidth)(document.getElementById('log'))",
          "wrapped");
      shot(ann, "reader");
      ann.type("quit").await("document.getElementById('again').hidden === false", "the end");
      ann.await("document.querySelectorAll('#exits button, #map .room').length === 0", "an end");
      shot(ann, "ended");
      ann.click("#again").await("document.getElementById('seat').hidden === false", "the seat");
      shot(ann, "again");
      ann.click("#seat").hear("You sit in " + session + " as ann");
      ann.await("document.getElementById('seat').hidden", "the seat taken");
      ann.await("document.getElementById('prompt').textContent === '>'", "the question answered");
      ann.type("leave").hear("up for good").type("leave");
      ann.await("sessionStorage.getItem('seat') === null", "nothing kept");
    }
  }

  @Test
  void thePageComesBackWithItsServer() throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "Chromium is not installed, so the page is not tried in it");
    MemoryStore store = new MemoryStore();
    try (Browser ann = Browser.open(chromium.orElseThrow(), profile, 1200, 800)) {
      int port;
      try (Host host = new Host(Path.of("..", "worlds"), false, store)) {
        port = host.web();
        ann.go("http://127.0.0.1:" + port + "/").hear("What shall the others call you?");
        ann.type("Ann").hear("Hello, Ann.").type("new mill").hear("You sit in");
        ann.type("east").hear("The Mill Pond");
      }
      ann.await("document.getElementById('status').textContent.includes('Trying again')", "told");
      shot(ann, "gone");
      try (Host host = new Host(Path.of("..", "worlds"), false, store, port)) {
        ann.await("document.getElementById('place').textContent === 'The Mill Pond'", "the seat");
        ann.await("document.getElementById('seat').hidden", "no question");
        ann.type("leave").hear("up for good").type("leave").hear("You have left");
        ann.await("document.getElementById('place').textContent === 'Map'", "nothing around");
        assertThat(host.reports()).isEmpty();
      }
    }
  }

  private static void shot(Browser browser, String name) throws Exception {
    String folder = System.getProperty("lamplight.screenshots");
    if (folder != null) {
      browser.screenshot(Path.of(folder, name + ".png"));
    }
  }
}

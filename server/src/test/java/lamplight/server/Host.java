package lamplight.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lamplight.server.runtime.Clock;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Shelf;
import lamplight.server.runtime.Workers;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.transport.Listeners;
import lamplight.server.transport.web.Site;

/** A whole server in this process on free ports, with the tests' worlds. */
public final class Host implements AutoCloseable {
  public static final Path WORLDS = Path.of("src", "test", "resources", "worlds");

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final Workers workers;
  private final Listeners listeners = Listeners.create();
  private final Gateway gateway;
  private final int telnet;
  private final int sync;
  private final int web;

  public Host() throws RefusedException {
    this(WORLDS, false);
  }

  /** A server that looks after the files of its worlds. */
  public Host(Path worlds, boolean author) throws RefusedException {
    this(worlds, author, new MemoryStore());
  }

  /** A server that goes on with what a store has. */
  public Host(Path worlds, boolean author, Store store) throws RefusedException {
    this(worlds, author, store, 0);
  }

  /** The same with the port for browsers that it had before. */
  public Host(Path worlds, boolean author, Store store, int webPort) throws RefusedException {
    this(worlds, author, store, Clock.system(), webPort);
  }

  /** The same with a time of its own. */
  public Host(Path worlds, boolean author, Store store, Clock clock) throws RefusedException {
    this(worlds, author, store, clock, 0);
  }

  private Host(Path worlds, boolean author, Store store, Clock clock, int webPort)
      throws RefusedException {
    workers = new Workers(clock, (what, cause) -> reports.add(what + ": " + cause));
    try {
      gateway = new Gateway(workers, Shelf.load(List.of(worlds), author, this::hear), store);
    } catch (StoreException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
    gateway.watchWorlds();
    telnet = listeners.telnet(gateway, "127.0.0.1", 0);
    sync = listeners.sync(gateway, "127.0.0.1", 0);
    web = listeners.web(gateway, Site.of(gateway), "127.0.0.1", webPort);
  }

  public Gateway gateway() {
    return gateway;
  }

  public int telnet() {
    return telnet;
  }

  public int sync() {
    return sync;
  }

  public int web() {
    return web;
  }

  private void hear(String line) {
    problems.add(line);
    log.add(line);
  }

  /** Waits until a line of the log has these words in it, and gives the line. */
  public String awaitLog(String words) throws InterruptedException {
    while (true) {
      String line = log.poll(20, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("waiting for \"" + words + "\" after:\n" + problems);
      }
      if (line.contains(words)) {
        return line;
      }
    }
  }

  /** What failed inside the program. */
  public List<String> reports() {
    return reports;
  }

  /** What was wrong with the worlds. */
  public List<String> problems() {
    return problems;
  }

  @Override
  public void close() {
    gateway.stop();
    listeners.stop();
    workers.close();
  }
}

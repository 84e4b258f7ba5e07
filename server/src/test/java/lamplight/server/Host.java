package lamplight.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lamplight.server.runtime.Clock;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Shelf;
import lamplight.server.runtime.Workers;
import lamplight.server.transport.Listeners;

/** A whole server in this process on free ports, with the tests' worlds. */
public final class Host implements AutoCloseable {
  public static final Path WORLDS = Path.of("src", "test", "resources", "worlds");

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final List<String> problems = new ArrayList<>();
  private final Workers workers =
      new Workers(Clock.system(), (what, cause) -> reports.add(what + ": " + cause));
  private final Listeners listeners = Listeners.create();
  private final Gateway gateway;
  private final int telnet;
  private final int sync;

  public Host() throws RefusedException {
    gateway = new Gateway(workers, Shelf.load(List.of(WORLDS), problems::add));
    telnet = listeners.telnet(gateway, "127.0.0.1", 0);
    sync = listeners.sync(gateway, "127.0.0.1", 0);
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

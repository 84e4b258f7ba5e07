package lamplight.tui.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.tui.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A real server as a process of its own, for others to join: {@code ./lamplight serve}. It gets the
 * usual ports, or free ones where those are taken. It ends with this program.
 */
public final class ServerProcess implements AutoCloseable {
  /** What the server prints once it accepts players. */
  private static final Pattern READY = Pattern.compile("ready telnet=(\\d+) sync=(\\d+).*");

  /** What the launcher prints when it builds the server first, or waits for another that does. */
  private static final Pattern BUILDING = Pattern.compile("lamplight: .*\\bbuild(ing)?\\b.*");

  private static final List<String> FREE_PORTS = List.of("--telnet-port", "0", "--sync-port", "0");
  private static final String EVERYWHERE = "0.0.0.0";
  private static final String LOOPBACK = "127.0.0.1";
  private static final long LAST_WAIT_SECONDS = 10;

  private final Path launcher;
  private final Words words;
  private final Thread hook = new Thread(this::end, "lamplight-server-end");
  private volatile @Nullable Process process;

  /** The ports of a server that accepts players, and the address for whoever wants to join. */
  public record Ports(String address, int telnet, int sync) {}

  /**
   * @param launcher the program that is started
   * @param words what is said of one that says nothing
   */
  public ServerProcess(Path launcher, Words words) {
    this.launcher = launcher;
    this.words = words;
  }

  /** The launcher that this program was started with. */
  public static Path usual() {
    return Path.of(System.getProperty("lamplight.home", "")).resolve("lamplight");
  }

  /**
   * Starts it and waits until it accepts players.
   *
   * @param everybody whether other machines can join
   * @param building is told if the server has to be built first, which takes a while
   * @throws IOException if it could not be started, with what it said last
   */
  public Ports start(boolean everybody, Runnable building) throws IOException {
    Runtime.getRuntime().addShutdownHook(hook);
    String bind = everybody ? EVERYWHERE : LOOPBACK;
    String address = everybody ? address().orElse(LOOPBACK) : LOOPBACK;
    try {
      return start(bind, address, List.of(), building);
    } catch (IOException e) {
      return start(bind, address, FREE_PORTS, building);
    }
  }

  private Ports start(String bind, String address, List<String> ports, Runnable building)
      throws IOException {
    // A Ctrl-C in the terminal is for this program; it asks before it leaves.
    List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\""));
    command.addAll(List.of(launcher.toString(), "serve", "--bind", bind));
    command.addAll(ports);
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    started.getOutputStream().close();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    String last = words.say("hosting.ended");
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        drain(said);
        return new Ports(
            address, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
      }
      if (BUILDING.matcher(line).matches()) {
        building.run();
      }
      last = line.isBlank() ? last : line;
    }
    throw new IOException(last);
  }

  /** What it says later is its own affair, but it must not have to wait for a reader. */
  private static void drain(BufferedReader said) {
    Thread reader =
        new Thread(
            () -> {
              try (said) {
                while (said.readLine() != null) {}
              } catch (IOException e) {
                return; // It has ended.
              }
            },
            "lamplight-server-log");
    reader.setDaemon(true);
    reader.start();
  }

  /** An address of this machine that others can reach, if it is in a network. */
  private static Optional<String> address() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(found -> !found.isLoopbackAddress() && !found.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Ends it; its games are kept. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The program is going down, and the hook does it.
    }
    end();
  }

  private void end() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(LAST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

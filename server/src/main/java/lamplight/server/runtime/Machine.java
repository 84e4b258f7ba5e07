package lamplight.server.runtime;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What this process takes of its machine.
 *
 * @param pid its number
 * @param cpuNanos time that its threads have computed, of all processors together
 * @param heapUsed bytes in the heap, with what the next collection will free
 * @param heapMost bytes that the heap may have
 * @param resident bytes of the machine's memory, where the system tells (Linux)
 * @param threads how many there are
 */
public record Machine(
    long pid, long cpuNanos, long heapUsed, long heapMost, OptionalLong resident, int threads) {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long KIB = 1024;

  /** As it is now. */
  public static Machine now() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Machine(
        ProcessHandle.current().pid(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
        heap.getUsed(),
        heap.getMax(),
        readResident(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  /** Frees what nothing holds any more, so that {@link #heapUsed} is what is held. */
  public static void collect() {
    ManagementFactory.getMemoryMXBean().gc();
  }

  private static OptionalLong readResident() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty(); // another system than Linux
    }
  }
}

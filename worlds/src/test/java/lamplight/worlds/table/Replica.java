package lamplight.worlds.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What a watcher with netcat and a small script would hold: the entries, by their keys, and proof
 * at every block that they are right. Written from engine/PROTOCOL.md alone, without the engine.
 */
final class Replica implements Paper {
  private final StringBuilder all = new StringBuilder();
  private final List<String> block = new ArrayList<>();
  private final Map<String, String> entries = new HashMap<>();
  private int read;
  private long version;
  private int blocks;

  @Override
  public String text() {
    return all.toString();
  }

  @Override
  public String write(String arrived) {
    all.append(arrived);
    StringBuilder answer = new StringBuilder();
    for (int end = all.indexOf("\n", read); end >= 0; end = all.indexOf("\n", read)) {
      received(all.substring(read, end)).ifPresent(line -> answer.append(line).append('\n'));
      read = end + 1;
    }
    return answer.toString();
  }

  /** The entry with this key, such as {@code PLAYER:ann}; empty if there is none. */
  String entry(String key) {
    return entries.getOrDefault(key, "");
  }

  Map<String, String> entries() {
    return Map.copyOf(entries);
  }

  int blocks() {
    return blocks;
  }

  private Optional<String> received(String line) {
    String type = line.split(":", 2)[0];
    if (type.equals("SNAPSHOT") || type.equals("DELTA")) {
      block.clear();
      block.add(line);
    } else if (block.isEmpty()) {
      if (type.equals("CHECK")) {
        proven(line.split(":", -1));
      }
    } else if (line.equals("END")) {
      applied(block.get(0).split(":", -1), block.subList(1, block.size()));
      block.clear();
      return Optional.of("ACK:" + version + ":" + hash());
    } else {
      block.add(line);
    }
    return Optional.empty();
  }

  private void applied(String[] head, List<String> lines) {
    if (head[0].equals("SNAPSHOT")) {
      entries.clear();
      lines.forEach(this::put);
      version = Long.parseLong(head[1]);
      same("hash of the snapshot", head[2], hash());
    } else {
      same("version before the delta", head[1], Long.toString(version));
      same("lines in the delta", head[3], Integer.toString(lines.size()));
      lines.forEach(this::change);
      version = Long.parseLong(head[2]);
      same("hash after the delta", head[4], hash());
    }
    blocks++;
  }

  private void proven(String[] check) {
    same("version of the check", check[1], Long.toString(version));
    same("hash of the check", check[2], hash());
  }

  private void change(String line) {
    String[] fields = line.split(":", -1);
    switch (fields[0]) {
      case "GONE" -> entries.remove(fields[1] + ":" + fields[2]);
      case "ROOM_VISITED" -> put("VISITED:" + fields[1]);
      case "PLAYER_ROOM" -> {
        String[] player = entries.getOrDefault("PLAYER:" + fields[1], "").split(":", -1);
        player[2] = fields[2];
        put(String.join(":", player));
      }
      case "ITEM_OWNER" -> put("ITEM:" + fields[1] + ":" + fields[2] + ":-");
      default -> put(line);
    }
  }

  private void put(String line) {
    String[] fields = line.split(":", 3);
    entries.put(fields[0] + ":" + fields[1], line);
  }

  private String hash() {
    long sum = 0;
    for (String line : entries.values()) {
      CRC32 crc = new CRC32();
      crc.update(line.getBytes(StandardCharsets.UTF_8));
      sum += crc.getValue();
    }
    return "%08x".formatted((int) sum);
  }

  private static void same(String what, String said, String found) {
    if (!said.equals(found)) {
      throw new AssertionError(what + ": the server says " + said + ", the replica has " + found);
    }
  }
}

package lamplight.worlds.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A world's own transcript, as a script for real players (worlds/AUTHORING.md, "Tests"). */
record Script(List<String> players, List<Turn> turns, int score) {
  private static final Pattern TYPED = Pattern.compile("(\\S+)> (.+)");
  private static final Pattern READ = Pattern.compile("(\\S+): (.+)");

  /** A command, and what is to be read once it was typed. */
  record Turn(String player, String command, List<Reading> readings) {}

  /** Words that a player reads, or how they begin. */
  record Reading(String player, String words) {}

  static Script read(Path file) throws IOException {
    List<String> players = List.of();
    List<Turn> turns = new ArrayList<>();
    int score = 0;
    for (String line : Files.readAllLines(file)) {
      Matcher typed = TYPED.matcher(line);
      if (line.startsWith("players: ")) {
        players = List.of(line.substring("players: ".length()).split(", "));
      } else if (line.startsWith("* score: ")) {
        score = Integer.parseInt(line.substring("* score: ".length()));
      } else if (typed.matches()) {
        turns.add(new Turn(typed.group(1), typed.group(2), new ArrayList<>()));
      } else if (turns.isEmpty() || line.startsWith("*")) {
        checkNothingToDo(file, line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        Turn turn = turns.get(turns.size() - 1);
        turn.readings().add(reading(players, turn.player(), line));
      }
    }
    return new Script(players, List.copyOf(turns), score);
  }

  private static void checkNothingToDo(Path file, String line) throws IOException {
    if (line.startsWith("*") && !line.startsWith("* ended: ")) {
      throw new IOException(file + ": real players cannot follow \"" + line + "\"");
    }
  }

  private static Reading reading(List<String> players, String typist, String line) {
    Matcher marked = READ.matcher(line);
    Reading reading =
        marked.matches() && players.contains(marked.group(1))
            ? new Reading(marked.group(1), marked.group(2))
            : new Reading(typist, line);
    String words = reading.words().replaceFirst("^! ", "").replaceFirst(" *\\.\\.\\.$", "");
    return new Reading(reading.player(), words);
  }
}

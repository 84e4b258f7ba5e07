package lamplight.tui.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a finder offers: everything that can be done now, or what was typed before. */
public final class Finding {
  private static final Pattern BLANKS = Pattern.compile(" +");

  /** Commands that need no noun, in the order of the palette. */
  public static final List<String> COMMANDS =
      List.of(
          "look",
          "inventory",
          "exits",
          "map",
          "who",
          "score",
          "hint",
          "notes",
          "undo",
          "wait",
          "brief",
          "verbose",
          "help",
          "quit");

  /** What the palette's entries for keys are: those that do something with the screen. */
  private static final Set<Keys.Action> DEEDS =
      Set.of(
          Keys.Action.HELP,
          Keys.Action.MAP,
          Keys.Action.CHAT,
          Keys.Action.SEARCH,
          Keys.Action.HISTORY,
          Keys.Action.STORY_END,
          Keys.Action.SUSPEND,
          Keys.Action.LEAVE);

  private Finding() {}

  /** What comes of choosing a row. */
  public sealed interface Choice {
    /** As if its key had been pressed. */
    record Deed(Keys.Action action) implements Choice {}

    /** A command that is sent. */
    record Command(String line) implements Choice {}

    /** A line to be changed or sent. */
    record Line(String text) implements Choice {}
  }

  /** A row: what it is called, and what else there is to say of it. */
  public record Entry(String label, String detail, Choice choice) {}

  /** The rows that fit what was typed: those that begin with it first. */
  public static List<Entry> entries(Model model, Overlay.Finder finder) {
    List<Entry> all =
        switch (finder.kind()) {
          case PALETTE, ABOUT -> palette(model);
          case HISTORY -> history(model.input());
        };
    String query = finder.query().strip().toLowerCase(Locale.ROOT);
    List<Entry> fitting =
        all.stream()
            .filter(entry -> fits(entry, query))
            .sorted(Comparator.comparing(entry -> !lower(entry.label()).startsWith(query)))
            .toList();
    // Scenery is only in the prose, and everything that a description names can be examined.
    boolean scenery = finder.kind() == Overlay.Finder.Kind.ABOUT && fitting.isEmpty();
    return scenery && !query.isEmpty()
        ? List.of(command("examine " + finder.query().strip(), ""))
        : fitting;
  }

  private static boolean fits(Entry entry, String query) {
    String words = lower(entry.label() + " " + entry.detail());
    return Arrays.stream(BLANKS.split(query, -1)).allMatch(words::contains);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<Entry> history(Input input) {
    List<String> newestFirst = new ArrayList<>(input.history());
    Collections.reverse(newestFirst);
    return new LinkedHashSet<>(newestFirst)
        .stream().map(line -> new Entry(line, "", new Choice.Line(line))).toList();
  }

  private static List<Entry> palette(Model model) {
    Scene scene = model.scene();
    List<Entry> entries = new ArrayList<>();
    COMMANDS.forEach(
        command -> entries.add(command(command, model.words().say("palette." + command))));
    scene.exits().forEach(exit -> entries.add(command("go " + exit, "")));
    scene.party().stream()
        .filter(member -> !scene.isMe(member))
        .forEach(
            member -> {
              entries.add(command("examine " + member.name(), ""));
              String whisper = "whisper to " + member.name() + " ";
              entries.add(new Entry(whisper + "…", "", new Choice.Line(whisper)));
            });
    scene.here().forEach(thing -> deeds(thing, thing.takeable() ? "take " : "", model, entries));
    scene.carried().forEach(thing -> deeds(thing, "drop ", model, entries));
    for (Keys.Action action : Keys.Action.values()) {
      if (DEEDS.contains(action)) {
        String keys = String.join(", ", Keys.labels(model.settings().keys(), action));
        String help = model.words().say("keys." + action.word());
        entries.add(new Entry(help, keys, new Choice.Deed(action)));
      }
    }
    return entries;
  }

  /**
   * What can be done with something.
   *
   * @param verb that takes or drops it; empty if none does
   */
  private static void deeds(Scene.Thing thing, String verb, Model model, List<Entry> entries) {
    String name = thing.name();
    entries.add(command("examine " + name, ""));
    if (thing.person()) {
      entries.add(command("talk to " + name, ""));
      Topics.of(model.story(), name)
          .forEach(topic -> entries.add(command("ask " + name + " about " + topic, "")));
    } else if (!verb.isEmpty()) {
      entries.add(command(verb + name, ""));
    }
    switch (thing.note()) {
      case "open" -> entries.add(command("close " + name, ""));
      case "closed" -> entries.add(command("open " + name, ""));
      case "locked" -> entries.add(command("unlock " + name, ""));
      default -> {}
    }
  }

  private static Entry command(String line, String detail) {
    return new Entry(line, detail, new Choice.Command(line));
  }
}

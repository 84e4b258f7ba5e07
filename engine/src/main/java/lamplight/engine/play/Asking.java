package lamplight.engine.play;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamplight.engine.model.Change;
import lamplight.engine.model.Hint;
import lamplight.engine.model.Truth;
import lamplight.engine.model.WorldInfo;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Event;

/** What players ask of the program rather than of the world. None of it takes a turn. */
final class Asking {
  private Asking() {}

  static Map<String, Action> actions() {
    Map<String, Action> actions = new HashMap<>();
    actions.put("inventory", shows(TextKind.RESULT, new Event.Content.Inventory()));
    actions.put("score", shows(TextKind.RESULT, new Event.Content.Reckoned()));
    actions.put("achievements", shows(TextKind.SYSTEM, new Event.Content.Achievements()));
    actions.put("exits", shows(TextKind.RESULT, new Event.Content.Ways()));
    actions.put("map", shows(TextKind.RESULT, new Event.Content.Chart()));
    actions.put("who", shows(TextKind.RESULT, new Event.Content.Who()));
    actions.put("help", shows(TextKind.SYSTEM, new Event.Content.Message("help")));
    actions.put("notes", shows(TextKind.SYSTEM, new Event.Content.Message("notes")));
    actions.put("save", shows(TextKind.SYSTEM, new Event.Content.Message("save")));
    actions.put("quit", shows(TextKind.SYSTEM, new Event.Content.Message("quit")));
    actions.put("restart", shows(TextKind.SYSTEM, new Event.Content.Message("restart")));
    actions.put("question", shows(TextKind.SYSTEM, new Event.Content.Message("question")));
    actions.put("swear", shows(TextKind.RESULT, new Event.Content.Message("swear")));
    actions.put("about", Asking::about);
    actions.put("time", Asking::time);
    actions.put("hint", Asking::hint);
    actions.put("undo", Undoing::undo);
    actions.put("verbose", (performance, command) -> brief(performance, false));
    actions.put("brief", (performance, command) -> brief(performance, true));
    return actions;
  }

  private static Action shows(TextKind kind, Event.Content content) {
    return (performance, command) -> performance.tell(Audience.ACTOR, kind, content);
  }

  private static void about(Performance performance, Command command) {
    WorldInfo info = performance.world().info();
    String words =
        performance
            .performer()
            .messages()
            .plain("about", "title", info.title(), "author", info.author(), "blurb", info.blurb());
    performance.tell(
        Audience.ACTOR,
        TextKind.SYSTEM,
        new Event.Content.Ready(
            words.lines().filter(line -> !line.isBlank()).map(Line::of).toList()));
  }

  private static void time(Performance performance, Command command) {
    performance.say("time", "turns", Integer.toString(performance.state().turn()));
  }

  private static void brief(Performance performance, boolean brief) {
    performance.change(new Change.Brief(performance.actor(), brief));
    performance.say(brief ? "brief" : "verbose");
  }

  /** The next tier of the first hint that is due; all tiers but the last are given once. */
  private static void hint(Performance performance, Command command) {
    List<Hint> hints = performance.world().hints();
    for (int i = 0; i < hints.size(); i++) {
      Hint hint = hints.get(i);
      if (hint.when().test(performance.draft().facts()) == Truth.YES && !hint.tiers().isEmpty()) {
        int read = performance.state().hints().getOrDefault(i, 0);
        int tier = hint.next(read);
        if (tier == read) {
          performance.change(new Change.Hinted(i, read + 1));
        }
        performance.tell(
            Audience.ACTOR, TextKind.HINT, new Event.Content.Written(hint.tiers().get(tier)));
        performance.tell(
            Audience.ACTOR,
            TextKind.HINT,
            new Event.Content.Message(tier + 1 < hint.tiers().size() ? "hint.more" : "hint.last"));
        return;
      }
    }
    performance.say("hint.none");
  }
}

package lamplight.tui.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.tui.state.Model;
import lamplight.tui.state.Stage;
import lamplight.tui.state.Story;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Run;
import org.jspecify.annotations.Nullable;

/**
 * What has come up between two models, as lines, for fronts that write one after another: new
 * story, and the questions of the way into a game.
 */
final class Prose {
  private @Nullable Model shown;

  List<Story.Told> next(Model model) {
    List<Story.Told> lines = new ArrayList<>();
    Model before = shown;
    if (before == null || !before.stage().equals(model.stage())) {
      questions(model)
          .forEach(
              text ->
                  lines.add(
                      new Story.Told(Story.Voice.PROGRAM, List.of(new Run(text, Ink.PROSE)))));
    }
    model.story().since(before == null ? 0 : before.story().total()).stream()
        .filter(line -> line.voice() != Story.Voice.PLAYER)
        .forEach(lines::add);
    if (model.leaving() && (before == null || !before.leaving())) {
      lines.add(
          new Story.Told(
              Story.Voice.PROGRAM, List.of(new Run("Ctrl-C again leaves the game.", Ink.NOTICE))));
    }
    shown = model;
    return lines;
  }

  private static List<String> questions(Model model) {
    Stage stage = model.stage();
    List<String> lines = new ArrayList<>();
    if (stage instanceof Stage.Naming naming) {
      notice(naming.notice()).ifPresent(lines::add);
      lines.add("What is your name? An empty line takes " + model.goal().suggestion() + ".");
    } else if (stage instanceof Stage.Choosing choosing) {
      for (int i = 0; i < choosing.choices().size(); i++) {
        Stage.Choice choice = choosing.choices().get(i);
        lines.add("%d: %s (%s)".formatted(i + 1, choice.title(), choice.detail()));
      }
      notice(choosing.notice()).ifPresent(lines::add);
      lines.add(
          choosing.choices().isEmpty()
              ? "No worlds here, and no open game. An empty line looks again."
              : "Which one? Type its number.");
    } else if (stage instanceof Stage.Unlocking unlocking) {
      notice(unlocking.notice()).ifPresent(lines::add);
      lines.add("The password of " + unlocking.offer().id() + "?");
    } else if (stage instanceof Stage.Playing playing) {
      lines.add(
          "You play %s as %s; the game's code is %s. quit leaves."
              .formatted(
                  model.lobby().title(playing.world()), playing.player(), playing.session()));
    }
    return lines;
  }

  private static Optional<String> notice(String notice) {
    return Optional.of(notice).filter(words -> !words.isEmpty());
  }
}

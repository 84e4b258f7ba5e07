package lamplight.tui.term;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.archive.Recording;
import lamplight.tui.state.Choice;
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
    boolean watching = before != null && before.showsReplay() && model.showsReplay();
    if (before == null || (!watching && !before.stage().equals(model.stage()))) {
      questions(model)
          .forEach(
              text ->
                  lines.add(
                      new Story.Told(Story.Voice.PROGRAM, List.of(new Run(text, Ink.PROSE)))));
    }
    model.story().since(before == null ? 0 : before.story().total()).stream()
        .filter(line -> line.voice() != Story.Voice.PLAYER || model.showsReplay())
        .forEach(lines::add);
    if (model.leaving() && (before == null || !before.leaving())) {
      lines.add(
          new Story.Told(
              Story.Voice.PROGRAM,
              List.of(new Run(model.words().say("leaving.line"), Ink.NOTICE))));
    }
    shown = model;
    return lines;
  }

  private static List<String> questions(Model model) {
    return model.stage().match(new Questions(model)).stream()
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** What a stage asks or says, as lines; empty ones are left out. */
  private record Questions(Model model) implements Stage.Cases<List<String>> {
    @Override
    public List<String> waiting(Stage.Waiting stage) {
      return List.of();
    }

    @Override
    public List<String> starting(Stage.Starting stage) {
      return List.of(model.words().say(stage.key()));
    }

    @Override
    public List<String> entering(Stage.Entering stage) {
      return List.of();
    }

    @Override
    public List<String> naming(Stage.Naming stage) {
      return List.of(stage.notice(), model.words().say("start.name.line", model.suggestion()));
    }

    @Override
    public List<String> choosing(Stage.Choosing stage) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < stage.choices().size(); i++) {
        Choice choice = stage.choices().get(i);
        if (i == 0 || stage.choices().get(i - 1).group() != choice.group()) {
          lines.add(model.words().say(choice.group().key()));
        }
        String detail = choice.detail().isEmpty() ? "" : " (" + choice.detail() + ")";
        String about = choice.about().isEmpty() ? "" : ". " + choice.about();
        lines.add("%d: %s%s%s".formatted(i + 1, choice.title(), detail, about));
      }
      lines.add(stage.notice());
      lines.add(
          stage.choices().isEmpty()
              ? model.words().say("start.choose.none")
              : model.words().say("start.choose.line"));
      return lines;
    }

    @Override
    public List<String> unlocking(Stage.Unlocking stage) {
      return List.of(stage.notice(), model.words().say("start.password.line", stage.offer().id()));
    }

    @Override
    public List<String> playing(Stage.Playing stage) {
      String title = model.lobby().title(stage.world());
      return List.of(
          stage.isElsewhere()
              ? model.words().say("start.elsewhere", stage.session())
              : model.words().say("start.playing", title, stage.player(), stage.session()));
    }

    @Override
    public List<String> watching(Stage.Watching stage) {
      Recording recording = stage.playback().recording();
      return List.of(
          model
              .words()
              .say(
                  "replay.line",
                  model.lobby().title(recording.about().world()),
                  recording.player(),
                  recording.about().session()));
    }

    @Override
    public List<String> over(Stage.Over stage) {
      return List.of();
    }
  }
}

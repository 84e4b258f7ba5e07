package lamplight.tui.state;

import lamplight.tui.link.News;
import lamplight.tui.state.Update.Step;
import lamplight.tui.text.Clean;

/** What becomes of the link's news. */
final class Hearing {
  private Hearing() {}

  static Step step(Model model, News news) {
    if (news instanceof News.Told told) {
      return Step.of(
          model.changed(d -> d.story = d.story.with(Telling.told(told.kind(), told.line()))));
    }
    if (news instanceof News.Changed changed) {
      return Step.of(changed(model, changed));
    }
    if (news instanceof News.Weather weather) {
      return Step.of(model.changed(d -> d.standing = weather.standing()));
    }
    if (news instanceof News.Ready) {
      return Entrance.ready(model);
    }
    if (news instanceof News.Listing listing) {
      return Step.of(Entrance.listed(model, listing));
    }
    if (news instanceof News.Seated seated) {
      return Step.of(Entrance.seated(model, seated));
    }
    if (news instanceof News.Refused refused) {
      return refused(model, refused);
    }
    News.Closed closed = (News.Closed) news;
    return Step.of(Entrance.over(model, closed.fault() ? 1 : 0, Clean.text(closed.text())));
  }

  /** The map goes back to the player's own level when the player moves. */
  private static Model changed(Model model, News.Changed changed) {
    String player = model.stage() instanceof Stage.Playing playing ? playing.player() : "";
    Scene scene = Scene.of(changed.replica(), player);
    boolean moved = !scene.room().equals(model.scene().room());
    return model.changed(
        d -> {
          d.scene = scene;
          d.version = changed.replica().version();
          d.floor = moved ? 0 : d.floor;
        });
  }

  private static Step refused(Model model, News.Refused refused) {
    if (model.isPlaying()) {
      return Step.of(model.changed(d -> d.story = d.story.with(Telling.refusal(refused.text()))));
    }
    return Entrance.refused(model, refused);
  }
}

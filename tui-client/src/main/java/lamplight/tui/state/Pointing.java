package lamplight.tui.state;

import lamplight.engine.sync.Known;

/** What comes of a click. */
record Pointing(Model model) implements Target.Cases<Step> {
  @Override
  public Step room(Target.Room target) {
    if (!model.isPlaying()) {
      return Step.of(model);
    }
    String own = model.scene().room().map(Known.Room::id).orElse("");
    if (target.id().equals(own)) {
      return Update.sent(model, "look");
    }
    return Walk.between(model.scene().rooms(), own, target.id())
        .map(way -> walked(model, way))
        .orElseGet(() -> Step.of(model.saying(model.words().say("walk.none"))));
  }

  /** Goes on with a walk: its next step is sent as if it had been typed. */
  static Step walked(Model model, Walk walk) {
    Step step =
        walk.direction()
            .map(direction -> Update.sent(model, direction))
            .orElseGet(() -> Step.of(model));
    return new Step(step.model().changed(d -> d.walk = walk), step.intents());
  }

  @Override
  public Step words(Target.Words target) {
    return Step.of(model.isPlaying() ? offering(model, target.words()) : model);
  }

  /** The palette shows what can be done with something. */
  static Model offering(Model model, String words) {
    return model.changed(d -> d.overlay = new Overlay.Finder(Overlay.Finder.Kind.ABOUT, words, 0));
  }

  @Override
  public Step row(Target.Row target) {
    return model.stage() instanceof Stage.Choosing
        ? Entrance.answered(model, Integer.toString(target.index() + 1))
        : model.overlay() instanceof Overlay.End
            ? Entrance.next(
                model.changed(d -> d.overlay = Overlay.NONE), Overlay.End.ALL.get(target.index()))
            : Step.of(model);
  }
}

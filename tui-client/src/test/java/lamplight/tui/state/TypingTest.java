package lamplight.tui.state;

import static lamplight.tui.state.Worlds.keyed;
import static lamplight.tui.state.Worlds.playing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.tui.link.News;
import org.junit.jupiter.api.Test;

/** Who is told that somebody types, and for how long it is shown. */
class TypingTest {
  private static final Size SIZE = new Size(80, 24);

  private static List<Intent> typedAt(Model model, long now, String... keys) {
    return Update.step(keyed(model, keys).model(), new Message.Tick(now)).intents();
  }

  @Test
  void theOthersAreToldOnceInAWhileThatThePlayerTypes() {
    Model model = Update.step(playing(SIZE), new Message.Tick(10_000)).model();
    Step told = Update.step(keyed(model, "l", "o").model(), new Message.Tick(10_001));
    assertThat(told.intents()).containsExactly(new Intent.Typing());
    assertThat(typedAt(told.model(), 10_001 + Typing.EVERY - 1, "o")).isEmpty();
    assertThat(typedAt(told.model(), 10_001 + Typing.EVERY, "o"))
        .containsExactly(new Intent.Typing());
    assertThat(typedAt(told.model(), 99_000)).as("nothing more was typed").isEmpty();
    Model alone = Worlds.after(model, new News.Changed(Worlds.replica("PRESENCE:bo:away")));
    assertThat(typedAt(alone, 10_001, "l")).as("nobody is there").isEmpty();
    Model hidden =
        Worlds.playing(
            Worlds.settings(Settings.USUAL.words(), false, false, Settings.Bell.OFF, false), SIZE);
    assertThat(typedAt(hidden, 10_001, "l")).as("not wanted").isEmpty();
  }

  @Test
  void aTypingMarkFadesAndEndsWithWhatIsSaid() {
    Model before = Update.step(playing(SIZE), new Message.Tick(10_000)).model();
    Model marked = Worlds.after(before, new News.Typing("bo"));
    Model seen = Update.step(marked, new Message.Tick(50_000)).model();
    assertThat(seen.typing().isBy("bo")).as("counted from when it is first shown").isTrue();
    assertThat(seen.typing().wake()).contains(50_000 + Typing.FADES);
    assertThat(Update.step(seen, new Message.Tick(50_000 + Typing.FADES)).model().typing().others())
        .isEmpty();
    News said =
        Worlds.told(TextKind.SPEECH, new Span(Span.Kind.PLAYER, "bo", "Bo"), " says: hello");
    assertThat(Worlds.after(seen, said).typing().others()).isEmpty();
  }
}

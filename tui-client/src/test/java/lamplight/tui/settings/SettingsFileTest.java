package lamplight.tui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lamplight.tui.state.Key;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Tint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  private static SettingsFile.Read read(String text) {
    return SettingsFile.read("client.yaml", text, Map.of());
  }

  @Test
  void no_file_an_empty_file_and_the_explained_one_are_all_as_usual() throws IOException {
    Settings none = SettingsFile.read(Path.of("no", "such", "file"), Map.of()).settings();
    assertThat(none.keys()).isEqualTo(Settings.USUAL.keys());
    assertThat(none.theme()).isEqualTo(Settings.USUAL.theme());
    assertThat(read("").problems()).isEmpty();
    SettingsFile.Read explained = read(SettingsFile.explained());
    assertThat(explained.problems()).isEmpty();
    assertThat(explained.settings().keys()).isEqualTo(Settings.USUAL.keys());
    assertThat(explained.settings().theme()).isEqualTo(Settings.USUAL.theme());
  }

  @Test
  void what_is_set_holds() {
    Settings settings =
        read("""
            language: de
            theme: light
            colours: 16
            layout: above
            motion: reduced
            drawing: ascii
            bell: mention
            inks: {room: "red bold"}
            keys: {F5: map, Ctrl-C: nothing, Alt-q: leave}
            """)
            .settings();
    assertThat(settings.words().say("map.title")).isEqualTo("Karte");
    assertThat(settings.depth()).contains(Tint.Depth.BASIC);
    assertThat(settings.layout()).isEqualTo(Settings.Arrangement.ABOVE);
    assertThat(settings.reducedMotion()).isTrue();
    assertThat(settings.ascii()).isTrue();
    assertThat(settings.bell()).isEqualTo(Settings.Bell.MENTION);
    assertThat(settings.theme().of(Ink.ROOM)).isEqualTo(Tint.parse("red bold"));
    assertThat(settings.keys())
        .containsEntry(Key.named("F5"), Keys.Action.MAP)
        .containsEntry(Key.named("F2"), Keys.Action.MAP)
        .containsEntry(Key.named("Alt-q"), Keys.Action.LEAVE)
        .doesNotContainKey(Key.named("Ctrl-C"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          themes: dark            | 1:1: there is no setting "themes"; did you mean "theme"?
          theme: pink             | 1:8: "pink" is no value for theme; choose from dark, light, contrast, mono
          inks: {rooom: red}      | 1:8: there is no ink "rooom"; did you mean "room"?
          keys: {Hyper-x: map}    | 1:8: "Hyper-x" is no key; keys are called F1, Ctrl-K, Alt-x, PgUp, Ctrl-Shift-Up; change it
          keys: {F5: mapp}        | 1:12: no key does "mapp"; did you mean "map"?
          dark                    | 1:1: names with values are expected here; write name: value
          """)
  void what_is_wrong_is_told_with_its_place(String text, String problem) {
    assertThat(read(text).problems()).containsExactly("client.yaml:" + problem);
  }

  @Test
  void all_problems_are_told_at_once_and_bad_yaml_is_one() {
    assertThat(read("theme: pink\nbell: loud\n").problems()).hasSize(2);
    assertThat(read("theme: [").problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"C,true", "POSIX,true", "C.UTF-8,false", "de_DE.UTF-8,false", "'',false"})
  void boxes_are_drawn_unless_the_system_says_that_there_are_none(String tag, boolean ascii) {
    assertThat(SettingsFile.read("a.yaml", "", Map.of("LC_ALL", tag)).settings().ascii())
        .isEqualTo(ascii);
  }

  @ParameterizedTest
  @CsvSource({"de_DE.UTF-8,Karte", "en_GB.UTF-8,Map", "C,Map", "fr_FR,Map"})
  void the_language_is_that_of_the_system_if_there_are_words_in_it(String tag, String word) {
    Settings settings = SettingsFile.read("f", "", Map.of("LANG", tag)).settings();
    assertThat(settings.words().say("map.title")).isEqualTo(word);
    assertThat(settings.depth()).isEqualTo(Optional.empty());
  }
}

package lamplight.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.tui.text.Clean;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Run;

/** How what was said becomes lines of the story. */
final class Telling {
  private Telling() {}

  static Story.Told echo(String command) {
    return new Story.Told(Story.Voice.PLAYER, List.of(new Run(command, Ink.ECHO)));
  }

  static Story.Told refusal(String text) {
    return new Story.Told(Story.Voice.WORLD, List.of(new Run(Clean.text(text), Ink.REFUSAL)));
  }

  /** A word of the program itself. */
  static Story.Told aside(String text) {
    return told(TextKind.SYSTEM, Line.of(text));
  }

  static Story.Told told(TextKind kind, Line line) {
    if (line.isEmpty()) {
      return Story.Told.BLANK;
    }
    List<Run> words =
        line.spans().stream()
            .map(span -> new Run(Clean.text(span.words()), ink(kind, span.kind())))
            .toList();
    return new Story.Told(kind == TextKind.SYSTEM ? Story.Voice.PROGRAM : Story.Voice.WORLD, words);
  }

  /** The same with the player's name set off where it is said. */
  static Story.Told mentioning(Story.Told told, Optional<Pattern> name) {
    return name.map(
            own ->
                new Story.Told(
                    told.voice(),
                    told.runs().stream().flatMap(run -> mentioning(run, own).stream()).toList()))
        .orElse(told);
  }

  private static List<Run> mentioning(Run run, Pattern name) {
    List<Run> parts = new ArrayList<>();
    Matcher said = name.matcher(run.words());
    int at = 0;
    while (!run.ink().isLink() && said.find()) {
      parts.add(new Run(run.words().substring(at, said.start()), run.ink()));
      parts.add(new Run(said.group(), Ink.MENTION));
      at = said.end();
    }
    parts.add(new Run(run.words().substring(at), run.ink()));
    return parts.stream().filter(part -> !part.words().isEmpty()).toList();
  }

  private static Ink ink(TextKind text, Span.Kind span) {
    return switch (span) {
      case PLAIN -> ink(text);
      case ROOM -> Ink.ROOM;
      case ITEM -> Ink.ITEM;
      case PERSON -> Ink.PERSON;
      case PLAYER -> Ink.PLAYER;
      case EXIT -> Ink.EXIT;
      case EMPHASIS -> Ink.EMPHASIS;
    };
  }

  private static Ink ink(TextKind kind) {
    return switch (kind) {
      case ROOM, RESULT -> Ink.PROSE;
      case EVENT -> Ink.EVENT;
      case SPEECH -> Ink.SPEECH;
      case SYSTEM -> Ink.SYSTEM;
      case HINT -> Ink.HINT;
      case PROMPT -> Ink.EMPHASIS;
    };
  }
}

package lamplight.tui.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import lamplight.tui.text.Words;

/** Why something on this machine cannot be played, as a key of {@link Words} with its values. */
final class Trouble extends IOException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] values;

  Trouble(String key, String... values) {
    super(Words.ENGLISH.say(key, (Object[]) values));
    this.key = key;
    this.values = values.clone();
  }

  /** Why something failed, for people. */
  static String words(Exception problem, Words words) {
    if (problem instanceof Trouble trouble) {
      return words.say(trouble.key, (Object[]) trouble.values);
    }
    if (problem instanceof AccessDeniedException denied) {
      return words.say("solo.denied", denied.getFile());
    }
    if (problem instanceof NoSuchFileException missing) {
      return words.say("solo.missing", missing.getFile());
    }
    return problem instanceof FileSystemException file
        ? file.getFile() + ": " + Optional.ofNullable(file.getReason()).orElse("?")
        : String.valueOf(problem.getMessage());
  }
}

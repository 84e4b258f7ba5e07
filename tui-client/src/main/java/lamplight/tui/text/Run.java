package lamplight.tui.text;

/** Some words in one ink. */
public record Run(String words, Ink ink) {}

package lamplight.tui.term;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lamplight.tui.state.Completion;
import lamplight.tui.state.Key;
import lamplight.tui.state.Marking;
import lamplight.tui.state.Message;
import lamplight.tui.state.Model;
import lamplight.tui.state.Stage;
import lamplight.tui.state.Story;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Tint;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/**
 * A prompt at the foot of an ordinary terminal: JLine edits the line, with history and completion;
 * messages appear above it.
 */
final class LineFront implements Front {
  private static final String PROMPT = "> ";
  private static final char MASK = '*';
  private static final int WIDEST = 100;
  private static final long LAST_WAIT = 3_000;

  /** What JLine turns on while it reads a line; it does not turn it off if it is killed. */
  private static final String PASTE_OFF = "\u001b[?2004l";

  private final Terminal terminal;
  private final Modes modes;
  private final Consumer<Message> messages;
  private final Looks looks;
  private final LineReader reader;
  private final Thread thread = new Thread(this::readLines, "lamplight-lines");
  private final Turn turn = new Turn();
  private final Prose prose = new Prose();
  private final Thread hook = new Thread(this::restore, "lamplight-restore");
  private final String off;
  private volatile boolean open = true;
  private volatile @Nullable Model shown;

  LineFront(Terminal terminal, Modes modes, Consumer<Message> messages, Looks looks) {
    this.terminal = terminal;
    this.modes = modes;
    this.messages = messages;
    this.looks = looks;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(plainWords())
            .completer((unused, line, candidates) -> complete(line, candidates))
            .highlighter((unused, line) -> marked(line))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
    this.off = off(terminal);
    Runtime.getRuntime().addShutdownHook(hook);
    thread.setDaemon(true);
    thread.start();
  }

  private static String off(Terminal terminal) {
    StringWriter text = new StringWriter();
    String keys = terminal.getStringCapability(InfoCmp.Capability.keypad_local);
    Curses.tputs(text, keys == null ? "" : keys);
    return PASTE_OFF + text;
  }

  /** What players type has no quotes or escapes. */
  private static DefaultParser plainWords() {
    DefaultParser parser = new DefaultParser();
    parser.setQuoteChars(new char[0]);
    parser.setEscapeChars(new char[0]);
    return parser;
  }

  /** JLine completes a word at a time, so of a name of several words the next one is offered. */
  private void complete(ParsedLine line, List<Candidate> candidates) {
    Model model = shown;
    if (model == null || !model.isPlaying()) {
      return;
    }
    int wordStart = line.cursor() - line.wordCursor();
    Completion.Offer offer =
        Completion.of(line.line(), line.cursor(), model.scene(), model.story());
    int skipped = wordStart - offer.start();
    offer.candidates().stream()
        .filter(name -> skipped >= 0 && skipped < name.length())
        .map(name -> name.substring(skipped).split(" ", 2)[0])
        .distinct()
        .forEach(word -> candidates.add(new Candidate(word)));
  }

  private AttributedString marked(String line) {
    Model model = shown;
    return model == null || !model.isPlaying()
        ? new AttributedString(line)
        : styled(new Row(Marking.runs(line, model.scene())));
  }

  private void readLines() {
    try {
      Model model = turn.await();
      while (open && !(model.stage() instanceof Stage.Over)) {
        readLine(model);
        model = turn.await();
      }
    } catch (EndOfFileException | InterruptedException e) {
      messages.accept(new Message.Pressed(new Key.End()));
    }
  }

  private void readLine(Model model) {
    try {
      String line = model.isSecret() ? reader.readLine(PROMPT, MASK) : reader.readLine(PROMPT);
      turn.give();
      messages.accept(new Message.Entered(line));
    } catch (UserInterruptException e) {
      if (!open) {
        return; // Not the player has interrupted it.
      }
      messages.accept(new Message.Pressed(new Key.Ctrl('c')));
    }
  }

  @Override
  public void show(Model model) {
    shown = model;
    int columns = Math.max(20, Math.min(WIDEST, terminal.getWidth()) - 1);
    for (Story.Told line : prose.next(model)) {
      line.rows(columns).forEach(row -> reader.printAbove(styled(row)));
    }
    turn.show(model);
  }

  private AttributedString styled(Row row) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    for (Run run : row.runs()) {
      text.append(run.words(), style(looks.theme().of(run.ink())));
    }
    return text.toAttributedString();
  }

  private AttributedStyle style(Tint tint) {
    AttributedStyle style = AttributedStyle.DEFAULT;
    Optional<Integer> colour =
        switch (looks.depth()) {
          case NONE -> Optional.empty();
          case BASIC -> tint.basic().map(Tint.Basic::number);
          case INDEXED, TRUE -> tint.indexed().or(() -> tint.basic().map(Tint.Basic::number));
        };
    if (colour.isPresent()) {
      style = style.foreground(colour.get());
    }
    if (tint.has(Tint.Mark.BOLD)) {
      style = style.bold();
    }
    if (tint.has(Tint.Mark.UNDERLINE)) {
      style = style.underline();
    }
    if (tint.has(Tint.Mark.REVERSE)) {
      style = style.inverse();
    }
    return tint.has(Tint.Mark.ITALIC) ? style.italic() : style;
  }

  @Override
  public void ring() {
    terminal.puts(InfoCmp.Capability.bell);
    terminal.flush();
  }

  @Override
  public void suspend() {
    // JLine does this by itself.
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The program is going down, and the hook restores.
    }
    open = false;
    thread.interrupt();
    try {
      thread.join(LAST_WAIT);
      // The prompt that nobody will answer goes.
      terminal.puts(InfoCmp.Capability.carriage_return);
      terminal.puts(InfoCmp.Capability.clr_eol);
      terminal.close();
      modes.restore();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be closed", e);
    }
  }

  /** The program is going down: JLine puts the terminal's attributes right, this its modes. */
  private void restore() {
    open = false;
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write((off + "\r\n").getBytes(StandardCharsets.US_ASCII));
      terminal.close();
      modes.restore();
    } catch (IOException e) {
      return; // The terminal is gone.
    }
  }
}

package lamplight.worlds.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line to the program: a process's standard streams, or a socket. One thread puts what arrives on
 * paper, another types and waits until it reads there what it wants.
 */
final class Line {
  private static final long PATIENCE_SECONDS = 60;

  private final String name;
  private final OutputStream out;
  private final Paper paper;
  private String end = "";

  Line(String name, InputStream in, OutputStream out, Paper paper) {
    this.name = name;
    this.out = out;
    this.paper = paper;
    Thread thread = new Thread(() -> readAll(in), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(InputStream in) {
    char[] some = new char[4096];
    try (Reader reader = new InputStreamReader(in, paper.charset())) {
      for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
        type(arrived(new String(some, 0, count)));
      }
      ended("ended");
    } catch (IOException | RuntimeException | AssertionError e) {
      ended("broke (" + e + ")");
    }
  }

  private synchronized String arrived(String text) {
    String answer = paper.write(text);
    notifyAll();
    return answer;
  }

  private synchronized void ended(String how) {
    end = how;
    notifyAll();
  }

  void type(String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      out.write(text.getBytes(paper.charset()));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  synchronized String text() {
    return paper.text();
  }

  /**
   * Waits until the text is as wanted.
   *
   * @throws AssertionError if the line ended, or a minute went by, and it still was not
   */
  synchronized String await(String what, Predicate<String> wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wanted.test(paper.text())) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (!end.isEmpty() || left <= 0) {
        throw new AssertionError(
            "%s %s before it said %s; it said:%n%s"
                .formatted(name, end.isEmpty() ? "went quiet" : end, what, paper.text()));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
    return paper.text();
  }

  /** Waits until something like this can be read, and gives it. */
  Matcher awaitMatch(Pattern pattern) {
    Matcher matcher =
        pattern.matcher(await(pattern.pattern(), text -> pattern.matcher(text).find()));
    assertThat(matcher.find()).isTrue();
    return matcher;
  }

  /** Waits until nothing can come any more. */
  synchronized void awaitEnd() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (long left = PATIENCE_SECONDS * 1000; end.isEmpty(); ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(name + " does not end; it said:\n" + paper.text());
      }
    }
  }

  /** Waits until these words can be read, however the text is broken into lines. */
  String awaitWords(String words) {
    return await("\"" + words + "\"", text -> text.replaceAll("\\s+", " ").contains(words));
  }
}

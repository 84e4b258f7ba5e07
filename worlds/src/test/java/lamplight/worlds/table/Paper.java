package lamplight.worlds.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What arrives is written here, and can be read as a person would read it. */
interface Paper {

  /**
   * Takes what arrived.
   *
   * @return what the medium itself answers, often nothing
   */
  String write(String arrived);

  String text();

  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** Paper on which one thing stands after the other. */
  static Paper roll() {
    StringBuilder all = new StringBuilder();
    return new Paper() {
      @Override
      public String write(String arrived) {
        all.append(arrived);
        return "";
      }

      @Override
      public String text() {
        return all.toString();
      }
    };
  }
}

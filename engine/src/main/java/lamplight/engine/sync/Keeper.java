package lamplight.engine.sync;

import org.jspecify.annotations.Nullable;

/**
 * Something that never changes and keeps what was made of it last, so that it need not be made
 * again.
 */
public abstract class Keeper {

  private @Nullable Form form;

  Keeper() {}

  /** What is kept: only its maker knows what it is. Whoever finds another's makes it anew. */
  public interface Form {}

  /** What was kept last; null if nothing was. */
  public @Nullable Form form() {
    return form;
  }

  /** Keeps {@code made}. */
  public void keep(Form made) {
    form = made;
  }
}

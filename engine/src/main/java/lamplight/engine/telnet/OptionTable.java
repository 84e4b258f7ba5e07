package lamplight.engine.telnet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one program does with telnet options, a row each. Whatever has no row is refused once.
 *
 * @param <T> what the handlers work on
 */
public final class OptionTable<T> {
  /** Who may start an option on one side of the connection. */
  public enum Use {
    NEVER,
    /** Only when we asked for it. */
    OURS,
    /** Also when the other end asks for it. */
    AGREED,
    /** A question without state: every one is answered. */
    EVERY_TIME
  }

  /** When we ask for an option by ourselves. */
  public enum Offer {
    NONE,
    /** At once. A bare socket shows these bytes, so they are few. */
    FIRST,
    /** When the other end has shown that it speaks telnet. */
    SECOND
  }

  /** What follows from an option. */
  public record Handler<T>(Change<T> change, Body<T> body) {
    /** It is on or off now; off also says that it was refused. */
    public interface Change<T> {
      void agreed(T owner, Side side, boolean on);
    }

    /** A subnegotiation came, whether the option is on or not. */
    public interface Body<T> {
      void told(T owner, byte[] body);
    }

    public static <T> Handler<T> none() {
      return changes((owner, side, on) -> {});
    }

    public static <T> Handler<T> changes(Change<T> change) {
      return new Handler<>(change, (owner, body) -> {});
    }

    public static <T> Handler<T> bodies(Body<T> body) {
      return new Handler<>((owner, side, on) -> {}, body);
    }
  }

  /** One option: what either side may do with it, when we ask for it, and what follows. */
  public record Row<T>(TelnetOption option, Use us, Use them, Offer offer, Handler<T> handler) {
    public Use use(Side side) {
      return switch (side) {
        case US -> us;
        case THEM -> them;
      };
    }

    /** The side on which we ask for it: ours if we may do it at all. */
    public Side offeredSide() {
      return us == Use.NEVER ? Side.THEM : Side.US;
    }
  }

  private final Map<TelnetOption, Row<T>> rows = new EnumMap<>(TelnetOption.class);

  /**
   * @throws IllegalArgumentException if two rows are of one option
   */
  public OptionTable(List<Row<T>> rows) {
    for (Row<T> row : rows) {
      if (this.rows.put(row.option(), row) != null) {
        throw new IllegalArgumentException("two rows of " + row.option());
      }
    }
  }

  /** In the order of the options' numbers. */
  public Collection<Row<T>> rows() {
    return rows.values();
  }

  public Optional<Row<T>> row(int code) {
    return TelnetOption.of(code).map(rows::get);
  }

  /** Who may start an option: nobody, where there is no row. */
  Use use(TelnetOption option, Side side) {
    Row<T> row = rows.get(option);
    return row == null ? Use.NEVER : row.use(side);
  }
}

package lamplight.engine.telnet;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * RFC 1143's method over an {@link OptionTable}: one state a side and option, so that no exchange
 * can loop.
 *
 * <p>Where the RFC queues an opposite request until the open one is answered, this sends it at once
 * and remembers that an old answer may still be under way: TinTin++ and others never answer {@code
 * WONT ECHO}, and a password must not wait for them.
 */
final class Negotiation {
  /** Hears of what was agreed, and sends. */
  interface Listener {
    void send(int verb, int option);

    /** Called behind the command that turns it on, and before the one that turns it off. */
    void agreed(TelnetOption option, Side side, boolean on);
  }

  private enum State {
    NO,
    YES,
    WANT_NO,
    WANT_YES
  }

  private static final class Slot {
    State state = State.NO;

    /** An answer to a request that we withdrew may still arrive. */
    boolean stale;
  }

  /** One side's options, and the numbers that it was refused. */
  private static final class Half {
    final Map<TelnetOption, Slot> slots = new EnumMap<>(TelnetOption.class);
    final BitSet refused = new BitSet(0);
  }

  private final OptionTable<?> table;
  private final Listener listener;
  private final Half us = new Half();
  private final Half them = new Half();

  Negotiation(OptionTable<?> table, Listener listener) {
    this.table = table;
    this.listener = listener;
  }

  /**
   * Asks for an option to be on, or withdraws it; does nothing if that is already so or already
   * asked for.
   */
  void ask(TelnetOption option, Side side, boolean on) {
    Slot slot = slot(option, side);
    State open = on ? State.WANT_YES : State.WANT_NO;
    State settled = on ? State.YES : State.NO;
    if (slot.state == open || slot.state == settled) {
      return;
    }
    boolean ends = slot.state == State.YES;
    slot.stale = slot.state == State.WANT_NO || slot.state == State.WANT_YES;
    slot.state = open;
    if (ends) {
      listener.agreed(option, side, false);
    }
    listener.send(verb(side, on), option.code());
  }

  /** The other end's {@code WILL}, {@code WONT}, {@code DO} or {@code DONT}. */
  void receive(int verb, int code) {
    Side side = verb == Telnet.DO || verb == Telnet.DONT ? Side.US : Side.THEM;
    boolean on = verb == Telnet.DO || verb == Telnet.WILL;
    Optional<TelnetOption> option = TelnetOption.of(code);
    if (option.isEmpty()) {
      if (on) {
        refuse(side, code);
      }
    } else if (on) {
      agree(option.get(), side);
    } else {
      decline(option.get(), side);
    }
  }

  boolean on(TelnetOption option, Side side) {
    return is(State.YES, option, side);
  }

  /** Whether a request of ours for this option still waits for its first answer. */
  boolean open(TelnetOption option, Side side) {
    return is(State.WANT_YES, option, side);
  }

  private boolean is(State state, TelnetOption option, Side side) {
    Slot slot = half(side).slots.get(option); // there is none for most options
    return slot != null && slot.state == state;
  }

  private void agree(TelnetOption option, Side side) {
    Slot slot = slot(option, side);
    switch (slot.state) {
      case NO -> {
        if (table.use(option, side) == OptionTable.Use.EVERY_TIME) {
          listener.send(verb(side, true), option.code());
        } else if (table.use(option, side) == OptionTable.Use.AGREED) {
          slot.state = State.YES;
          listener.send(verb(side, true), option.code());
          listener.agreed(option, side, true);
        } else {
          refuse(side, option.code());
        }
      }
      case WANT_YES -> {
        slot.state = State.YES;
        listener.agreed(option, side, true);
      }
      case YES, WANT_NO -> {} // nothing new, or the answer to what we have withdrawn
    }
  }

  private void decline(TelnetOption option, Side side) {
    Slot slot = slot(option, side);
    if (slot.stale && (slot.state == State.YES || slot.state == State.WANT_YES)) {
      slot.stale = false; // the answer to our earlier WONT or DONT
      return;
    }
    switch (slot.state) {
      case NO -> {}
      case YES -> {
        slot.state = State.NO;
        listener.agreed(option, side, false);
        listener.send(verb(side, false), option.code());
      }
      case WANT_NO -> slot.state = State.NO;
      case WANT_YES -> {
        slot.state = State.NO;
        listener.agreed(option, side, false);
      }
    }
  }

  private void refuse(Side side, int code) {
    BitSet refused = half(side).refused;
    if (!refused.get(code)) {
      refused.set(code);
      listener.send(verb(side, false), code);
    }
  }

  private Slot slot(TelnetOption option, Side side) {
    return half(side).slots.computeIfAbsent(option, o -> new Slot());
  }

  private Half half(Side side) {
    return switch (side) {
      case US -> us;
      case THEM -> them;
    };
  }

  private static int verb(Side side, boolean on) {
    return switch (side) {
      case US -> on ? Telnet.WILL : Telnet.WONT;
      case THEM -> on ? Telnet.DO : Telnet.DONT;
    };
  }
}

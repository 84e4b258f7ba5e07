package lamplight.server.transport.telnet;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lamplight.engine.telnet.CharsetTalk;
import lamplight.engine.telnet.Environment;
import lamplight.engine.telnet.Side;
import lamplight.engine.telnet.TelnetEnd;
import lamplight.engine.telnet.TelnetOption;
import lamplight.engine.telnet.TerminalType;
import lamplight.engine.telnet.WindowSize;
import lamplight.server.transport.telnet.ClientTraits.Charset;

/**
 * What a terminal makes of the client's answers about telnet options: what it asks next, what it
 * waits for, and what the client's traits are. What the screen shows is no concern of it.
 */
final class Negotiation {
  private static final String UTF_8 = "UTF-8";

  /** The options whose answers change how the first words look. */
  private static final List<TelnetOption> AWAITED =
      List.of(
          TelnetOption.TTYPE,
          TelnetOption.EOR,
          TelnetOption.NAWS,
          TelnetOption.CHARSET,
          TelnetOption.MCCP2,
          TelnetOption.BINARY,
          TelnetOption.NEW_ENVIRON);

  private final TelnetEnd<Terminal> end;
  private final ClientTraits traits;
  private final Workshop workshop;
  private final Set<TelnetOption> asked = EnumSet.noneOf(TelnetOption.class);
  private boolean awaitsType;
  private boolean awaitsCharset;
  private boolean awaitsVariables;

  /**
   * @param traits learn what the client tells of itself
   */
  Negotiation(TelnetEnd<Terminal> end, ClientTraits traits, Workshop workshop) {
    this.end = end;
    this.traits = traits;
    this.workshop = workshop;
  }

  /** A program that answers no option, or that refuses each, as netcats do when told to. */
  boolean isBareSocket() {
    return !end.heard() || AWAITED.stream().allMatch(this::isRefused);
  }

  private boolean isRefused(TelnetOption option) {
    return !end.open(option) && !end.on(option, Side.US) && !end.on(option, Side.THEM);
  }

  /**
   * Asks for what makes sense with some clients only, once these have told their names; over a slow
   * line that is long after the start.
   */
  void askMore() {
    if (awaitsType) {
      return;
    }
    if (traits.isPlainTerminal()) {
      askOnce(TelnetOption.BINARY);
    }
    if (traits.wantsCharsetAsked()) {
      askOnce(TelnetOption.CHARSET);
    }
    if (traits.hasVariables()) {
      askOnce(TelnetOption.NEW_ENVIRON);
    }
  }

  private void askOnce(TelnetOption option) {
    if (asked.add(option)) {
      end.ask(option, Side.THEM, true);
    }
  }

  // ---- what the options do; the table in TerminalOptions refers to these ----

  void typeAgreed(Side side, boolean on) {
    awaitsType = on;
    if (on) {
      end.send(TelnetOption.TTYPE, TerminalType.send());
    }
  }

  void typeTold(byte[] body) {
    if (!awaitsType) {
      return;
    }
    TerminalType.name(body)
        .ifPresent(
            name -> {
              awaitsType = traits.type(name);
              if (awaitsType) {
                end.send(TelnetOption.TTYPE, TerminalType.send());
              }
            });
  }

  void sizeTold(byte[] body) {
    WindowSize.read(body).ifPresent(traits::size);
  }

  void charsetAgreed(Side side, boolean on) {
    if (side == Side.US || asked.contains(TelnetOption.CHARSET)) {
      awaitsCharset = on;
      if (on) {
        end.send(TelnetOption.CHARSET, CharsetTalk.request(UTF_8).body());
      } else {
        traits.charset(Charset.NO_OPTION);
      }
    }
  }

  void charsetTold(byte[] body) {
    CharsetTalk.read(body)
        .ifPresent(
            talk -> {
              switch (talk.kind()) {
                case REQUEST -> answerCharset(talk.names());
                case ACCEPTED, REJECTED -> {
                  awaitsCharset = false;
                  traits.charset(talk.names().contains(UTF_8) ? Charset.UTF8 : Charset.REJECTED);
                }
              }
            });
  }

  private void answerCharset(List<String> names) {
    if (names.contains(UTF_8)) {
      traits.charset(Charset.UTF8);
      end.send(TelnetOption.CHARSET, CharsetTalk.accepted(UTF_8).body());
    } else {
      traits.asksForNoUtf8();
      end.send(TelnetOption.CHARSET, CharsetTalk.rejected().body());
    }
  }

  void environmentAgreed(Side side, boolean on) {
    awaitsVariables = on;
    if (on) {
      end.send(TelnetOption.NEW_ENVIRON, Environment.send(ClientTraits.VARIABLES));
    }
  }

  /**
   * Some clients answer all at once, others a variable at a time: the first answer is waited for.
   */
  void environmentTold(byte[] body) {
    awaitsVariables = false;
    traits.variables(Environment.told(body));
  }

  void compressionAgreed(Side side, boolean on) {
    if (on) {
      end.compress(workshop.compressor());
    } else {
      end.endCompression();
    }
  }

  /** Whether all has been answered that changes how the first words look. */
  boolean answered() {
    if (awaitsType || awaitsCharset || awaitsVariables) {
      return false;
    }
    for (TelnetOption option : AWAITED) {
      if (end.open(option)) {
        return false;
      }
    }
    return true;
  }
}

package lamplight.tui.mud;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.telnet.CharsetTalk;
import lamplight.engine.telnet.Environment;
import lamplight.engine.telnet.Mtts;
import lamplight.engine.telnet.Side;
import lamplight.engine.telnet.Telnet;
import lamplight.engine.telnet.TelnetEnd;
import lamplight.engine.telnet.TelnetOption;
import lamplight.engine.telnet.TerminalType;
import lamplight.engine.telnet.WindowSize;
import lamplight.tui.text.Run;
import lamplight.tui.text.Tint;

/** Our end of a telnet connection: bytes in; lines, prompts and GMCP out, and bytes to send. */
final class MudEnd {
  static final String CLIENT = "LAMPLIGHT";

  private static final String UTF_8 = "UTF-8";

  /** Hears what comes, in its order. */
  interface Listener {
    void line(List<Run> line);

    /** A prompt, which has no line end; it may be empty. */
    void prompt(List<Run> words);

    /** Whether the answer is to be hidden: a password is asked for. */
    void hidden(boolean on);

    /** A message of GMCP as it came. */
    void gmcp(String message);

    /** The compressed stream broke; what came with it is lost. */
    void damaged();

    /** What comes is no telnet. */
    void flood();
  }

  private final Listener listener;
  private final Abilities abilities;
  private final TelnetEnd<MudEnd> telnet;
  private final Ansi ansi;
  private final Letters letters;
  private final Inflow inflow = new Inflow(new Bytes());
  private WindowSize size;
  private int types;

  MudEnd(Abilities abilities, WindowSize size, Listener listener) {
    this.abilities = abilities;
    this.size = size;
    this.listener = listener;
    this.ansi = new Ansi(listener::line);
    this.letters = new Letters(ansi::accept);
    this.telnet = new TelnetEnd<>(MudOptions.TABLE, this, new Input());
  }

  void receive(byte[] bytes) {
    inflow.receive(bytes);
  }

  /** The bytes to send, in their order; each is given once. */
  byte[] drain() {
    return telnet.drain();
  }

  void line(String words) {
    telnet.write(letters.bytes(words + "\r\n"));
  }

  void resized(WindowSize now) {
    if (!now.equals(size)) {
      size = now;
      tellSize();
    }
  }

  /** What stands without a line end is a prompt: nothing more has come for a while. */
  void quiet() {
    letters.flush();
    if (ansi.hasUnfinished()) {
      listener.prompt(ansi.unfinished());
    }
  }

  boolean hasUnfinished() {
    return ansi.hasUnfinished();
  }

  /** Frees what the compressed stream holds. */
  void close() {
    inflow.close();
  }

  // ---- what the options do ----

  void echoAgreed(Side side, boolean on) {
    listener.hidden(on);
  }

  /** The client, the terminal, what both can do; the last is said again, as the RFC wants. */
  void typeTold(byte[] body) {
    if (TerminalType.isSend(body)) {
      List<String> names =
          List.of(CLIENT, abilities.terminal().toUpperCase(Locale.ROOT), mtts().word());
      telnet.send(
          TelnetOption.TTYPE, TerminalType.is(names.get(Math.min(types++, names.size() - 1))));
    }
  }

  private Mtts mtts() {
    Set<Mtts.Bit> bits = EnumSet.of(Mtts.Bit.UTF_8);
    if (abilities.depth() != Tint.Depth.NONE) {
      bits.add(Mtts.Bit.ANSI);
    }
    if (abilities.depth().compareTo(Tint.Depth.INDEXED) >= 0) {
      bits.add(Mtts.Bit.COLOURS_256);
    }
    if (abilities.depth() == Tint.Depth.TRUE) {
      bits.add(Mtts.Bit.TRUECOLOUR);
    }
    if (abilities.reader()) {
      bits.add(Mtts.Bit.SCREEN_READER);
    }
    return new Mtts(bits);
  }

  void sizeAgreed(Side side, boolean on) {
    tellSize();
  }

  private void tellSize() {
    if (telnet.on(TelnetOption.NAWS, Side.US)) {
      telnet.send(TelnetOption.NAWS, size.body());
    }
  }

  void environmentTold(byte[] body) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("CLIENT_NAME", CLIENT);
    known.put("CHARSET", UTF_8);
    known.put("MTTS", mtts().word().replace("MTTS ", ""));
    known.put("TERMINAL_TYPE", abilities.terminal());
    List<String> asked = new ArrayList<>(Environment.asked(body));
    if (!asked.isEmpty()) {
      known.keySet().retainAll(asked);
    }
    telnet.send(TelnetOption.NEW_ENVIRON, Environment.is(known));
  }

  void charsetTold(byte[] body) {
    Optional<CharsetTalk> talk = CharsetTalk.read(body);
    if (talk.isPresent() && talk.get().kind() == CharsetTalk.Kind.REQUEST) {
      boolean can = talk.get().names().contains(UTF_8);
      CharsetTalk answer = can ? CharsetTalk.accepted(UTF_8) : CharsetTalk.rejected();
      telnet.send(TelnetOption.CHARSET, answer.body());
    }
  }

  void compressionTold(byte[] body) {
    if (telnet.on(TelnetOption.MCCP2, Side.THEM)) {
      inflow.compressed();
    }
  }

  void gmcpAgreed(Side side, boolean on) {
    if (on) {
      gmcp("Core.Hello {\"client\":\"Lamplight\",\"version\":\"1\"}");
      gmcp(GmcpReplica.SUPPORTS);
    }
  }

  private void gmcp(String message) {
    telnet.send(TelnetOption.GMCP, message.getBytes(StandardCharsets.UTF_8));
  }

  void gmcpTold(byte[] body) {
    listener.gmcp(new String(body, StandardCharsets.UTF_8));
  }

  private final class Bytes implements Inflow.Sink {
    @Override
    public void receive(byte octet) {
      telnet.receive(octet);
    }

    @Override
    public void damaged() {
      telnet.ask(TelnetOption.MCCP2, Side.THEM, false);
      listener.damaged();
    }
  }

  private final class Input implements TelnetEnd.Listener {
    @Override
    public void data(byte octet) {
      letters.accept(octet);
    }

    @Override
    public void command(int code) {
      if (code == Telnet.GA || code == Telnet.EOR) {
        letters.flush();
        listener.prompt(ansi.unfinished());
      } else if (code == Telnet.AYT) {
        telnet.write("[yes]\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public void flood() {
      listener.flood();
    }
  }
}

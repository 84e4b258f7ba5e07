package lamplight.engine.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.telnet.OptionTable.Handler;
import lamplight.engine.telnet.OptionTable.Offer;
import lamplight.engine.telnet.OptionTable.Row;
import lamplight.engine.telnet.OptionTable.Use;
import org.junit.jupiter.api.Timeout;

/** Whatever comes by telnet. */
@Timeout(20)
class TelnetFuzzTest {

  /** Agrees to everything, and reads every body as each kind of body. */
  private static final OptionTable<TelnetFuzzTest> TABLE =
      new OptionTable<>(
          Stream.of(TelnetOption.values())
              .map(
                  option ->
                      new Row<TelnetFuzzTest>(
                          option,
                          option == TelnetOption.TIMING_MARK ? Use.EVERY_TIME : Use.AGREED,
                          Use.AGREED,
                          Offer.SECOND,
                          Handler.bodies((owner, body) -> readAsEachKind(body))))
              .toList());

  /** What was heard, and how it should have been sent. */
  private static final class Heard implements TelnetParser.Sink {
    final List<String> all = new ArrayList<>();
    final ByteArrayOutputStream again = new ByteArrayOutputStream();

    void receive(byte[] bytes) {
      TelnetParser parser = new TelnetParser(this);
      for (byte octet : bytes) {
        parser.accept(octet);
      }
    }

    private void say(int... octets) {
      for (int octet : octets) {
        again.write(octet);
      }
    }

    private void quote(byte octet) {
      say(octet);
      if ((octet & 0xFF) == Telnet.IAC) {
        say(octet);
      }
    }

    @Override
    public void data(byte octet) {
      all.add("data " + octet);
      quote(octet);
    }

    @Override
    public void command(int code) {
      all.add("command " + code);
      say(Telnet.IAC, code);
    }

    @Override
    public void negotiate(int verb, int option) {
      all.add("negotiate " + verb + " " + option);
      say(Telnet.IAC, verb, option);
    }

    @Override
    public void subnegotiation(int option, byte[] body) {
      all.add("subnegotiation " + option + " " + HexFormat.of().formatHex(body));
      say(Telnet.IAC, Telnet.SB, option);
      for (byte octet : body) {
        quote(octet);
      }
      say(Telnet.IAC, Telnet.SE);
    }

    @Override
    public void flood() {}
  }

  @DictionaryFile(resourcePath = "telnet.dict")
  @FuzzTest
  void whateverComesByTelnet(byte[] bytes) {
    Heard heard = new Heard();
    heard.receive(bytes);
    Heard again = new Heard();
    again.receive(heard.again.toByteArray());
    assertThat(again.all).as("what was heard, said and heard again").isEqualTo(heard.all);
    assertThat(answered(bytes)).hasSizeLessThanOrEqualTo(bytes.length + 3 * 256);
  }

  /** All that an end says to these bytes: at most an answer a request, and its own offers. */
  private byte[] answered(byte[] bytes) {
    Quiet quiet = new Quiet();
    TelnetEnd<TelnetFuzzTest> end = new TelnetEnd<>(TABLE, this, quiet);
    end.connected();
    for (byte octet : bytes) {
      end.receive(octet);
    }
    assertThat(quiet.data).isLessThanOrEqualTo(bytes.length);
    return end.drain();
  }

  private static final class Quiet implements TelnetEnd.Listener {
    int data;

    @Override
    public void data(byte octet) {
      data++;
    }

    @Override
    public void command(int code) {}

    @Override
    public void flood() {}
  }

  private static void readAsEachKind(byte[] body) {
    WindowSize.read(body)
        .ifPresent(size -> assertThat(WindowSize.read(size.body())).contains(size));
    TerminalType.name(body)
        .ifPresent(
            name -> {
              assertThat(name).hasSizeLessThanOrEqualTo(TerminalType.MAX_LENGTH);
              assertThat(Mtts.read(name)).isNotNull();
            });
    var variables = Environment.told(body);
    assertThat(Environment.told(Environment.is(variables))).isEqualTo(variables);
    Environment.asked(body);
    CharsetTalk.read(body);
  }
}

package lamplight.server.transport.telnet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a server says of itself to lists of MUDs, by name: the MUD Server Status Protocol, as a
 * subnegotiation and as lines of text.
 */
public final class Mssp {
  /** What is typed in place of a name to be told it in plain text. */
  static final String REQUEST = "MSSP-REQUEST";

  /** What every server of this program says, unless its host says otherwise. */
  public static final Map<String, String> ALWAYS = always();

  private static final int VAR = 1;
  private static final int VAL = 2;
  private static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9 _-]{0,39}");
  private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}\\u0080-\\u009f]{1,200}");

  private Mssp() {}

  private static Map<String, String> always() {
    Map<String, String> always = new LinkedHashMap<>();
    always.put("FAMILY", "Custom");
    always.put("GENRE", "Adventure");
    always.put("GAMEPLAY", "Adventure");
    always.put("GAMESYSTEM", "Custom");
    always.put("STATUS", "Live");
    always.put("LANGUAGE", "English");
    always.put("CRAWL DELAY", "-1");
    for (String can :
        List.of("ANSI", "GMCP", "MCCP", "UTF-8", "XTERM 256 COLORS", "XTERM TRUE COLORS")) {
      always.put(can, "1");
    }
    for (String cannot : List.of("MSDP", "MSP", "MXP", "VT100", "PAY TO PLAY", "PAY FOR PERKS")) {
      always.put(cannot, "0");
    }
    return Collections.unmodifiableMap(always);
  }

  /**
   * Whether a host may say this: capitals, digits, blanks and dashes; one line without controls.
   */
  public static boolean isAllowed(String name, String value) {
    return NAME.matcher(name).matches() && VALUE.matcher(value).matches();
  }

  /** The subnegotiation's body. */
  static byte[] body(Map<String, String> status) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    status.forEach(
        (name, value) -> {
          out.write(VAR);
          out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
          out.write(VAL);
          out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        });
    return out.toByteArray();
  }

  /** The lines of the plain form; name and value are parted by a tab. */
  static String lines(Map<String, String> status) {
    StringBuilder out = new StringBuilder("\r\nMSSP-REPLY-START\r\n");
    status.forEach((name, value) -> out.append(name).append('\t').append(value).append("\r\n"));
    return out.append("MSSP-REPLY-END\r\n").toString();
  }
}

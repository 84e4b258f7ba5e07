package lamplight.engine.telnet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bodies of {@link TelnetOption#NEW_ENVIRON}, RFC 1572 and MNES: the question for variables by
 * their names, and the answer. Each name is asked for both as a well-known variable and as the
 * user's own, because clients differ in what they take the MUD ones for.
 */
public final class Environment {
  /** Variables that are read of one answer. */
  static final int MAX_VARIABLES = 50;

  private static final int IS = 0;
  private static final int SEND = 1;
  private static final int INFO = 2;

  private static final int VAR = 0;
  private static final int VALUE = 1;
  private static final int ESC = 2;
  private static final int USERVAR = 3;

  private Environment() {}

  public static byte[] send(Collection<String> names) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(SEND);
    for (int kind : List.of(VAR, USERVAR)) {
      for (String name : names) {
        body.write(kind);
        escape(name, body);
      }
    }
    return body.toByteArray();
  }

  /** An answer; what has an empty value is told as defined and empty. */
  public static byte[] is(Map<String, String> variables) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(IS);
    variables.forEach(
        (name, value) -> {
          body.write(VAR);
          escape(name, body);
          body.write(VALUE);
          escape(value, body);
        });
    return body.toByteArray();
  }

  /** The names that a question asks for; none means all. Empty also if it is no question. */
  public static List<String> asked(byte[] body) {
    return body.length == 0 || body[0] != SEND
        ? List.of()
        : read(body).stream().map(Variable::name).distinct().toList();
  }

  /**
   * The variables that an answer or a later notice defines, without those that are said to be
   * undefined; empty if it is neither.
   */
  public static Map<String, String> told(byte[] body) {
    Map<String, String> told = new LinkedHashMap<>();
    if (body.length > 0 && (body[0] == IS || body[0] == INFO)) {
      read(body).stream()
          .filter(variable -> variable.defined)
          .forEach(variable -> told.put(variable.name(), variable.value()));
    }
    return told;
  }

  private static void escape(String words, ByteArrayOutputStream out) {
    for (byte octet : words.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= VAR && octet <= USERVAR) {
        out.write(ESC);
      }
      out.write(octet);
    }
  }

  private static final class Variable {
    private final ByteArrayOutputStream name = new ByteArrayOutputStream();
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private boolean defined;

    private void add(int octet) {
      (defined ? value : name).write(octet);
    }

    private String name() {
      return name.toString(StandardCharsets.UTF_8);
    }

    private String value() {
      return value.toString(StandardCharsets.UTF_8);
    }
  }

  private static List<Variable> read(byte[] body) {
    List<Variable> variables = new ArrayList<>();
    for (int at = 1; at < body.length; at++) {
      int octet = body[at];
      if (octet == VAR || octet == USERVAR) {
        if (variables.size() == MAX_VARIABLES) {
          break;
        }
        variables.add(new Variable());
        continue;
      }
      if (variables.isEmpty()) {
        continue; // no form of an answer
      }
      Variable last = variables.get(variables.size() - 1);
      if (octet == VALUE) {
        last.defined = true;
      } else if (octet != ESC) {
        last.add(octet);
      } else if (at + 1 < body.length) {
        at++;
        last.add(body[at]);
      }
    }
    return variables;
  }
}

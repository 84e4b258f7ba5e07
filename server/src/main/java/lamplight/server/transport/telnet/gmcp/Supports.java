package lamplight.server.transport.telnet.gmcp;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The packages that a client wants to be told of. */
final class Supports {
  /** Packages that are remembered; more are not. */
  static final int MAX = 64;

  /** Letters of a package's name; a longer one is not remembered. */
  static final int MAX_NAME = 64;

  private final Set<String> packages = new HashSet<>();

  /** Each of {@code named} is a package and its version, {@code Char.Items 1}; nonsense is none. */
  void add(Object named) {
    if (named instanceof Collection<?> names) {
      names.forEach(this::addOne);
    }
  }

  private void addOne(Object named) {
    String name = name(named);
    if (packages.size() < MAX && !name.isEmpty() && name.length() <= MAX_NAME) {
      packages.add(name);
    }
  }

  void remove(Object named) {
    if (named instanceof Collection<?> names) {
      names.forEach(name -> packages.remove(name(name)));
    }
  }

  void clear() {
    packages.clear();
  }

  boolean isEmpty() {
    return packages.isEmpty();
  }

  /** Whether a message, its package or a parent of that is wanted. */
  boolean wants(String message) {
    String name = message.toLowerCase(Locale.ROOT);
    for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (packages.contains(name.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private static String name(Object named) {
    String words = named.toString().strip().toLowerCase(Locale.ROOT);
    int space = words.indexOf(' ');
    return space < 0 ? words : words.substring(0, space);
  }
}

package lamplight.engine.session;

import java.util.Set;
import lamplight.engine.wire.Capability;

/**
 * What is known of a connection.
 *
 * @param capabilities what WELCOME granted
 * @param client what the client calls itself, or empty
 */
public record Link(LinkId id, LinkKind kind, Set<Capability> capabilities, String client) {

  public Link {
    capabilities = Set.copyOf(capabilities);
  }

  /** A new connection of a kind, without capabilities. */
  public static Link of(long id, LinkKind kind) {
    return new Link(new LinkId(id), kind, Set.of(), "");
  }

  boolean has(Capability capability) {
    return capabilities.contains(capability);
  }
}

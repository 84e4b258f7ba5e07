package lamplight.engine.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.Capability;

/**
 * What is known of a connection.
 *
 * @param capabilities what WELCOME granted
 * @param client what the client calls itself, or empty
 * @param words the hash of the dictionary that the client says it has
 */
public record Link(
    LinkId id,
    LinkKind kind,
    Set<Capability> capabilities,
    String client,
    Optional<StateHash> words) {

  public Link {
    capabilities = Set.copyOf(capabilities);
  }

  /** A new connection of a kind, without capabilities. */
  public static Link of(long id, LinkKind kind) {
    return new Link(new LinkId(id), kind, Set.of(), "", Optional.empty());
  }

  /** Whether it is sent blocks. */
  boolean hasState() {
    return kind == LinkKind.SYNC || has(Capability.STATE);
  }

  /** The same link, which is sent blocks. */
  Link withState() {
    EnumSet<Capability> more = EnumSet.of(Capability.STATE);
    more.addAll(capabilities);
    return new Link(id, kind, more, client, words);
  }

  boolean has(Capability capability) {
    return capabilities.contains(capability);
  }
}

package lamplight.tui.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A player's mark on its way between two rooms of the map: between two states that are known, never
 * beyond the newer.
 *
 * @param from the room of the older state
 * @param to the room of the newer state
 * @param since when it was first shown; empty before that
 */
public record Glide(String from, String to, Optional<Long> since) {
  /** How long a mark is on its way. */
  static final long MILLIS = 240;

  /** How far it is, 0 to 1. */
  public double progress(long now) {
    return since.map(start -> Math.min(1.0, (now - start) / (double) MILLIS)).orElse(0.0);
  }

  /** The marks that are on their way in {@code next}, if {@code scene} was shown before. */
  static Map<String, Glide> between(Scene scene, Scene next, Map<String, Glide> before) {
    Map<String, Glide> glides = new HashMap<>(before);
    for (Scene.Member member : next.party()) {
      Optional<String> to = member.room();
      Optional<String> from =
          scene.party().stream()
              .filter(old -> old.id().equals(member.id()))
              .findFirst()
              .flatMap(Scene.Member::room);
      if (to.isEmpty()) {
        glides.remove(member.id());
      } else if (from.isPresent() && !from.equals(to)) {
        glides.put(member.id(), new Glide(from.get(), to.get(), Optional.empty()));
      }
    }
    return Map.copyOf(glides);
  }

  /** The marks that are still on their way. */
  static Map<String, Glide> at(long now, Map<String, Glide> glides) {
    Map<String, Glide> left = new HashMap<>();
    glides.forEach(
        (player, glide) -> {
          Glide begun = new Glide(glide.from, glide.to, Optional.of(glide.since.orElse(now)));
          if (begun.progress(now) < 1) {
            left.put(player, begun);
          }
        });
    return Map.copyOf(left);
  }
}

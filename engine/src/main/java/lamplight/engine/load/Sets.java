package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Condition.Where;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingSet;

/** The keys of what names several things: by a tag or one by one, and where they are. */
final class Sets {
  private static final Key<Optional<List<ThingId>>> TAG = Key.of("tag", Refs.TAGGED);
  private static final Key<Optional<List<ThingId>>> THINGS = Key.of("things", Refs.ALIKE);
  static final Key<Where> AT = Key.of("at", Places.WHERE, new Where.Anywhere());

  static final Keys KEYS = Keys.of("a set of things", TAG, THINGS, AT);

  private Sets() {}

  /** The set that a section with these keys names. */
  static ThingSet of(Fields fields, Reading reading) {
    if (fields.has(TAG) == fields.has(THINGS)) {
      reading.error(
          fields.mark(),
          "a set of things has either a tag or a list of things",
          "write tag: TAG, or things: [a, b]");
    }
    List<ThingId> things = fields.get(TAG).or(() -> fields.get(THINGS)).orElse(List.<ThingId>of());
    return new ThingSet(things, fields.get(AT));
  }
}

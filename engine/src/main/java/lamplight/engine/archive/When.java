package lamplight.engine.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A moment of a session, as people name it.
 *
 * @param value a record's number, a version, or Unix milliseconds
 */
public record When(Unit unit, long value) {

  /** What people name it by. */
  public enum Unit {
    STEP,
    VERSION,
    TIME
  }

  /** For people: how a moment is named. */
  public static final String FORMS =
      "a step such as 37, a version such as v120, or a time such as 10:35 or 2026-11-22T10:35";

  /**
   * The moment that somebody named. A time of day is the last one that is not after {@code newest}.
   *
   * @param newest the moment to count back from, in the zone whose times are meant
   * @return empty if the words name none
   */
  public static Optional<When> read(String words, ZonedDateTime newest) {
    String text = words.strip();
    if (text.matches("#?\\d{1,18}")) {
      return Optional.of(new When(Unit.STEP, Long.parseLong(text.replace("#", ""))));
    } else if (text.matches("[vV]\\d{1,18}")) {
      return Optional.of(new When(Unit.VERSION, Long.parseLong(text.substring(1))));
    }
    try {
      return Optional.of(new When(Unit.TIME, time(text, newest).toInstant().toEpochMilli()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime time(String text, ZonedDateTime newest) {
    if (text.length() <= "HH:MM:SS".length()) {
      ZonedDateTime today = newest.with(LocalTime.parse(text));
      return today.isAfter(newest) ? today.minusDays(1) : today;
    }
    boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
    return zoned
        ? OffsetDateTime.parse(text).toZonedDateTime()
        : LocalDateTime.parse(text).atZone(newest.getZone());
  }

  /** Whether a moment is this one or an earlier one. */
  public boolean reaches(long step, long version, long at) {
    return switch (unit) {
      case STEP -> step <= value;
      case VERSION -> version <= value;
      case TIME -> at <= value;
    };
  }

  /** Whether it is a step or version that a session which has come so far does not have yet. */
  boolean isBeyond(long step, long version) {
    return (unit == Unit.STEP && value > step) || (unit == Unit.VERSION && value > version);
  }

  @Override
  public String toString() {
    return switch (unit) {
      case STEP -> "step " + value;
      case VERSION -> "version " + value;
      case TIME -> Instant.ofEpochMilli(value).toString();
    };
  }
}

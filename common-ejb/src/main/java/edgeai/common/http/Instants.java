package edgeai.common.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as the contract reads them. */
public final class Instants {
  private static final DateTimeFormatter ANY = DateTimeFormatter.ISO_DATE_TIME;

  /** Offsets of hours alone, and of hours and minutes without a colon. */
  private static final Pattern HOURS = Pattern.compile("(T.*[+-]\\d{2})$");

  private static final Pattern HOURS_MINUTES = Pattern.compile("([+-]\\d{2})(\\d{2})$");

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Instants() {}

  /**
   * ISO 8601 with any offset, up to nanoseconds; UTC where there is no offset. Years have four
   * digits.
   */
  public static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor parsed =
          ANY.parseBest(
              withColon(text.replace(' ', 'T')), OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          parsed instanceof OffsetDateTime offset
              ? offset.toInstant()
              : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
      return Optional.of(instant).filter(Instants::hasFourDigitYear);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String withColon(String text) {
    String withMinutes = HOURS.matcher(text).replaceFirst("$1:00");
    return HOURS_MINUTES.matcher(withMinutes).replaceFirst("$1:$2");
  }

  static String refusal(String name) {
    return "%s must be an ISO 8601 instant such as 2026-11-22T10:15:30Z.".formatted(name);
  }

  private static boolean hasFourDigitYear(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(END);
  }
}

package edgeai.common.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Instants as the contract reads them. */
final class Instants {
  private static final DateTimeFormatter ANY = DateTimeFormatter.ISO_DATE_TIME;

  private Instants() {}

  /** ISO 8601 with any offset, up to nanoseconds; UTC where there is no offset. */
  static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor parsed =
          ANY.parseBest(
              text.replace(' ', 'T')
                  .replaceFirst("(T.*[+-]\\d{2})$", "$1:00")
                  .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"),
              OffsetDateTime::from,
              LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime offset
              ? offset.toInstant()
              : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

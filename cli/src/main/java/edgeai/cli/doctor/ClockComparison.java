package edgeai.cli.doctor;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** This machine's clock beside that of a server, which says in each answer what time it has. */
final class ClockComparison {
  private static final String SUBJECT = "clock";

  /** A header has whole seconds, and an answer takes a while. */
  private static final Duration WITHIN = Duration.ofSeconds(3);

  private ClockComparison() {}

  /** Empty where the answer says no time. */
  static Optional<Diagnosis> of(URI server, HttpResponse<?> answer, Clock clock) {
    return answer
        .headers()
        .firstValue("Date")
        .flatMap(ClockComparison::read)
        .map(
            there -> {
              Duration ahead = Duration.between(there, clock.instant());
              return ahead.abs().compareTo(WITHIN) <= 0
                  ? Diagnosis.ok(SUBJECT, "as that of %s".formatted(server.getHost()))
                  : Diagnosis.warning(
                      SUBJECT,
                      "%d s %s that of %s, so that times of events, and ends of tokens and sessions, are wrong: let both follow a time server (timedatectl set-ntp true)"
                          .formatted(
                              ahead.abs().toSeconds(),
                              ahead.isNegative() ? "behind" : "ahead of",
                              server.getHost()));
            });
  }

  private static Optional<Instant> read(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

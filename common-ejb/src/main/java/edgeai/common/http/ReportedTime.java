package edgeai.common.http;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something happened, as a node reports it.
 *
 * @param instant what it said, or now where that is no instant
 * @param reported its own words, where they are no instant; else null
 */
public record ReportedTime(Instant instant, String reported) {
  /** What is kept of a node's own words, in characters. */
  public static final int MAX_REPORTED = 200;

  /** Seconds since 1970, to the nanosecond: from 2001 to 2286. */
  private static final Pattern SECONDS = Pattern.compile("\\d{10}(\\.\\d+)?");

  private static final Pattern MILLIS = Pattern.compile("\\d{13}(\\.\\d+)?");

  /**
   * ISO 8601 with any offset, or seconds or milliseconds since 1970; anything else is taken as now.
   *
   * @param now by this server's clock
   * @throws edgeai.common.error.InvalidInput where there is no text and no number
   */
  public static ReportedTime read(JsonInput in, String name, Instant now) {
    String said = in.leniently().text(name).strip();
    return Instants.parse(said)
        .or(() -> sinceEpoch(said))
        .map(instant -> new ReportedTime(instant, null))
        .orElseGet(() -> new ReportedTime(now, Leniency.cut(said, MAX_REPORTED)));
  }

  private static Optional<Instant> sinceEpoch(String said) {
    if (SECONDS.matcher(said).matches()) {
      String[] parts = said.split("\\.");
      String nanos = parts.length == 1 ? "0" : (parts[1] + "000000000").substring(0, 9);
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(nanos)));
    }
    return MILLIS.matcher(said).matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(said.substring(0, 13))))
        : Optional.empty();
  }
}

package edgeai.access;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a token counts, as it is typed: {@code 30d}, {@code 12h}, {@code 90m}. */
public final class Lifetime {
  public static final String ALLOWED = "a time such as 30d, 12h or 90m, 10 years at most";

  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,6})([dhm])");
  private static final Duration LONGEST = Duration.ofDays(3_660);

  private Lifetime() {}

  /** Empty where it is none. */
  public static Optional<Duration> of(String typed) {
    Matcher written = WRITTEN.matcher(typed);
    if (!written.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(written.group(1));
    Duration time =
        switch (written.group(2)) {
          case "d" -> Duration.ofDays(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofMinutes(number);
        };
    return Optional.of(time).filter(wished -> wished.compareTo(LONGEST) <= 0);
  }
}

package edgeai.common.wire;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in which trace a call belongs, as the header {@code traceparent} says it (W3C Trace
 * Context).
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId of the step that the call is part of, 16 hexadecimal digits, not all zero
 * @param sampled whether who calls records the trace
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {
  public static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final String ZEROS = "0".repeat(32);
  private static final String FIRST_VERSION = "00";
  private static final String NO_VERSION = "ff";
  private static final int SAMPLED = 1;

  /**
   * Reads what a client says; empty where it is nothing, or not as the standard has it.
   *
   * @param header may be null
   */
  public static Optional<TraceParent> parse(String header) {
    Matcher said = FORM.matcher(header == null ? "" : header);
    if (!said.matches() || said.group(1).equals(NO_VERSION)) {
      return Optional.empty();
    }
    boolean more = said.group(5) != null;
    boolean zero = ZEROS.equals(said.group(2)) || ZEROS.startsWith(said.group(3));
    if (zero || more && said.group(1).equals(FIRST_VERSION)) {
      return Optional.empty();
    }
    boolean sampled = (HexFormat.fromHexDigits(said.group(4)) & SAMPLED) == SAMPLED;
    return Optional.of(new TraceParent(said.group(2), said.group(3), sampled));
  }

  /** The beginning of a trace that nobody records. */
  public static TraceParent fresh() {
    return new TraceParent(digits() + digits(), digits(), false);
  }

  private static String digits() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }

  /** The same, and what comes of it is not recorded. */
  public TraceParent unsampled() {
    return new TraceParent(traceId, spanId, false);
  }

  /** As the header has it. */
  public String written() {
    return "%s-%s-%s-%s".formatted(FIRST_VERSION, traceId, spanId, sampled ? "01" : "00");
  }
}

package edgeai.common.http;

import java.util.Arrays;
import java.util.Locale;

/** Which of its two faces {@code /metrics} shows; see RFC 9110, section 12.5.1 for the weights. */
public final class MetricsNegotiation {
  private MetricsNegotiation() {}

  /**
   * @param accept the {@code Accept} header, null where there is none
   * @return true where JSON weighs at least as much as Prometheus' text
   */
  public static boolean wantsJson(String accept) {
    if (accept == null || accept.isBlank()) {
      return true;
    }
    double json = weight(accept, "application/json", "*/*");
    double text = weight(accept, "text/plain", "application/openmetrics-text");
    return json >= text;
  }

  private static double weight(String accept, String... types) {
    return Arrays.stream(accept.split(","))
        .map(part -> part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1))
        .filter(part -> Arrays.asList(types).contains(part[0]))
        .mapToDouble(MetricsNegotiation::quality)
        .max()
        .orElse(0);
  }

  private static double quality(String[] part) {
    for (String parameter : part) {
      if (parameter.startsWith("q=")) {
        try {
          double quality = Double.parseDouble(parameter.substring(2));
          return quality >= 0 && quality <= 1 ? quality : 0;
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}

package edgeai.common.connection;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many requests this server answered, by method and by the hundreds of the status: those that
 * the container answers by itself too. Thread-safe.
 */
final class AnswerCounts {
  private static final int CLASSES = 5;
  private static final int HUNDRED = 100;

  /** Of RFC 9110 and PATCH; what else somebody sends is one. */
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private static final String OTHER = "other";

  private final Map<String, AtomicLongArray> byMethod = new ConcurrentHashMap<>();

  /**
   * Counts an answer.
   *
   * @param method as it was sent, null where nobody could read it
   */
  void count(String method, int status) {
    // List.of has no null
    String counted = method != null && METHODS.contains(method) ? method : OTHER;
    int hundreds = Math.clamp(status / HUNDRED, 1, CLASSES);
    byMethod
        .computeIfAbsent(counted, name -> new AtomicLongArray(CLASSES))
        .incrementAndGet(hundreds - 1);
  }

  /** Shows them to Prometheus, of each method that was seen all of its series. */
  void register() {
    CounterWithCallback.builder()
        .name("edge_http_answers_total")
        .help("Requests that were answered, by method and by the hundreds of the status.")
        .labelNames("method", "status")
        .callback(
            callback ->
                byMethod.forEach(
                    (method, counts) -> {
                      for (int i = 0; i < CLASSES; i++) {
                        callback.call(counts.get(i), method, (i + 1) + "xx");
                      }
                    }))
        .register();
  }
}

package edgeai.common.guard;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was thrown where nobody waits for it. All of it is counted; each kind, which is a place and
 * a type of exception, is logged once in a while. Thread-safe.
 */
@ApplicationScoped
public class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());
  private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<Kind, Long> lastTold = new ConcurrentHashMap<>();

  private record Kind(String where, Class<?> type) {}

  /**
   * Runs a task whose failure must not end what comes after it.
   *
   * <p>Errors are no exception: where the heap is full the JVM ends the process itself
   * (ExitOnOutOfMemoryError), and after any other, a class that cannot be loaded say, everything
   * else works on.
   *
   * @param where a name from the code, in a word or two
   */
  public void guard(String where, Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      note(where, e);
    }
  }

  /**
   * Counts a failure, and logs it where its kind was not logged lately.
   *
   * @param where a name from the code, in a word or two
   */
  public void note(String where, Throwable failure) {
    if (isToBeTold(where, failure)) {
      LOG.log(Level.SEVERE, failure, () -> told(where));
    }
  }

  /** As {@link #note}, without the stack trace: where it is of others' code and harms nothing. */
  public void noteInALine(String where, Throwable failure) {
    if (isToBeTold(where, failure)) {
      LOG.log(Level.WARNING, () -> "%s: %s".formatted(told(where), failure));
    }
  }

  private boolean isToBeTold(String where, Throwable failure) {
    counts.computeIfAbsent(where, name -> new LongAdder()).increment();
    return isNews(new Kind(where, failure.getClass()));
  }

  private String told(String where) {
    return "%s failed, %d times since the start; more of this kind is only counted for a while"
        .formatted(where, count(where));
  }

  private boolean isNews(Kind kind) {
    long now = System.nanoTime();
    Long told = lastTold.get(kind);
    if (told != null && now - told < SILENCE_NANOS) {
      return false;
    }
    return told == null
        ? lastTold.putIfAbsent(kind, now) == null
        : lastTold.replace(kind, told, now);
  }

  /** How often something failed there since the start. */
  public long count(String where) {
    LongAdder count = counts.get(where);
    return count == null ? 0 : count.sum();
  }

  /** Shows the counts to Prometheus. */
  public void register() {
    CounterWithCallback.builder()
        .name("edge_unexpected_failures_total")
        .help("What failed without taking anything else with it; the log says why.")
        .labelNames("where")
        .callback(callback -> counts.forEach((where, n) -> callback.call(n.sum(), where)))
        .register();
  }
}

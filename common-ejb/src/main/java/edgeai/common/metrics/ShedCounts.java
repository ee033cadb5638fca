package edgeai.common.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What a server turned away, since it had no place or no model for it. Thread-safe. */
public final class ShedCounts {
  private final LongAdder full = new LongAdder();
  private final LongAdder noModel = new LongAdder();

  /** All places were taken. */
  public void full() {
    full.increment();
  }

  /** No model was open. */
  public void noModel() {
    noModel.increment();
  }

  /**
   * Shows them to Prometheus.
   *
   * @param shed asked for when Prometheus asks
   */
  public static void register(String name, String help, Supplier<ShedCounts> shed) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("reason")
        .callback(
            callback -> {
              ShedCounts now = shed.get();
              callback.call(now.full.sum(), "full");
              callback.call(now.noModel.sum(), "no_model");
            })
        .register();
  }
}

package edgeai.coordinator.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a frame took each worker by each model lately, as real work and trials show it. Keeps the
 * newest few thousand pairs. Thread-safe.
 */
@ApplicationScoped
public class ModelPace {
  private static final int MOST = 4_096;

  /** Frames that the newest one is weighed against, at most. */
  private static final int MEMORY = 20;

  private record Pair(String sha256, String worker) {}

  /** A mean of so many frames. */
  private record Mean(double ms, int frames) {
    Mean with(double another) {
      int weight = Math.min(MEMORY, frames + 1);
      return new Mean(ms + (another - ms) / weight, weight);
    }
  }

  private final Map<Pair, Mean> paces =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Mean> eldest) {
          return size() > MOST;
        }
      };

  /** A worker did a frame. */
  public synchronized void took(String sha256, String worker, double ms) {
    if (ms > 0) {
      paces.merge(new Pair(sha256, worker), new Mean(ms, 1), (mean, any) -> mean.with(ms));
    }
  }

  /** By worker, in ms with one decimal; empty where nothing was measured. */
  public synchronized Map<String, Double> of(String sha256) {
    Map<String, Double> found = new TreeMap<>();
    paces.forEach(
        (pair, mean) -> {
          if (pair.sha256().equals(sha256)) {
            found.put(pair.worker(), Math.round(mean.ms() * 10) / 10.0);
          }
        });
    return found;
  }
}

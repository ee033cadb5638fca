package edgeai.benchmark.synthetic;

import java.util.Map;

/**
 * A worker that infers nothing.
 *
 * @param delayMs until it answers a frame
 * @param places frames that it takes at the same time at most, up to 128
 */
public record NoOpWorker(int delayMs, int places) {
  Map<String, String> settings() {
    return Map.of(
        "NOOP_DELAY_MS", String.valueOf(delayMs),
        "INFER_CALLERS", String.valueOf(places),
        "MALLOC_ARENA_MAX", "2");
  }
}

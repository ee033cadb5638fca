package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.common.vision.BareInference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How inference shares the hardware threads of this machine.
 *
 * @param callers that infer at the same time
 * @param threads of each inference
 */
record Sharing(int callers, int threads) {

  /** The one that infers most frames a second on tensors that lie ready. */
  static Sharing fastest(Run run, int hardwareThreads) throws Exception {
    Sharing fastest = null;
    double most = 0;
    for (Sharing sharing : possible(hardwareThreads)) {
      try (BareInference bare = sharing.bare(run)) {
        double rate = bare.framesPerSecond(Duration.ofSeconds(run.choose(1, 2)));
        if (rate > most) {
          most = rate;
          fastest = sharing;
        }
      }
    }
    return fastest;
  }

  /** One caller with all threads, two with half of them each, and so on. */
  static List<Sharing> possible(int hardwareThreads) {
    List<Sharing> all = new ArrayList<>();
    for (int callers = 1; callers <= hardwareThreads; callers *= 2) {
      all.add(new Sharing(callers, hardwareThreads / callers));
    }
    return all;
  }

  /** What each of so many workers does, so that all together do this. */
  Sharing among(int workers) {
    return callers >= workers
        ? new Sharing(callers / workers, threads)
        : new Sharing(1, Math.max(1, threads * callers / workers));
  }

  BareInference bare(Run run) throws Exception {
    return BareInference.open(run.model(), callers, threads);
  }

  Map<String, String> settings() {
    return Map.of(
        "INFER_CALLERS", String.valueOf(callers), "INFER_THREADS", String.valueOf(threads));
  }

  String text() {
    return "%d x %d".formatted(callers, threads);
  }
}

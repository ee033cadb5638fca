package edgeai.benchmark.efficiency;

import edgeai.benchmark.Run;
import edgeai.common.vision.BareInference;
import edgeai.common.vision.DetectorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many infer at the same time, and how they share the hardware threads of this machine.
 *
 * @param callers that infer at the same time
 * @param threads of each inference
 */
public record Sharing(int callers, int threads) {

  /**
   * The one that infers most frames a second on tensors that lie ready.
   *
   * @param provider as {@link Run#provider}
   */
  public static Sharing fastest(Run run, String provider) throws Exception {
    Sharing fastest = null;
    double most = 0;
    boolean cpu = provider.equals("cpu");
    for (Sharing sharing : cpu ? onCpu(Runtime.getRuntime().availableProcessors()) : onGpu()) {
      try (BareInference bare = sharing.bare(run, provider)) {
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
  static List<Sharing> onCpu(int hardwareThreads) {
    List<Sharing> all = new ArrayList<>();
    for (int callers = 1; callers <= hardwareThreads; callers *= 2) {
      all.add(new Sharing(callers, hardwareThreads / callers));
    }
    return all;
  }

  /** One caller, or several whose pictures come and go while the GPU works for another. */
  public static List<Sharing> onGpu() {
    return List.of(new Sharing(1, 1), new Sharing(2, 1), new Sharing(4, 1), new Sharing(8, 1));
  }

  /** What each of so many workers does, so that all together do this. */
  Sharing among(int workers) {
    return callers >= workers
        ? new Sharing(callers / workers, threads)
        : new Sharing(1, Math.max(1, threads * callers / workers));
  }

  /** The model's session with so many callers. */
  public BareInference bare(Run run, String provider) throws Exception {
    return BareInference.open(run.model(), new DetectorOptions(provider, callers, threads));
  }

  Map<String, String> settings() {
    return Map.of(
        "INFER_CALLERS", String.valueOf(callers), "INFER_THREADS", String.valueOf(threads));
  }

  /** Callers times threads. */
  public String text() {
    return "%d x %d".formatted(callers, threads);
  }
}

package edgeai.coordinator.fleet;

/** How fast a worker is, as the frames that it answered tell; its {@link WorkerNode} guards it. */
final class WorkerPace {
  /** Weight of the newest frame in the smoothed latency. */
  private static final double SMOOTHING = 0.2;

  private double smoothedMs;
  private double processingMsSum;
  private long samples;

  /** Takes in a frame that was answered while the worker had so many. */
  void note(double latencyMs, double processingMs, int inFlight) {
    // others in flight share the worker, so a frame's own cost is its share of the wait
    double cost = Math.max(0.1, Math.max(latencyMs, 0) / Math.max(1, inFlight));
    smoothedMs = smoothedMs == 0 ? cost : smoothedMs + SMOOTHING * (cost - smoothedMs);
    processed(processingMs);
  }

  /** Takes in a frame of a piece, whose wait tells nothing. */
  void processed(double processingMs) {
    processingMsSum += processingMs;
    samples++;
  }

  /** What a frame costs, in ms; 0 where not known. */
  double smoothedMs() {
    return smoothedMs;
  }

  /** When one more frame would be done, in ms from now; {@code unknown} is an untried pace. */
  double expectedFinishMs(int inFlight, double unknown) {
    return (inFlight + 1) * (smoothedMs == 0 ? unknown : smoothedMs);
  }

  /** How long a frame usually takes beside as many, in ms; 0 where not known. */
  double expectedMs(int inFlight) {
    return Math.max(1, inFlight) * smoothedMs;
  }

  /** What the worker says that a frame takes it, to a tenth of a millisecond; 0 where not known. */
  double meanProcessingMs() {
    return samples == 0 ? 0 : Math.round(processingMsSum * 10 / samples) / 10.0;
  }
}

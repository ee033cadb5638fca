package edgeai.benchmark.dispatch;

import java.time.Duration;
import java.util.function.Supplier;

/** What a process takes of the processors for what it does from now on. */
final class ProcessorTime {
  private final Supplier<Duration> process;
  private final Duration before;

  private ProcessorTime(Supplier<Duration> process) {
    this.process = process;
    this.before = process.get();
  }

  /**
   * Looks for the first time.
   *
   * @param process gives its processor time so far
   */
  static ProcessorTime from(Supplier<Duration> process) {
    return new ProcessorTime(process);
  }

  /** The processor time of this process so far. */
  static Duration here() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Looks again: milliseconds for each of so many frames. */
  double millisOf(long frames) {
    return process.get().minus(before).toNanos() / 1e6 / frames;
  }
}

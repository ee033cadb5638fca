package edgeai.common.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How much of a processor this process asked for so far: what it got and, where the system tells
 * (Linux), what its threads waited for. On an overloaded machine it asks for much and gets little;
 * a process that hangs asks for nothing.
 */
public final class OwnProcessorDemand implements Supplier<Duration> {
  private static final Path THREADS = Path.of("/proc/self/task");

  @Override
  public Duration get() {
    return got().plus(waited());
  }

  /** What it got. */
  Duration got() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What its threads waited for; of those that have ended nothing is known. */
  Duration waited() {
    return Duration.ofNanos(waitedNanos(THREADS));
  }

  /** The sum of all threads' second figure in {@code schedstat}; 0 where there is none. */
  static long waitedNanos(Path threads) {
    try (Stream<Path> all = Files.list(threads)) {
      return all.mapToLong(OwnProcessorDemand::waited).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long waited(Path thread) {
    try {
      return Long.parseLong(Files.readString(thread.resolve("schedstat")).strip().split(" ")[1]);
    } catch (IOException | RuntimeException e) {
      return 0; // it has ended meanwhile, or this system keeps no such figures
    }
  }
}

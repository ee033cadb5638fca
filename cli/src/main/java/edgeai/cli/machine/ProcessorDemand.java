package edgeai.cli.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process got of the processors so far and, where the system tells (Linux), what its threads
 * waited for them: on an overloaded machine it asks for much and gets little.
 */
public record ProcessorDemand(Duration got, Duration waited) {
  /** Of a process that runs. */
  public static ProcessorDemand of(ProcessHandle process) {
    Duration got = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new ProcessorDemand(got, waited(process.pid()));
  }

  /** All that it asked for since then; what threads that have ended waited is not known. */
  public Duration since(ProcessorDemand before) {
    return grown(got, before.got).plus(grown(waited, before.waited));
  }

  /** The share that it got since then of what it asked for, 1 where it asked for nothing. */
  public double shareSince(ProcessorDemand before) {
    double asked = since(before).toNanos();
    return asked == 0 ? 1 : grown(got, before.got).toNanos() / asked;
  }

  private static Duration grown(Duration now, Duration before) {
    return now.compareTo(before) > 0 ? now.minus(before) : Duration.ZERO;
  }

  private static Duration waited(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return Duration.ofNanos(threads.mapToLong(ProcessorDemand::waitedNanos).sum());
    } catch (IOException | UncheckedIOException e) {
      return Duration.ZERO;
    }
  }

  /** The second figure of {@code schedstat}; 0 of a thread that has ended meanwhile. */
  private static long waitedNanos(Path thread) {
    try {
      return Long.parseLong(Files.readString(thread.resolve("schedstat")).strip().split(" ")[1]);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}

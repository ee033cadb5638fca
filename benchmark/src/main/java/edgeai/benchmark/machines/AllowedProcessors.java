package edgeai.benchmark.machines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The processors that this process may run on, as Linux numbers them. */
final class AllowedProcessors {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String NAME = "Cpus_allowed_list:";

  private AllowedProcessors() {}

  /** In ascending order; none where the system does not say, or cannot pin a process to one. */
  static List<Integer> here() throws IOException, InterruptedException {
    if (!Files.isReadable(STATUS) || !pins()) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(NAME))
          .findFirst()
          .map(line -> parse(line.substring(NAME.length())))
          .orElse(List.of());
    }
  }

  /** Such as {@code 0-3,8}. */
  static List<Integer> parse(String list) {
    return Arrays.stream(list.strip().split(","))
        .map(range -> range.split("-"))
        .flatMapToInt(
            ends ->
                IntStream.rangeClosed(
                    Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
        .boxed()
        .toList();
  }

  private static boolean pins() throws InterruptedException {
    try {
      return new ProcessBuilder("taskset", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

package edgeai.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What this user's processes may have: open files, of which each connection is one, and memory.
 *
 * @param system the folder in which the kernel tells, {@code /proc}
 * @param servers how many are to run that do not yet
 */
public record LimitsExamination(Path system, int servers) implements Examination {
  /** {@code MAX_CONNECTIONS}, and what a server has open besides. */
  private static final long FILES = 4_600;

  /** A server with a model has about that, once it works. */
  private static final long SERVER_MEGABYTES = 700;

  private static final String OPEN_FILES = "Max open files";
  private static final String AVAILABLE = "MemAvailable:";

  @Override
  public String subject() {
    return "limits";
  }

  @Override
  public List<Diagnosis> look() throws IOException {
    if (!Files.isReadable(system.resolve("meminfo"))) {
      return List.of(Diagnosis.ok(subject(), "this system does not tell them"));
    }
    return Stream.of(files(), memory()).flatMap(Optional::stream).toList();
  }

  private Optional<Diagnosis> files() throws IOException {
    OptionalLong most = number("self/limits", OPEN_FILES, 1);
    if (most.isEmpty()) {
      return Optional.of(Diagnosis.ok(subject(), "open files: without a limit"));
    }
    String words = "%,d open files for a process".formatted(most.getAsLong());
    return Optional.of(
        most.getAsLong() < FILES
            ? Diagnosis.warning(
                subject(),
                "%s, so that a server admits fewer connections than MAX_CONNECTIONS: ulimit -Hn, LimitNOFILE= of a systemd unit"
                    .formatted(words))
            : Diagnosis.ok(subject(), words));
  }

  private Optional<Diagnosis> memory() throws IOException {
    long free = number("meminfo", AVAILABLE, 0).orElse(0) / 1_000;
    long needed = servers * SERVER_MEGABYTES;
    String words =
        servers == 0
            ? "%,d MB free, and all servers run".formatted(free)
            : "%,d MB free for %d more".formatted(free, servers);
    return Optional.of(
        free < needed
            ? Diagnosis.warning(
                "memory",
                "%s, which take up to %,d MB: fewer workers (--workers), or end something else"
                    .formatted(words, needed))
            : Diagnosis.ok("memory", words));
  }

  /** The number at a place behind a key; empty where there is none, or none is the limit. */
  private OptionalLong number(String file, String key, int place) throws IOException {
    try (Stream<String> lines = Files.lines(system.resolve(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(key.length()).strip().split(" +")[place])
          .filter(word -> word.matches("\\d{1,18}"))
          .mapToLong(Long::parseLong)
          .findFirst();
    }
  }
}

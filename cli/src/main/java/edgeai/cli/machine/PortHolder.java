package edgeai.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as far as this system shows it to this user.
 *
 * @param program its name
 * @param user who started it
 */
public record PortHolder(long pid, String program, String user) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final String LISTENS = "0A";

  /** Empty where nobody listens, or where it is another user's. */
  public static Optional<PortHolder> of(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      sockets.addAll(listening(PROCESSES.resolve(table), port));
    }
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .filter(process -> hasOne(process.pid(), sockets))
            .findFirst()
            .map(PortHolder::of);
  }

  private static PortHolder of(ProcessHandle process) {
    String program =
        process
            .info()
            .command()
            .map(path -> Path.of(path).getFileName().toString())
            .orElse("a program");
    return new PortHolder(process.pid(), program, process.info().user().orElse("another user"));
  }

  /** Who it is. */
  public String words() {
    return "%s, pid %d, of %s".formatted(program, pid, user);
  }

  /** As links of open files name sockets; proc(5) has the columns. */
  private static Set<String> listening(Path table, int port) {
    Set<String> sockets = new HashSet<>();
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(row -> row[3].equals(LISTENS) && row[1].endsWith(":%04X".formatted(port)))
          .forEach(row -> sockets.add("socket:[%s]".formatted(row[9])));
    } catch (IOException e) {
      // a system that does not tell, or one without IPv6
      return Set.of();
    }
    return sockets;
  }

  private static boolean hasOne(long pid, Set<String> sockets) {
    try (Stream<Path> files = Files.list(PROCESSES.resolve(Long.toString(pid)).resolve("fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // closed meanwhile
      return "";
    }
  }
}

package edgeai.cli.audit;

import edgeai.audit.AuditFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All audit logs below some folders for data, as one in the order of time. */
public final class AuditLogs implements AutoCloseable {
  private final List<Path> roots;
  private final Map<Path, Log> logs = new HashMap<>();

  private record Log(String folder, AuditLines lines) {
    private Optional<AuditedDeed> next() throws IOException {
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        Optional<AuditedDeed> deed = AuditedDeed.read(folder, line.get());
        if (deed.isPresent()) {
          return deed;
        }
        line = lines.next();
      }
      return Optional.empty();
    }
  }

  private record Next(AuditedDeed deed, Log log) {}

  /**
   * @param roots of one server, or with a folder for each of several
   */
  public AuditLogs(List<Path> roots) {
    this.roots = roots;
  }

  /** Hands over all lines that were written since it was called last. */
  void read(Consumer<AuditedDeed> reader) throws IOException {
    look();
    PriorityQueue<Next> heads = new PriorityQueue<>(Comparator.comparing(next -> next.deed().at()));
    for (Log log : logs.values()) {
      log.next().ifPresent(deed -> heads.add(new Next(deed, log)));
    }
    while (!heads.isEmpty()) {
      Next head = heads.remove();
      reader.accept(head.deed());
      head.log().next().ifPresent(deed -> heads.add(new Next(deed, head.log())));
    }
  }

  /** Servers may have come. */
  private void look() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path root : roots) {
      folders.add(root);
      if (Files.isDirectory(root)) {
        try (Stream<Path> within = Files.list(root)) {
          within.filter(Files::isDirectory).forEach(folders::add);
        }
      }
    }
    for (Path folder : folders) {
      for (AuditFile file : List.of(AuditFile.ofDeeds(folder), AuditFile.ofRefusals(folder))) {
        if (file.isThere()) {
          logs.computeIfAbsent(
              file.path(), path -> new Log(folder.getFileName().toString(), new AuditLines(file)));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Log log : logs.values()) {
      log.lines().close();
    }
  }
}

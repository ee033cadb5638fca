package launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server as the shell wrote it down when it started it: one {@code key value} a line.
 *
 * @param address where this machine reaches it
 * @param again whether its process was ended on purpose and another follows
 */
record ServerFile(Path file, String name, long pid, URI address, Path log, boolean again) {
  static ServerFile read(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    Map<String, String> entries = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        entries.put(line.substring(0, blank), line.substring(blank + 1));
      }
    }
    return new ServerFile(
        file,
        name,
        Long.parseLong(entries.get("pid")),
        URI.create(entries.get("address")),
        folder.resolveSibling("log").resolve(name + ".log"),
        entries.containsKey("again"));
  }

  /** Writes down another process, or that one follows; in one step, since others read it. */
  void write(long newPid, boolean soonAgain) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("pid ")) {
        lines.add("pid " + newPid);
      } else if (!line.startsWith("again ")) {
        lines.add(line);
      }
    }
    if (soonAgain) {
      lines.add("again yes");
    }
    Path next = file.resolveSibling("." + name);
    Files.write(next, lines);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  boolean isCoordinator() {
    return name.equals("coordinator");
  }

  /** Its dashboard and where that is, for a server that has one. */
  Optional<String> dashboard() {
    String page = address.toString().replace("//127.0.0.1:", "//localhost:") + "/";
    return switch (name) {
      case "coordinator" -> Optional.of("edge dashboard " + page);
      case "admin" -> Optional.of("admin portal " + page);
      default -> Optional.empty();
    };
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** What is written there now, empty once the server was asked to end. */
  Optional<ServerFile> readAgain() throws IOException {
    try {
      return Optional.of(read(file.getParent(), name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}

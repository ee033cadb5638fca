package launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A server as the shell wrote it down when it started it: one {@code key value} a line.
 *
 * @param address where this machine reaches it
 */
record ServerFile(Path file, String name, long pid, URI address, Path log) {
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
        Path.of(entries.get("log")));
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
}

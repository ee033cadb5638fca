package edgeai.cli.run;

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
 * A server as it was written down when it was started: one {@code key value} a line.
 *
 * @param address where this machine reaches it
 * @param outside a folder of its own beside its data, empty where there is none
 * @param again whether its process was ended on purpose and another follows
 * @param command the process of the command that started it, which no other ends when it ends
 *     itself
 */
public record RunFile(
    Path file, long pid, URI address, Optional<Path> outside, boolean again, long command) {
  private static final String NOBODY = "0";

  /**
   * @throws IOException where there is none, or nothing that could be one
   */
  public static RunFile read(Path file) throws IOException {
    Map<String, String> entries = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        entries.put(line.substring(0, blank), line.substring(blank + 1));
      }
    }
    try {
      return new RunFile(
          file,
          Long.parseLong(entries.getOrDefault("pid", "")),
          URI.create(entries.getOrDefault("address", "")),
          Optional.ofNullable(entries.get("private")).map(Path::of),
          entries.containsKey("again"),
          Long.parseLong(entries.getOrDefault("command", NOBODY)));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no run file", e);
    }
  }

  /** Writes it down in one step, since others read it. */
  public void write() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("pid " + pid, "address " + address, "command " + command));
    outside.ifPresent(folder -> lines.add("private " + folder));
    if (again) {
      lines.add("again yes");
    }
    Path next = file.resolveSibling("." + name());
    Files.write(next, lines);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The same server as another process. */
  public RunFile as(long otherPid) {
    return new RunFile(file, otherPid, address, outside, false, command);
  }

  /** The same server, whose process ends and is followed by another. */
  public RunFile soonAgain() {
    return new RunFile(file, pid, address, outside, true, command);
  }

  /** Which server it is. */
  public String name() {
    return file.getFileName().toString();
  }

  /** Where its output goes. */
  public Path log() {
    return file.getParent().resolveSibling("log").resolve(name() + ".log");
  }

  public boolean isCoordinator() {
    return name().equals("coordinator");
  }

  public boolean isWorker() {
    return name().startsWith("worker-");
  }

  /** Its dashboard and where that is, for a server that has one. */
  public Optional<String> dashboard() {
    String page = address.toString().replace("//127.0.0.1:", "//localhost:") + "/";
    return switch (name()) {
      case "coordinator" -> Optional.of("edge dashboard " + page);
      case "admin" -> Optional.of("admin portal " + page);
      default -> Optional.empty();
    };
  }

  /** False once the server was asked to end, also where another command has one of its name. */
  public boolean exists() {
    try {
      return readAgain().isPresent();
    } catch (IOException e) {
      // what nobody can read is nobody's
      return false;
    }
  }

  /** What is written of it now, empty once the server was asked to end. */
  public Optional<RunFile> readAgain() throws IOException {
    try {
      return Optional.of(read(file)).filter(now -> now.command == command);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}

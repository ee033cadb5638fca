package edgeai.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel says of a process; NaN where it is gone. */
public final class ProcessReading {
  private final Path folder;

  public ProcessReading(long pid) {
    this.folder = Path.of("/proc", Long.toString(pid));
  }

  /** Bytes of memory that it has in RAM. */
  public double resident() {
    return status("VmRSS:") * 1024;
  }

  /** How many it has. */
  public double threads() {
    return status("Threads:");
  }

  /** Open files, sockets and the like. */
  public double handles() {
    try (Stream<Path> open = Files.list(folder.resolve("fd"))) {
      return open.count();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private double status(String key) {
    try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}

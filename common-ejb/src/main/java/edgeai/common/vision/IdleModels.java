package edgeai.common.vision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models in a data folder that are not in use: a few of those that were used lately stay, since
 * a pool may be switched back, and older ones are deleted. For a server that can get each again.
 */
public final class IdleModels {
  /** That stay beside those in use. */
  static final int MOST = 3;

  /** That they may have together. */
  static final long MOST_BYTES = 1L << 30;

  private static final String MODEL = ".onnx";
  private static final String PART = ".part";

  /** What nobody has written to for so long was left by a server that ended. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;

  public IdleModels(Path dataDir, Clock clock) {
    this.folder = dataDir.resolve("models");
    this.clock = clock;
  }

  /**
   * Deletes what is too much.
   *
   * @param used hashes of those in use at this moment
   * @throws IOException if the folder cannot be read or written
   */
  public void prune(Collection<String> used) throws IOException {
    Instant now = clock.instant();
    List<Path> idle = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(MODEL)
          && used.contains(name.substring(0, name.length() - MODEL.length()))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      } else if (name.endsWith(MODEL)) {
        idle.add(file);
      } else if (name.endsWith(PART) && usedAt(file).isBefore(now.minus(FORGOTTEN))) {
        Files.deleteIfExists(file);
      }
    }
    idle.sort(Comparator.comparing(IdleModels::usedAt).reversed());
    long bytes = 0;
    for (int i = 0; i < idle.size(); i++) {
      bytes += Files.size(idle.get(i));
      if (i >= MOST || bytes > MOST_BYTES) {
        Files.deleteIfExists(idle.get(i));
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static Instant usedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

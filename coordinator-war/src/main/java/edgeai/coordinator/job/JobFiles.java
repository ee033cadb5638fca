package edgeai.coordinator.job;

import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The uploaded files in {@code DATA_DIR/uploads}, named by job id and by nothing a client said. */
@ApplicationScoped
public class JobFiles {
  private static final String VIDEO = ".video";
  private static final String INDEX = ".index";
  private static final String PART = ".part";

  private final CoordinatorSettings settings;

  @Inject
  public JobFiles(CoordinatorSettings settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  JobFiles() {
    this(null);
  }

  public Path video(String jobId) {
    return folder().resolve(jobId + VIDEO);
  }

  /** What is known of the video's packets. */
  public Path index(String jobId) {
    return folder().resolve(jobId + INDEX);
  }

  /** Where an upload goes until it is complete. */
  public Path part(String jobId) {
    return folder().resolve(jobId + PART);
  }

  /** Bytes that all uploads take, with their indexes. */
  public long size() {
    try (Stream<Path> all = Files.list(folder())) {
      return all.mapToLong(JobFiles::sizeOf).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String jobId) {
    delete(video(jobId));
    delete(index(jobId));
  }

  /** Deletes what an interrupted upload, or a job that is gone, left behind. */
  void deleteAllBut(Set<String> jobIds) {
    try (Stream<Path> all = Files.list(folder())) {
      all.filter(file -> !jobIds.contains(jobId(file))).forEach(JobFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jobId(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(video|index)$", "");
  }

  private Path folder() {
    Path folder = settings.dataDir().resolve("uploads");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

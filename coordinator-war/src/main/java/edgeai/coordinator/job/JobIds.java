package edgeai.coordinator.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Gives new jobs their ids: twelve hexadecimal digits, which fit a column and are dictated in a
 * breath.
 */
@ApplicationScoped
public class JobIds {
  private static final int BYTES = 6;

  private final JobRepository repository;
  private final JobFiles files;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public JobIds(JobRepository repository, JobFiles files) {
    this.repository = repository;
    this.files = files;
  }

  /** For the container's proxy. */
  JobIds() {
    this(null, null);
  }

  /** An id that no job has and no upload goes by. */
  public String next() {
    String id = drawn();
    while (isTaken(id)) {
      id = drawn();
    }
    return id;
  }

  private String drawn() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  boolean isTaken(String id) {
    return Files.exists(files.part(id))
        || Files.exists(files.video(id))
        || repository.find(id).isPresent();
  }
}

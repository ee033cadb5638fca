package edgeai.coordinator.upload;

import edgeai.common.error.Malformed;
import edgeai.common.error.Unavailable;
import edgeai.common.process.ServerEnding;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.job.JobFiles;
import edgeai.coordinator.job.JobIds;
import edgeai.coordinator.job.JobKeeper;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.model.JobModels;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.fileupload2.core.FileUploadException;

/** Takes uploads to disk; how many at a time is bounded at the edge. */
@ApplicationScoped
public class UploadStage {
  private static final Logger LOG = Logger.getLogger(UploadStage.class.getName());

  private final CoordinatorSettings settings;
  private final Jobs jobs;
  private final JobFiles files;
  private final JobIds ids;
  private final JobKeeper keeper;
  private final JobModels models;
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean ending;

  @Inject
  public UploadStage(
      CoordinatorSettings settings,
      Jobs jobs,
      JobFiles files,
      JobIds ids,
      JobKeeper keeper,
      JobModels models) {
    this.settings = settings;
    this.jobs = jobs;
    this.files = files;
    this.ids = ids;
    this.keeper = keeper;
    this.models = models;
  }

  /** For the container's proxy. */
  UploadStage() {
    this(null, null, null, null, null, null);
  }

  /** Before those who finish what is under way. */
  void onEnding(@Observes @Priority(1) ServerEnding event) {
    ending = true;
  }

  /** The options of an upload that asks for nothing. */
  UploadOptions options() {
    return new UploadOptions(
        settings.videos().sampleFps(),
        settings.videos().skipStill(),
        settings.videos().tiles(),
        choice(models.usual()),
        name -> choice(models.named(name)));
  }

  private ClassChoice choice(ModelCard model) {
    return new ClassChoice(model, !settings.inference().localWorker());
  }

  /** Uploads that are on their way. */
  public int running() {
    return running.get();
  }

  /**
   * Streams the part {@code file} to disk; other parts are options.
   *
   * @throws Malformed where there is no such part or it is empty or no video
   * @throws edgeai.common.error.TooLarge where it is too large
   * @throws Unavailable where there is no room
   * @throws edgeai.common.error.NotStored where it cannot be stored
   */
  UploadedFile receive(InputStream body, String contentType, UploadOptions options) {
    if (ending) {
      throw new Unavailable("This coordinator is ending; send the upload again.", 30);
    }
    jobs.requireRoom();
    if (!keeper.makeRoom()) {
      throw new Unavailable("The uploads of running jobs fill DATA_MAX_BYTES.", 60);
    }
    running.incrementAndGet();
    String jobId = ids.next();
    Path part = files.part(jobId);
    boolean whole = false;
    try {
      long most = settings.videos().maxUploadBytes();
      UploadedFile file = new UploadForm(jobId, part, most).read(body, contentType, options);
      whole = true;
      return file;
    } catch (FileUploadException e) {
      throw new Malformed("The upload is no complete multipart form.");
    } catch (IOException e) {
      LOG.log(Level.INFO, "an upload broke off: {0}", e.toString());
      throw new Malformed("The upload broke off before it was complete.");
    } finally {
      running.decrementAndGet();
      if (!whole) {
        delete(part);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "an upload''s file could not be deleted: {0}", e.toString());
    }
  }
}

package edgeai.coordinator.upload;

import edgeai.common.error.Malformed;
import edgeai.common.error.Unavailable;
import edgeai.common.process.ServerEnding;
import edgeai.common.video.ContainerSignature;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoHeader;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.job.JobFiles;
import edgeai.coordinator.job.JobIds;
import edgeai.coordinator.job.JobKeeper;
import edgeai.coordinator.job.JobOptions;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;

/** Takes uploads to disk and makes jobs of them. */
@ApplicationScoped
public class UploadStage {
  private static final Logger LOG = Logger.getLogger(UploadStage.class.getName());

  /** Each holds an HTTP thread for as long as its client takes. */
  private static final int UPLOADS = 64;

  private static final int OPENINGS = 2;

  /** What the form may weigh beside the file. */
  private static final int FORM_BYTES = 1 << 20;

  private static final int FIELD_BYTES = 64 << 10;

  private final CoordinatorSettings settings;
  private final Jobs jobs;
  private final JobFiles files;
  private final JobIds ids;
  private final JobKeeper keeper;
  private final DecodeStage decode;
  private final PoolModel model;
  private final Clock clock;
  private final AtomicInteger running = new AtomicInteger();
  private final Semaphore openings = new Semaphore(OPENINGS, true);
  private volatile boolean ending;

  @Inject
  public UploadStage(
      CoordinatorSettings settings,
      Jobs jobs,
      JobFiles files,
      JobIds ids,
      JobKeeper keeper,
      DecodeStage decode,
      PoolModel model,
      Clock clock) {
    this.settings = settings;
    this.jobs = jobs;
    this.files = files;
    this.ids = ids;
    this.keeper = keeper;
    this.decode = decode;
    this.model = model;
    this.clock = clock;
  }

  /** For the container's proxy. */
  UploadStage() {
    this(null, null, null, null, null, null, null, null);
  }

  /** Before those who finish what is under way. */
  void onEnding(@Observes @Priority(1) ServerEnding event) {
    ending = true;
  }

  /** The options of an upload that asks for nothing. */
  UploadOptions options() {
    ModelCard card = model.card();
    boolean open = !settings.inference().localWorker();
    return new UploadOptions(
        settings.videos().sampleFps(), new ClassChoice(card.name(), card.classes(), open));
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
    if (running.incrementAndGet() > UPLOADS) {
      running.decrementAndGet();
      throw new Unavailable("%d uploads are on their way already.".formatted(UPLOADS), 10);
    }
    String jobId = ids.next();
    Path part = files.part(jobId);
    boolean whole = false;
    try {
      UploadedFile file = null;
      long most = settings.videos().maxUploadBytes() + FORM_BYTES;
      var parts = MultipartBody.parts(new LimitedInput(body, most), contentType);
      while (parts.hasNext()) {
        FileItemInput item = parts.next();
        if ("file".equals(item.getFieldName()) && file == null) {
          file = save(item, jobId, part);
        } else if (item.isFormField() && item.getFieldName() != null) {
          options.set(item.getFieldName(), field(item));
        }
      }
      if (file == null) {
        throw new Malformed("The form has no part named file.");
      }
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

  private UploadedFile save(FileItemInput item, String jobId, Path part) throws IOException {
    long limit = settings.videos().maxUploadBytes();
    long size;
    try (InputStream in = new LimitedInput(item.getInputStream(), limit)) {
      size = store(in, part);
    }
    String name = FileName.shown(item.getName());
    if (size == 0) {
      throw new Malformed("%s is empty.".formatted(name));
    }
    if (ContainerSignature.of(part).isEmpty()) {
      throw new Malformed(
          "%s is not a video that can be read (allowed: %s)."
              .formatted(name, ContainerSignature.ALLOWED));
    }
    return new UploadedFile(jobId, part, name, size);
  }

  /** What fails while it is written failed for another reason than what fails while it is read. */
  private static long store(InputStream in, Path part) throws IOException {
    try (OutputStream out = new StoringOutput(part)) {
      return in.transferTo(out);
    }
  }

  private static String field(FileItemInput item) throws IOException {
    try (InputStream in = new LimitedInput(item.getInputStream(), FIELD_BYTES)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** Looks into the video and queues its job; a video that cannot be read leaves nothing behind. */
  Job accept(UploadedFile file, JobOptions options) {
    Path video = files.video(file.jobId());
    try {
      // moved before it is opened: not every system moves a file that is open
      Files.move(file.file(), video, StandardCopyOption.ATOMIC_MOVE);
      VideoHeader header = open(file, video, options);
      return jobs.submit(job(file, options, header), options);
    } catch (RuntimeException e) {
      decode.abandon(file.jobId());
      delete(video);
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file.file());
    }
  }

  private VideoHeader open(UploadedFile file, Path video, JobOptions options) {
    try {
      openings.acquire();
      try {
        return decode.open(file.jobId(), video, options.sampleFps());
      } finally {
        openings.release();
      }
    } catch (VideoException e) {
      String sentence = "%s %s.".formatted(file.name(), e.getMessage());
      throw e.kind() == VideoException.Kind.UNAVAILABLE
          ? new Unavailable(sentence, 10)
          : new Malformed(sentence);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The server is stopping.", 10);
    }
  }

  private Job job(UploadedFile file, JobOptions options, VideoHeader header) {
    return new Job(
        file.jobId(),
        file.name(),
        file.sizeBytes(),
        Job.QUEUED,
        clock.instant(),
        null,
        null,
        header.estimatedFrames(),
        0,
        0,
        null,
        0,
        0,
        0,
        List.of(),
        options.sampleFps(),
        false,
        0,
        null);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "an upload''s file could not be deleted: {0}", e.toString());
    }
  }
}

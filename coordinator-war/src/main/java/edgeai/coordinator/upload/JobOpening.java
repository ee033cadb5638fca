package edgeai.coordinator.upload;

import edgeai.common.connection.ClientPresence;
import edgeai.common.error.Malformed;
import edgeai.common.error.Unavailable;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoHeader;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.job.JobFiles;
import edgeai.coordinator.job.JobOptions;
import edgeai.coordinator.job.Jobs;
import edgeai.settings.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a job of a file that arrived, once its first frame could be decoded. */
@ApplicationScoped
public class JobOpening {
  private static final Logger LOG = Logger.getLogger(JobOpening.class.getName());
  private static final int OPENINGS = 2;

  private final Jobs jobs;
  private final JobFiles files;
  private final DecodeStage decode;
  private final Clock clock;
  private final ClientPresence clients;
  private final Semaphore openings = new Semaphore(OPENINGS, true);

  @Inject
  public JobOpening(
      Jobs jobs, JobFiles files, DecodeStage decode, Clock clock, ClientPresence clients) {
    this.jobs = jobs;
    this.files = files;
    this.decode = decode;
    this.clock = clock;
    this.clients = clients;
  }

  /** For the container's proxy. */
  JobOpening() {
    this(null, null, null, null, null);
  }

  /**
   * Looks into the video and queues its job, if whoever sent it still waits for the job's id. A
   * video that cannot be read leaves nothing behind.
   */
  Job open(UploadedFile file, JobOptions options, ModelCard model) {
    Path video = files.video(file.jobId());
    try {
      // moved before it is opened: not every system moves a file that is open
      Files.move(file.file(), video, StandardCopyOption.ATOMIC_MOVE);
      VideoHeader header = header(file, video, options);
      clients.require();
      Tiles tiles = model.choose(options.tiles(), header.width(), header.height());
      Job job = job(file, options, header).byModel(model.name(), model.sha256());
      return jobs.submit(job, options.cutInto(tiles));
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

  private VideoHeader header(UploadedFile file, Path video, JobOptions options) {
    try {
      openings.acquire();
      try {
        clients.require();
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

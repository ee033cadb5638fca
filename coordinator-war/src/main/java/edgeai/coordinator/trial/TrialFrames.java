package edgeai.coordinator.trial;

import edgeai.common.error.Conflict;
import edgeai.common.error.NotFound;
import edgeai.common.error.Unavailable;
import edgeai.common.video.VideoException;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.FramePictures;
import edgeai.coordinator.decode.PictureSeries;
import edgeai.coordinator.job.JobFiles;
import edgeai.coordinator.job.JobRecord;
import edgeai.coordinator.job.JobRepository;
import edgeai.coordinator.result.FrameRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frames of an ended job, spread over its video, with their pictures. */
@ApplicationScoped
public class TrialFrames {
  /** Among so many one was inferred, or else that stretch is passed over. */
  private static final int LOOKED_AT = 50;

  private final JobRepository jobs;
  private final JobFiles files;
  private final FrameRepository frames;
  private final FramePictures pictures;

  @Inject
  public TrialFrames(
      JobRepository jobs, JobFiles files, FrameRepository frames, FramePictures pictures) {
    this.jobs = jobs;
    this.files = files;
    this.frames = frames;
    this.pictures = pictures;
  }

  /** For the container's proxy. */
  TrialFrames() {
    this(null, null, null, null);
  }

  /**
   * A job that can be compared with.
   *
   * @throws NotFound where there is none
   * @throws Conflict where it has not ended, or its upload is gone
   */
  JobRecord require(String jobId) {
    JobRecord row =
        jobs.find(jobId).orElseThrow(() -> new NotFound("There is no job %s.".formatted(jobId)));
    Job job = row.job();
    if (!job.hasEnded()) {
      throw new Conflict("Job %s has not ended; wait for it.".formatted(jobId));
    }
    if (job.processedFrames() == 0) {
      throw new Conflict("Job %s has no frame to compare with.".formatted(jobId));
    }
    if (!Files.exists(files.video(jobId))) {
      throw new Conflict("The upload of job %s is no longer kept.".formatted(jobId));
    }
    return row;
  }

  /** Those that were inferred, as many as are wanted at most. */
  List<FrameResult> spread(Job job, int most) {
    List<FrameResult> spread = new ArrayList<>();
    long apart = Math.max(1, job.totalFrames() / most);
    long after = 0;
    List<FrameResult> next = next(job, after);
    while (!next.isEmpty() && spread.size() < most) {
      Optional<FrameResult> inferred =
          next.stream().filter(frame -> frame.reusedFrom() == null).findFirst();
      inferred.ifPresent(spread::add);
      after = inferred.orElse(next.get(next.size() - 1)).frameId() + apart - 1;
      next = next(job, after);
    }
    return spread;
  }

  private List<FrameResult> next(Job job, long after) {
    return frames.ofJob(job.jobId(), FrameResult.COMPLETED, after, LOOKED_AT);
  }

  /** What gives the pictures of a job's frames. */
  PictureSeries pictures(Job job) {
    return pictures.series(files.video(job.jobId()), files.index(job.jobId()));
  }

  /**
   * The picture of one as JPEG; empty where it cannot be had any more.
   *
   * @throws Unavailable where there is no decoder, or this server ends
   */
  static Optional<byte[]> picture(PictureSeries series, FrameResult frame) {
    try {
      return series.jpeg(frame.frameIndex(), frame.mediaTimeMs());
    } catch (VideoException e) {
      if (e.kind() == VideoException.Kind.UNAVAILABLE) {
        throw new Unavailable("The video %s.".formatted(e.getMessage()), 5);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The server is stopping.", 10);
    }
  }
}

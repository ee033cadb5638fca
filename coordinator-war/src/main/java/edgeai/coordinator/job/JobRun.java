package edgeai.coordinator.job;

import edgeai.common.video.VideoHeader;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.Decoding;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.result.FrameJob;
import java.time.Clock;
import java.time.Instant;

/** A job from its upload to its end. */
public final class JobRun implements FrameJob, Decoding {
  private final Job submitted;
  private final JobOptions options;
  private final Clock clock;
  private final JobProgress progress;

  private String status = Job.QUEUED;
  private Instant startedAt;
  private Instant completedAt;
  private String error;
  private String warning;
  private volatile boolean cancelled;

  public JobRun(JobRecord row, Clock clock) {
    this.submitted = row.job();
    this.options = row.options();
    this.clock = clock;
    this.startedAt = row.job().startedAt();
    this.progress = new JobProgress(clock, row.job().totalFrames());
  }

  public String id() {
    return submitted.jobId();
  }

  JobOptions options() {
    return options;
  }

  public JobProgress progress() {
    return progress;
  }

  @Override
  public ResultRules rules() {
    return options.rules();
  }

  @Override
  public void stored(FrameResult result, String model) {
    progress.stored(result, model);
  }

  @Override
  public void opened(VideoHeader header) {
    progress.estimate(header.estimatedFrames());
  }

  @Override
  public void frameTaken() {
    progress.taken();
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  public synchronized void started() {
    status = Job.PROCESSING;
    startedAt = startedAt == null ? clock.instant() : startedAt;
    progress.begun();
  }

  /**
   * Ends the job.
   *
   * @param failure why it failed as a whole, null where its frames decide
   * @param remark what was wrong or left out of a video that could be read all the same, else null
   */
  public synchronized void ended(String failure, String remark) {
    progress.allTaken();
    completedAt = clock.instant();
    if (cancelled) {
      status = Job.FAILED;
      error = "cancelled";
    } else if (failure != null) {
      status = Job.FAILED;
      error = failure;
    } else if (progress.completed() > 0) {
      status = Job.COMPLETED;
      warning = remark;
    } else {
      status = Job.FAILED;
      String frame = progress.firstFailure();
      error =
          frame == null ? "No frame of the video could be read." : "No frame succeeded: " + frame;
    }
  }

  public synchronized boolean isUnderWay() {
    return status.equals(Job.PROCESSING);
  }

  public synchronized Job show() {
    boolean over = completedAt != null;
    return new Job(
        submitted.jobId(),
        submitted.filename(),
        submitted.sizeBytes(),
        status,
        submitted.submittedAt(),
        startedAt,
        completedAt,
        progress.total(),
        progress.completed(),
        progress.detections(),
        error,
        over ? 100 : progress.percent(),
        progress.failed(),
        over
            ? JobProgress.average(progress.completed() + progress.failed(), startedAt, completedAt)
            : progress.fps(),
        progress.models(),
        options.sampleFps(),
        cancelled,
        progress.submitted(),
        warning);
  }
}

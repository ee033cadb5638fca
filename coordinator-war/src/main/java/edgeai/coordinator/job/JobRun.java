package edgeai.coordinator.job;

import edgeai.common.wire.Job;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.JobTrace;
import edgeai.coordinator.frame.SourceProgress;
import java.time.Clock;
import java.time.Instant;

/** A job from its upload to its end. */
public final class JobRun {
  private final Job submitted;
  private final JobOptions options;
  private final Clock clock;
  private final FrameSource source;
  private String status = Job.QUEUED;
  private Instant startedAt;
  private Instant completedAt;
  private String error;
  private String warning;
  private String mode;
  private String modeReason;

  /**
   * @param row with its model
   */
  public JobRun(JobRecord row, Clock clock) {
    this.submitted = row.job();
    this.options = row.options();
    this.clock = clock;
    this.startedAt = row.job().startedAt();
    this.mode = row.job().mode();
    this.modeReason = row.job().modeReason();
    this.source =
        new FrameSource(
            submitted.jobId(),
            submitted.modelSha256(),
            options.rules(),
            new SourceProgress(clock, row.job().totalFrames()),
            JobTrace.begin(submitted.jobId()));
  }

  public String id() {
    return submitted.jobId();
  }

  /** The hash of the model that infers its frames. */
  public String model() {
    return source.model();
  }

  JobOptions options() {
    return options;
  }

  /** What its frames have of it. */
  public FrameSource source() {
    return source;
  }

  public SourceProgress progress() {
    return source.progress();
  }

  /** When one of its frames was last settled, or else its work began. */
  public Instant lastSettled() {
    return progress().lastSettled();
  }

  boolean isCancelled() {
    return source.isCancelled();
  }

  void cancel() {
    source.cancel();
  }

  /**
   * It is known how it goes.
   *
   * @param way {@link Job#PIECES} or {@link Job#FRAMES}
   * @param reason why by frames, in one sentence; else null
   */
  synchronized void goes(String way, String reason) {
    mode = way;
    modeReason = reason;
  }

  /** Whether workers decode its video. */
  public synchronized boolean goesByPieces() {
    return Job.PIECES.equals(mode);
  }

  synchronized boolean goesByFrames() {
    return Job.FRAMES.equals(mode);
  }

  public synchronized void started() {
    status = Job.PROCESSING;
    startedAt = startedAt == null ? clock.instant() : startedAt;
    progress().begun();
  }

  /**
   * Ends the job.
   *
   * @param failure why it failed as a whole, null where its frames decide
   * @param remark what was wrong or left out of a video that could be read all the same, else null
   */
  public synchronized void ended(String failure, String remark) {
    progress().allTaken();
    completedAt = clock.instant();
    if (isCancelled()) {
      status = Job.FAILED;
      error = "cancelled";
    } else if (failure != null) {
      status = Job.FAILED;
      error = failure;
    } else if (progress().completed() > 0) {
      status = Job.COMPLETED;
      warning = remark;
    } else {
      status = Job.FAILED;
      String frame = progress().firstFailure();
      error =
          frame == null ? "No frame of the video could be read." : "No frame succeeded: " + frame;
    }
    source.trace().ended(status, progress().completed() + progress().failed(), error);
  }

  synchronized boolean hasEnded() {
    return completedAt != null;
  }

  public synchronized boolean isUnderWay() {
    return status.equals(Job.PROCESSING);
  }

  public synchronized Job show() {
    boolean over = completedAt != null;
    SourceProgress progress = progress();
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
            ? SourceProgress.average(
                progress.completed() + progress.failed(), startedAt, completedAt)
            : progress.fps(),
        progress.models(),
        options.sampleFps(),
        isCancelled(),
        progress.submitted(),
        warning,
        mode,
        modeReason,
        null,
        options.skipStill().written(),
        progress.reused(),
        options.tiles().written(),
        options.tilesTaken().written(),
        submitted.modelName(),
        submitted.modelSha256());
  }
}

package edgeai.coordinator.frame;

import edgeai.common.log.LogContext;
import edgeai.common.trace.TraceStep;
import edgeai.common.wire.TraceParent;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A job as a step of a trace, and what is done for it at workers as steps of that: so many of them
 * at most, since a video may have a hundred thousand frames. Thread-safe.
 */
public final class JobTrace {
  /** Frames and pieces at workers that are steps of their own. */
  static final int MOST = 200;

  private final TraceStep job;
  private final AtomicInteger begun = new AtomicInteger();

  private JobTrace(TraceStep job) {
    this.job = job;
  }

  /** It is part of what the thread is at that begins it, an upload. */
  public static JobTrace begin(String jobId) {
    return new JobTrace(
        TraceStep.begin("job", SpanKind.INTERNAL, LogContext.current().trace())
            .with("edge.job", jobId));
  }

  /** Of frames that are no job's. */
  static JobTrace none() {
    return new JobTrace(TraceStep.passing(null));
  }

  /** What is done for it is part of this; null where that is nothing. */
  TraceParent trace() {
    return job.trace();
  }

  /**
   * Something goes to a worker. What is beyond the bound is handed on as not recorded.
   *
   * @param what a frame or a piece
   */
  public TraceStep atWorker(String what, String worker) {
    if (!job.isRecorded()) {
      return TraceStep.passing(job.trace());
    }
    if (begun.incrementAndGet() > MOST) {
      return TraceStep.passing(job.trace().unsampled());
    }
    return TraceStep.begin(what, SpanKind.CLIENT, job.trace()).with("edge.worker", worker);
  }

  /**
   * The job is over.
   *
   * @param failure null where it did not fail
   */
  public void ended(String status, long frames, String failure) {
    job.with("edge.status", status)
        .with("edge.frames", frames)
        .with("edge.steps_left_out", Math.max(0, begun.get() - MOST));
    if (failure != null) {
      job.failed(failure);
    }
    job.end();
  }
}

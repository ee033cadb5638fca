package edgeai.coordinator.frame;

import edgeai.common.log.LogSubject;
import edgeai.coordinator.fleet.WorkerNode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where frames come from, one job's video: what is wanted of them, how far it is, and whether
 * anybody wants them still. The job makes it and goes down the stages with its frames, so that no
 * stage has to ask for the job. Thread-safe.
 */
public final class FrameSource {
  private static final int HASH_SHOWN = 12;

  private final String jobId;
  private final String model;
  private final JobTrace trace;
  private final LogSubject subject;
  private final ResultRules rules;
  private final SourceProgress progress;
  private volatile boolean cancelled;
  private volatile Predicate<WorkerNode> byPieces = worker -> false;

  /**
   * Of no job.
   *
   * @param model the hash of the one that infers its frames, and no other
   */
  public FrameSource(String jobId, String model, ResultRules rules, SourceProgress progress) {
    this(jobId, model, rules, progress, JobTrace.none());
  }

  /**
   * @param model the hash of the one that infers its frames, and no other
   * @param trace what is done for them is part of
   */
  public FrameSource(
      String jobId, String model, ResultRules rules, SourceProgress progress, JobTrace trace) {
    this.jobId = jobId;
    this.model = model;
    this.rules = rules;
    this.progress = progress;
    this.trace = trace;
    this.subject = LogSubject.ofJob(jobId).within(trace.trace());
  }

  public String jobId() {
    return jobId;
  }

  /** The hash of the model that infers its frames, and no other. */
  public String model() {
    return model;
  }

  /** What lines of the log about it name. */
  public LogSubject subject() {
    return subject;
  }

  /** It as a step of a trace. */
  public JobTrace trace() {
    return trace;
  }

  public ResultRules rules() {
    return rules;
  }

  public SourceProgress progress() {
    return progress;
  }

  /** Whether a worker can do its frames as they are wanted, in whichever way. */
  public boolean suits(WorkerNode worker) {
    return unfit(worker).isEmpty();
  }

  /** Why a worker cannot do its frames as they are wanted, as a predicate; empty where it can. */
  public Optional<String> unfit(WorkerNode worker) {
    if (!worker.has(model)) {
      return Optional.of("does not have the model " + model.substring(0, HASH_SHOWN));
    }
    return rules.tiles().isWhole() || worker.cutsTiles()
        ? Optional.empty()
        : Optional.of(
            "cannot cut frames into tiles, and those of this job are cut into %s"
                .formatted(rules.tiles().written()));
  }

  /**
   * Its frames go to some workers in pieces of the video.
   *
   * @param worker whether one has pieces to do, as things are when it is asked
   */
  public void goesByPieces(Predicate<WorkerNode> worker) {
    byPieces = worker;
  }

  /** Whether this worker has pieces to do, and needs no frames one by one. */
  public boolean hasPiecesFor(WorkerNode worker) {
    return byPieces.test(worker);
  }

  /** Nobody wants its frames any more. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}

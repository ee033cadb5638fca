package edgeai.coordinator.frame;

/**
 * Where frames come from, one job's video: what is wanted of them, how far it is, and whether
 * anybody wants them still. The job makes it and goes down the stages with its frames, so that no
 * stage has to ask for the job. Thread-safe.
 */
public final class FrameSource {
  private final String jobId;
  private final ResultRules rules;
  private final SourceProgress progress;
  private volatile boolean cancelled;

  public FrameSource(String jobId, ResultRules rules, SourceProgress progress) {
    this.jobId = jobId;
    this.rules = rules;
    this.progress = progress;
  }

  public String jobId() {
    return jobId;
  }

  public ResultRules rules() {
    return rules;
  }

  public SourceProgress progress() {
    return progress;
  }

  /** Nobody wants its frames any more. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}

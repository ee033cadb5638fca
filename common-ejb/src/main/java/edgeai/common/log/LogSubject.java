package edgeai.common.log;

import edgeai.common.wire.TraceParent;

/**
 * What a line of the log is about, as far as it is known; what is not is null.
 *
 * @param job its id
 * @param frame its id
 * @param worker who has it, or whose server this is
 * @param trace which step of which trace it is part of
 */
public record LogSubject(String job, String frame, String worker, TraceParent trace) {
  public static final LogSubject NOTHING = new LogSubject(null, null, null, null);

  public static LogSubject ofJob(String id) {
    return new LogSubject(id, null, null, null);
  }

  public static LogSubject ofWorker(String id) {
    return new LogSubject(null, null, id, null);
  }

  /**
   * @param step null where it is part of none
   */
  public static LogSubject ofTrace(TraceParent step) {
    return new LogSubject(null, null, null, step);
  }

  /** The same, and which frame. */
  public LogSubject withFrame(long id) {
    return new LogSubject(job, Long.toString(id), worker, trace);
  }

  /** The same, and which worker. */
  public LogSubject withWorker(String id) {
    return new LogSubject(job, frame, id, trace);
  }

  /** The same, as part of this step, or of the same one where it is null. */
  public LogSubject within(TraceParent step) {
    return new LogSubject(job, frame, worker, known(step, trace));
  }

  /** The same, and what another knows where this one knows nothing. */
  LogSubject orElse(LogSubject other) {
    return new LogSubject(
        known(job, other.job),
        known(frame, other.frame),
        known(worker, other.worker),
        known(trace, other.trace));
  }

  private static <T> T known(T own, T others) {
    return own == null ? others : own;
  }
}

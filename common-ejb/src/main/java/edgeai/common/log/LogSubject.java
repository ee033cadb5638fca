package edgeai.common.log;

/**
 * What a line of the log is about, as far as it is known; what is not is null.
 *
 * @param job its id
 * @param frame its id
 * @param worker who has it, or whose server this is
 * @param traceId of the trace that this is part of, in 32 hexadecimal digits
 * @param spanId of the step in it, in 16
 */
public record LogSubject(String job, String frame, String worker, String traceId, String spanId) {
  public static final LogSubject NOTHING = new LogSubject(null, null, null, null, null);

  public static LogSubject ofJob(String id) {
    return new LogSubject(id, null, null, null, null);
  }

  public static LogSubject ofWorker(String id) {
    return new LogSubject(null, null, id, null, null);
  }

  /** The same, and which frame. */
  public LogSubject withFrame(long id) {
    return new LogSubject(job, Long.toString(id), worker, traceId, spanId);
  }

  /** The same, and which worker. */
  public LogSubject withWorker(String id) {
    return new LogSubject(job, frame, id, traceId, spanId);
  }

  /** The same, and which step of which trace. */
  public LogSubject within(String trace, String span) {
    return new LogSubject(job, frame, worker, trace, span);
  }

  /** The same, and what another knows where this one knows nothing. */
  LogSubject orElse(LogSubject other) {
    return new LogSubject(
        known(job, other.job),
        known(frame, other.frame),
        known(worker, other.worker),
        known(traceId, other.traceId),
        known(spanId, other.spanId));
  }

  private static String known(String own, String others) {
    return own == null ? others : own;
  }
}

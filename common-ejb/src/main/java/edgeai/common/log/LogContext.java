package edgeai.common.log;

/**
 * What the current thread is at work on. Bound to the thread: who hands work to another says it
 * there once more.
 */
public final class LogContext {
  private static final ThreadLocal<LogSubject> CURRENT = new ThreadLocal<>();

  private static volatile LogSubject process = LogSubject.NOTHING;

  private LogContext() {}

  /** Lines that a task writes are about this, and about what the thread was at before. */
  public static void run(LogSubject subject, Runnable task) {
    LogSubject before = enter(subject);
    try {
      task.run();
    } finally {
      leave(before);
    }
  }

  /**
   * From here on lines are about this, and about what they were before.
   *
   * @return what {@link #leave} is to be given, whatever happens
   */
  public static LogSubject enter(LogSubject subject) {
    LogSubject before = CURRENT.get();
    CURRENT.set(before == null ? subject : subject.orElse(before));
    return before;
  }

  /**
   * What the thread was at before counts again.
   *
   * @param before as {@link #enter} gave it
   */
  public static void leave(LogSubject before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  /** What every line of this process is about. */
  public static void ofProcess(LogSubject subject) {
    process = subject;
  }

  /** What a line is about that this thread writes now. */
  public static LogSubject current() {
    LogSubject current = CURRENT.get();
    return current == null ? process : current.orElse(process);
  }
}

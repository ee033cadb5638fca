package edgeai.common.log;

import edgeai.common.wire.TraceParent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A JSON object for each event, for programs that collect logs: when (UTC), how grave, who says
 * what on which thread, and what it is about. Handlers format on the thread that logs.
 */
final class JsonLines extends Formatter {
  /** Of a message, in characters. */
  static final int LONGEST_MESSAGE = 16_000;

  @Override
  public String format(LogRecord record) {
    LogSubject about = LogContext.current();
    TraceParent trace = about.trace();
    Throwable thrown = record.getThrown();
    return new JsonLine()
            .with("time", time(record.getInstant()))
            .with("level", record.getLevel().getName())
            .with("logger", record.getLoggerName())
            .with("message", message(formatMessage(record)))
            .with("thread", thread())
            .with("job", about.job())
            .with("frame", about.frame())
            .with("worker", about.worker())
            .with("trace_id", trace == null ? null : trace.traceId())
            .with("span_id", trace == null ? null : trace.spanId())
            .with("exception", thrown == null ? null : Withheld.from(StackText.of(thrown)))
        + "\n";
  }

  /** Always with milliseconds, so that times can be compared as they are written. */
  private static String time(Instant when) {
    String whole = when.truncatedTo(ChronoUnit.SECONDS).toString();
    return "%s.%03dZ".formatted(whole.substring(0, whole.length() - 1), when.getNano() / 1_000_000);
  }

  private static String message(String said) {
    if (said == null) {
      return null;
    }
    return Withheld.from(
        said.length() <= LONGEST_MESSAGE ? said : said.substring(0, LONGEST_MESSAGE) + "...");
  }

  private static String thread() {
    Thread thread = Thread.currentThread();
    return thread.getName().isEmpty() ? "virtual-" + thread.threadId() : thread.getName();
  }
}

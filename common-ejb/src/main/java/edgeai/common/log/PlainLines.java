package edgeai.common.log;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Lines as another formatter makes them, without secrets. */
final class PlainLines extends Formatter {
  private final Formatter lines;

  PlainLines(Formatter lines) {
    this.lines = lines;
  }

  @Override
  public String format(LogRecord record) {
    return Withheld.from(lines.format(record));
  }

  @Override
  public String getHead(Handler handler) {
    return lines.getHead(handler);
  }

  @Override
  public String getTail(Handler handler) {
    return lines.getTail(handler);
  }
}

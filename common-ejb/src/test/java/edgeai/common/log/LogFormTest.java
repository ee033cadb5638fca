package edgeai.common.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogFormTest {
  /** Counts, or sends records as they are: there is nothing that it would write. */
  private static final class WithoutLines extends Handler {
    @Override
    public void publish(LogRecord record) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aHandlerThatMakesNoLinesIsLeftAlone() {
    Handler without = new WithoutLines();
    Handler with = new ConsoleHandler();

    LogForm.set(PlainLines::new, without, with);

    assertThat(without.getFormatter()).isNull();
    assertThat(with.getFormatter()).isInstanceOf(PlainLines.class);
  }
}

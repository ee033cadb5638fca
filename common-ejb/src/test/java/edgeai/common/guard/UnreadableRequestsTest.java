package edgeai.common.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class UnreadableRequestsTest {
  private static LogRecord told(String where) {
    Exception thrown = new ArrayIndexOutOfBoundsException("Index 17 out of bounds for length 17");
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement(where, "normalizeBytes", "x", 501)});
    LogRecord told = new LogRecord(Level.SEVERE, "An exception or error occurred");
    told.setThrown(thrown);
    UnreadableRequests.shorten(told);
    return told;
  }

  @Test
  void whatTheReaderThrowsIsALine() {
    LogRecord told = told("org.glassfish.grizzly.http.util.HttpRequestURIDecoder");
    assertThat(told.getThrown()).isNull();
    assertThat(told.getLevel()).isEqualTo(Level.WARNING);
    assertThat(told.getMessage())
        .isEqualTo("a request cannot be read: its path or its host is none");
  }

  @Test
  void whatIsThrownElsewhereIsToldInFull() {
    LogRecord told = told("edgeai.coordinator.job.Jobs");
    assertThat(told.getThrown()).isNotNull();
    assertThat(told.getLevel()).isEqualTo(Level.SEVERE);
  }
}

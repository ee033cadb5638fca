package edgeai.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostClientsTest {
  private final LostClients filter = new LostClients();

  @AfterEach
  void end() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFilter(null);
    }
  }

  private boolean isLogged(Throwable thrown) {
    return isLogged("jakarta.enterprise.web.core", thrown);
  }

  private boolean isLogged(String logger, Throwable thrown) {
    LogRecord entry = new LogRecord(Level.WARNING, "Exception processing ErrorPage");
    entry.setLoggerName(logger);
    entry.setThrown(thrown);
    return filter.isLoggable(entry);
  }

  @Test
  void clientsThatAreGoneAreNotToldOf() {
    IOException closed = new IOException("Connection is closed", new EOFException());

    assertThat(isLogged(closed)).isFalse();
    assertThat(isLogged(new IllegalArgumentException("URLDecoder: Illegal hex"))).isFalse();
    assertThat(isLogged(new Exception("Host is not set"))).isFalse();
    assertThat(isLogged(new IllegalStateException(closed))).isFalse();
    assertThat(isLogged(new IllegalStateException(new IOException("Broken pipe")))).isFalse();
  }

  @Test
  void norWhereTheMessageHasTheStackTraceInIt() {
    LogRecord entry =
        new LogRecord(
            Level.WARNING,
            "StandardHostValve@1: Exception processing ErrorPage[errorCode=0,"
                + " location=/error-page]\n"
                + "java.io.IOException: Connection is closed\n"
                + "\tat org.glassfish.grizzly");
    entry.setLoggerName("jakarta.enterprise.web");

    assertThat(filter.isLoggable(entry)).isFalse();
  }

  @Test
  void whateverElseIsWrongIs() {
    assertThat(isLogged(null)).isTrue();
    assertThat(isLogged(new IOException("No space left on device"))).isTrue();
    assertThat(isLogged(new IllegalStateException("a bug"))).isTrue();
    assertThat(isLogged("edgeai.common.store", new EOFException())).isTrue();
    assertThat(isLogged(null, new EOFException())).isTrue();
  }

  @Test
  void itListensToWhatTheContainerSays() {
    filter.start("the application starts");

    assertThat(Logger.getLogger("").getHandlers())
        .isNotEmpty()
        .allMatch(handler -> handler.getFilter() == filter);
  }
}

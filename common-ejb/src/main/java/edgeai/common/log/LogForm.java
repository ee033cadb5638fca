package edgeai.common.log;

import edgeai.settings.Configuration;
import edgeai.settings.LogCatalogue;
import edgeai.settings.SettingSource;
import edgeai.settings.StartRefusal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Gives the log of the whole process the form that {@code LOG_FORMAT} names, the container's lines
 * too. Done by the application, before there is any bean: so it holds however the server was
 * started, and a formatter of ours finds the classes that it needs.
 */
public final class LogForm implements Extension {
  void begin(@Observes BeforeBeanDiscovery event) {
    String form =
        StartRefusal.unless(
            () -> Configuration.ofServer(environment()).reader().value(LogCatalogue.LOG_FORMAT));
    if (form.equals(LogCatalogue.JSON)) {
      set(new JsonLines());
    }
  }

  /** MicroProfile's own is not there yet. */
  private static SettingSource environment() {
    return SettingSource.environment(
        name -> System.getProperty(name) == null ? System.getenv(name) : System.getProperty(name));
  }

  private static void set(Formatter lines) {
    // loads what it needs, which nobody could once the application is gone
    LogRecord first = new LogRecord(Level.INFO, "");
    first.setThrown(new IllegalStateException());
    lines.format(first);
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(lines);
    }
  }
}

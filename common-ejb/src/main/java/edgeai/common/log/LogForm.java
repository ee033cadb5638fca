package edgeai.common.log;

import edgeai.common.settings.ServerSource;
import edgeai.settings.LogCatalogue;
import edgeai.settings.StartRefusal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Gives the log of the whole process the form that {@code LOG_FORMAT} names, the container's lines
 * too, and takes secrets out of each. Done by the application, before there is any bean: so it
 * holds however the server was started, and a formatter of ours finds the classes that it needs.
 */
public final class LogForm implements Extension {
  void begin(@Observes BeforeBeanDiscovery event) {
    String form =
        StartRefusal.unless(
            () -> ServerSource.readerOfEnvironment().value(LogCatalogue.LOG_FORMAT));
    Formatter json = new JsonLines();
    set(
        before -> form.equals(LogCatalogue.JSON) ? json : new PlainLines(before),
        Logger.getLogger("").getHandlers());
  }

  /** One that has no formatter makes no lines; Payara Server has such. */
  static void set(UnaryOperator<Formatter> form, Handler... handlers) {
    LogRecord first = new LogRecord(Level.INFO, "");
    first.setThrown(new IllegalStateException());
    for (Handler handler : handlers) {
      if (handler.getFormatter() == null) {
        continue;
      }
      Formatter lines = form.apply(handler.getFormatter());
      // loads what it needs, which nobody could once the application is gone
      lines.format(first);
      handler.setFormatter(lines);
    }
  }
}

package edgeai.common.process;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Locale;

/**
 * One locale for all words and figures of a server, whatever its machine speaks: set before there
 * is any bean, since each would write its numbers in another's digits.
 */
public final class OneLocale implements Extension {
  void begin(@Observes BeforeBeanDiscovery event) {
    set();
  }

  /** For programs that are no servers. */
  public static void set() {
    Locale.setDefault(Locale.ENGLISH);
  }
}

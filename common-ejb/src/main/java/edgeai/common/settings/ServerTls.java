package edgeai.common.settings;

import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import edgeai.settings.tls.KnownServers;
import edgeai.settings.tls.Pem;
import edgeai.settings.tls.Pins;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** By which certificates a server knows others. */
@ApplicationScoped
public class ServerTls {
  /** Before anything opens a client. */
  private static final int FIRST = 0;

  private static volatile SettingReader settings;
  private static volatile SSLContext known;

  /**
   * What each client of this process goes by. Not the default of the process, which the container
   * replaces when its listener opens.
   */
  public static SSLContext clients() {
    try {
      return known == null ? SSLContext.getDefault() : known;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** The same, for which further servers are known by pins. */
  public static SSLContext clients(Pins further) {
    return settings == null ? clients() : KnownServers.context(settings, further);
  }

  void begin(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event) {
    StartRefusal.unless(
        () -> {
          settings = ServerSource.reader();
          known = KnownServers.context(settings);
          settings
              .given(ServerCatalogue.TLS_KEY)
              .ifPresent(file -> Pem.key(ServerCatalogue.TLS_KEY.name(), file));
          return true;
        });
  }
}

package edgeai.coordinator.settings;

import edgeai.common.network.OwnAddress;
import edgeai.common.settings.ServerSource;
import edgeai.settings.StartRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Gives the settings and the clock to whoever injects them. */
@ApplicationScoped
public class SettingsProducer {
  @Produces
  @Singleton
  public CoordinatorSettings settings() {
    return StartRefusal.unless(() -> CoordinatorSettings.read(ServerSource.readerOfStart()));
  }

  @Produces
  @Singleton
  public OwnAddress address(CoordinatorSettings settings) {
    return new OwnAddress(settings.host(), settings.port(), settings.secure());
  }

  @Produces
  @Singleton
  public Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}

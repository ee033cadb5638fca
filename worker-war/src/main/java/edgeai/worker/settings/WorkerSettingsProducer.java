package edgeai.worker.settings;

import edgeai.common.door.DoorSettings;
import edgeai.common.door.SentBearer;
import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.network.OwnAddress;
import edgeai.common.settings.ServerSource;
import edgeai.settings.Program;
import edgeai.settings.StartRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Gives the settings and the clock to whoever injects them. */
@ApplicationScoped
public class WorkerSettingsProducer {
  @Produces
  @Singleton
  public WorkerSettings settings() {
    WorkerSettings settings =
        StartRefusal.unless(() -> WorkerSettings.read(ServerSource.readerOfStart()));
    LogContext.ofProcess(LogSubject.ofWorker(settings.workerId()));
    return settings;
  }

  @Produces
  @Singleton
  public OwnAddress address(WorkerSettings settings) {
    return new OwnAddress(settings.host(), settings.port(), settings.secure());
  }

  @Produces
  @Singleton
  public DoorSettings door(WorkerSettings settings) {
    return StartRefusal.unless(
        () -> DoorSettings.read(ServerSource.reader(), Program.WORKER, settings.host()));
  }

  @Produces
  @Singleton
  public SentBearer bearer() {
    return SentBearer.read(ServerSource.reader());
  }

  @Produces
  @Singleton
  public Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}

package edgeai.common.settings;

import edgeai.common.network.ConfiguredCalls;
import edgeai.settings.CameraCatalogue;
import edgeai.settings.JobCatalogue;
import edgeai.settings.Setting;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import edgeai.settings.WorkerCatalogue;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Addresses of other servers in the settings: one that is never called ends the start. */
@ApplicationScoped
public class ConfiguredAddresses {
  /** Once the settings could be read. */
  private static final int EARLY = 1;

  private static final List<Setting<URI>> ALL =
      List.of(CameraCatalogue.ADMIN_URL, WorkerCatalogue.COORDINATOR_URL);

  @Produces
  @Singleton
  public ConfiguredCalls calls() {
    return StartRefusal.unless(() -> calls(ServerSource.reader()));
  }

  private static ConfiguredCalls calls(SettingReader in) {
    return new ConfiguredCalls(in.given(JobCatalogue.ALLOWED_NETWORKS).orElse(List.of()));
  }

  void begin(@Observes @Priority(EARLY) @Initialized(ApplicationScoped.class) Object event) {
    StartRefusal.unless(
        () -> {
          SettingReader in = ServerSource.reader();
          refusal(in).ifPresent(StartRefusal::refuse);
          return in;
        });
  }

  /** Which of them is never called, and why; empty where all may be. */
  static Optional<String> refusal(SettingReader in) {
    ConfiguredCalls calls = calls(in);
    return ALL.stream()
        .flatMap(setting -> in.given(setting).flatMap(it -> said(setting, it, calls)).stream())
        .findFirst();
  }

  private static Optional<String> said(Setting<URI> setting, URI address, ConfiguredCalls calls) {
    return calls
        .refusal(address)
        .map(why -> "%s=%s: %s %s".formatted(setting.name(), address, address.getHost(), why));
  }
}

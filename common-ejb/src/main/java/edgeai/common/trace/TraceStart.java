package edgeai.common.trace;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Has steps recorded where that is switched on, before the server begins with anything. */
@ApplicationScoped
public class TraceStart {
  private static final String SCOPE = "edgeai";

  private final OpenTelemetry telemetry;
  private final Config config;

  @Inject
  public TraceStart(OpenTelemetry telemetry, Config config) {
    this.telemetry = telemetry;
    this.config = config;
  }

  /** For the container's proxy. */
  TraceStart() {
    this(null, null);
  }

  void begin(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) {
    if (!config.getOptionalValue("otel.sdk.disabled", Boolean.class).orElse(true)) {
      TraceStep.recordBy(telemetry.getTracer(SCOPE));
    }
  }
}

package edgeai.coordinator.topic;

import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.metrics.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells the system's metrics once a second. */
@ApplicationScoped
public class MetricsTopic implements Topic {
  private final SystemView system;

  @Inject
  public MetricsTopic(SystemView system) {
    this.system = system;
  }

  /** For the container's proxy. */
  MetricsTopic() {
    this(null);
  }

  @Override
  public List<LiveMessage> beat(boolean second) {
    return second ? List.of(new LiveMessage("metrics", system.metrics())) : List.of();
  }

  @Override
  public void forget() {
    // it keeps nothing
  }
}

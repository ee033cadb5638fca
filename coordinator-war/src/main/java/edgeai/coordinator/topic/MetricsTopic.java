package edgeai.coordinator.topic;

import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.metrics.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells the system's metrics once a second. */
@ApplicationScoped
public class MetricsTopic implements Topic {
  @Inject private SystemView system;

  @Override
  public List<LiveMessage> beat(boolean second) {
    return second ? List.of(new LiveMessage("metrics", system.metrics())) : List.of();
  }

  @Override
  public void forget() {
    // it keeps nothing
  }
}

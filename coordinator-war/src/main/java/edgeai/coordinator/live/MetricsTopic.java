package edgeai.coordinator.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells the system's metrics once a second. */
@ApplicationScoped
public class MetricsTopic implements Topic {
  @Inject private MetricsSource source;

  @Override
  public List<Message> beat(boolean second) {
    return second ? List.of(new Message("metrics", source.metrics())) : List.of();
  }

  @Override
  public void forget() {
    // it keeps nothing
  }
}

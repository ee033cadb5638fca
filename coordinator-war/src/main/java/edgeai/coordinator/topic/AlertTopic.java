package edgeai.coordinator.topic;

import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.alert.AlertLog;
import edgeai.coordinator.alert.AlertRaised;
import edgeai.coordinator.alert.AlertRepeated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells of alerts: new ones at once, those that stand for more frames once a second. */
@ApplicationScoped
public class AlertTopic implements Topic {
  /** The log keeps no more. */
  private static final int KEPT = 200;

  private final AlertLog log;
  private final Newest<Long> raised = new Newest<>(KEPT);
  private final Set<Long> repeated = new LinkedHashSet<>();

  @Inject
  public AlertTopic(AlertLog log) {
    this.log = log;
  }

  /** For the container's proxy. */
  AlertTopic() {
    this(null);
  }

  void onRaised(@Observes AlertRaised alert) {
    raised.note(alert.alertId());
  }

  void onRepeated(@Observes AlertRepeated alert) {
    synchronized (repeated) {
      if (repeated.add(alert.alertId()) && repeated.size() > KEPT) {
        repeated.remove(repeated.iterator().next());
      }
    }
  }

  @Override
  public List<LiveMessage> beat(boolean second) {
    List<Long> ids = new ArrayList<>(raised.drain().items());
    synchronized (repeated) {
      ids.forEach(repeated::remove);
      if (second) {
        ids.addAll(repeated);
        repeated.clear();
      }
    }
    return ids.stream()
        .flatMap(id -> log.find(id).stream())
        .map(alert -> new LiveMessage("alert", alert))
        .toList();
  }

  @Override
  public void forget() {
    raised.drain();
    synchronized (repeated) {
      repeated.clear();
    }
  }
}

package edgeai.coordinator.alert;

import edgeai.common.wire.Alert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The newest alerts. Those of little weight, which come every few seconds where there is much to
 * see, leave room for the graver ones. Not thread-safe.
 */
final class KeptAlerts {
  static final int MOST = 200;

  /** What is less grave has to go first where there are more than these. */
  private static final int MOST_INFO = 100;

  private static final int MOST_NOT_CRITICAL = 150;

  /** By number, the oldest first. */
  private final Map<Long, LoggedAlert> alerts = new LinkedHashMap<>();

  /** Puts it at the end, or in the place of what it was; gives the one that goes for it. */
  Optional<LoggedAlert> put(LoggedAlert alert) {
    alerts.put(alert.alertId(), alert);
    if (alerts.size() <= MOST) {
      return Optional.empty();
    }
    LoggedAlert leaving = leaving();
    alerts.remove(leaving.alertId());
    return Optional.of(leaving);
  }

  private LoggedAlert leaving() {
    List<LoggedAlert> info = of(Set.of(Alert.INFO));
    if (info.size() > MOST_INFO) {
      return info.get(0);
    }
    List<LoggedAlert> notCritical = of(Set.of(Alert.INFO, Alert.WARNING));
    return notCritical.size() > MOST_NOT_CRITICAL
        ? notCritical.get(0)
        : alerts.values().iterator().next();
  }

  private List<LoggedAlert> of(Set<String> levels) {
    return alerts.values().stream().filter(alert -> levels.contains(alert.level())).toList();
  }

  boolean has(long number) {
    return alerts.containsKey(number);
  }

  Optional<LoggedAlert> find(long number) {
    return Optional.ofNullable(alerts.get(number));
  }

  List<LoggedAlert> newestFirst() {
    List<LoggedAlert> list = new ArrayList<>(alerts.values());
    Collections.reverse(list);
    return list;
  }
}

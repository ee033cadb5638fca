package edgeai.admin.analytics;

import java.util.Map;

/** What one event adds to the totals, under names that are admitted there. */
record Counted(String camera, Map<String, Long> labels) {
  long vehicles() {
    return labels.values().stream().mapToLong(Long::longValue).sum();
  }
}

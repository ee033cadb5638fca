package edgeai.common.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The allowance of each of many, of whom those are kept who came last. Not thread-safe. */
final class Allowances {
  private static final int MOST_KEPT = 1_024;

  private final int most;
  private final double perMinute;
  private final Map<String, Allowance> all =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Allowances(int most, double perMinute) {
    this.most = most;
    this.perMinute = perMinute;
  }

  boolean take(String whose, Instant now) {
    return all.computeIfAbsent(whose, key -> new Allowance(most, perMinute, now)).take(now);
  }
}

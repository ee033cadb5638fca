package edgeai.coordinator.fleet;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is held against owners, in memory; past so many the one that came last long ago goes. */
final class Reputations {
  private static final int MOST = 4_096;

  private final Clock clock;
  private final Map<Owner, Reputation> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, Reputation> eldest) {
          return size() > MOST;
        }
      };

  Reputations(Clock clock) {
    this.clock = clock;
  }

  synchronized Reputation of(Owner owner) {
    return known.computeIfAbsent(owner, any -> new Reputation(owner.isThisMachine(), clock));
  }
}

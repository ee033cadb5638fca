package edgeai.common.oidc;

import edgeai.access.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Logins that are on their way, each good once and for minutes; the eldest go where many are. */
final class PendingLogins {
  static final Duration LIFE = Duration.ofMinutes(10);
  static final int MOST = 1_000;

  private final Clock clock;
  private final Map<String, PendingLogin> byState =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PendingLogin> eldest) {
          return size() > MOST;
        }
      };

  PendingLogins(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param state by which it is known when it comes back
   */
  synchronized void add(Secret state, PendingLogin login) {
    byState.put(state.hash(), login);
  }

  /** The login of a state, for the browser that began it, once. */
  synchronized Optional<PendingLogin> take(String state, Secret browser) {
    PendingLogin login = byState.get(new Secret(state).hash());
    if (login == null || !Secret.isSame(login.browser(), browser.hash())) {
      return Optional.empty();
    }
    byState.remove(new Secret(state).hash());
    return clock.instant().isBefore(login.expires()) ? Optional.of(login) : Optional.empty();
  }

  synchronized int size() {
    return byState.size();
  }
}

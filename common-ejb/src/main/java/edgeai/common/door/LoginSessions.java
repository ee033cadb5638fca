package edgeai.common.door;

import edgeai.access.AccessList;
import edgeai.access.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, in memory only: a restart logs everybody out. The eldest go where there are too
 * many.
 */
final class LoginSessions {
  static final Duration LIFE = Duration.ofHours(12);

  private static final int MOST = 1_000;
  private static final int MOST_OF_ONE = 20;

  private final Clock clock;
  private final Map<String, Session> byHash = new LinkedHashMap<>();

  /** One login. */
  record Session(LoggedIn who, Instant expires) {
    private boolean counts(AccessList access, Instant now) {
      return now.isBefore(expires) && who.isStillKnown(access);
    }
  }

  LoginSessions(Clock clock) {
    this.clock = clock;
  }

  /** Logs somebody in and gives what their browser is to send. */
  synchronized Secret open(LoggedIn who) {
    Secret secret = Secret.fresh();
    List<String> own = new ArrayList<>();
    byHash.forEach(
        (hash, session) -> {
          if (session.who.isSameAs(who)) {
            own.add(hash);
          }
        });
    if (own.size() >= MOST_OF_ONE) {
      byHash.remove(own.getFirst());
    } else if (byHash.size() >= MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    byHash.put(secret.hash(), new Session(who, clock.instant().plus(LIFE)));
    return secret;
  }

  /**
   * A login that counts.
   *
   * @param hash of what was sent
   */
  synchronized Optional<Session> find(String hash, AccessList access) {
    Session session = byHash.get(hash);
    if (session != null && !session.counts(access, clock.instant())) {
      byHash.remove(hash);
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  synchronized int count() {
    return byHash.size();
  }

  /** Ends one and tells whose it was. */
  synchronized Optional<LoggedIn> close(String hash) {
    return Optional.ofNullable(byHash.remove(hash)).map(Session::who);
  }
}

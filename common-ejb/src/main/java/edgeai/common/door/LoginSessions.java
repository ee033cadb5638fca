package edgeai.common.door;

import edgeai.access.AccessList;
import edgeai.access.Account;
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

  /**
   * One login.
   *
   * @param account as it was then: one that changes logs out
   */
  record Session(Account account, Instant expires) {
    private boolean counts(AccessList access, Instant now) {
      return now.isBefore(expires)
          && access.account(account.name()).filter(account::equals).isPresent();
    }
  }

  LoginSessions(Clock clock) {
    this.clock = clock;
  }

  /** Logs somebody in and gives what their browser is to send. */
  synchronized Secret open(Account account) {
    Secret secret = Secret.fresh();
    List<String> own = new ArrayList<>();
    byHash.forEach(
        (hash, session) -> {
          if (session.account.name().equals(account.name())) {
            own.add(hash);
          }
        });
    if (own.size() >= MOST_OF_ONE) {
      byHash.remove(own.getFirst());
    } else if (byHash.size() >= MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    byHash.put(secret.hash(), new Session(account, clock.instant().plus(LIFE)));
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

  synchronized void close(String hash) {
    byHash.remove(hash);
  }
}

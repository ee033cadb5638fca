package edgeai.common.door;

import edgeai.access.Account;
import edgeai.access.Password;
import edgeai.access.Secret;
import edgeai.common.error.TooMany;
import edgeai.common.error.Unavailable;
import edgeai.common.oidc.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs people in and out. A wrong name takes as long as a wrong password, and few are looked at at
 * the same time, since each is work.
 */
@ApplicationScoped
public class Logins {
  private static final Logger LOG = Logger.getLogger(Logins.class.getName());
  private static final int AT_ONCE = 2;

  private final Door door;
  private final LoginAttempts attempts;
  private final Semaphore places = new Semaphore(AT_ONCE);

  @Inject
  public Logins(Door door, Clock clock) {
    this(door, new LoginAttempts(clock));
  }

  Logins(Door door, LoginAttempts attempts) {
    this.door = door;
    this.attempts = attempts;
  }

  /** For the container's proxy. */
  protected Logins() {
    this(null, (LoginAttempts) null);
  }

  /**
   * Gives what their browser is to send; empty where name or password is wrong.
   *
   * @throws TooMany where that was tried too often
   * @throws Unavailable where many try at this moment
   */
  Optional<Secret> open(String user, char[] password, String address) {
    attempts
        .begin(address, user)
        .ifPresent(
            pause -> {
              throw new TooMany(
                  "There were too many wrong logins; try again later.", seconds(pause));
            });
    Optional<Account> account = door.access().account(user);
    Password kept = account.map(Account::password).orElse(Password.NOBODYS);
    if (matches(kept, password) && account.isPresent()) {
      attempts.succeed(address, user);
      LOG.log(Level.INFO, "{0} logged in from {1}", new Object[] {user, address});
      return Optional.of(door.sessions().open(new LoggedIn.ByAccount(account.get())));
    }
    LOG.log(Level.INFO, "a login from {0} was wrong", address);
    return Optional.empty();
  }

  private boolean matches(Password kept, char[] typed) {
    if (!places.tryAcquire()) {
      throw new Unavailable("Many log in at this moment; try again.", 1);
    }
    try {
      return kept.matches(typed);
    } finally {
      places.release();
    }
  }

  private static int seconds(Duration pause) {
    return (int) pause.toSeconds() + 1;
  }

  /** Logins in memory. */
  public int open() {
    return door.sessions().count();
  }

  /** Addresses and accounts whose tries are remembered. */
  public int triedBy() {
    return attempts.kept();
  }

  /** Tries that were too many. */
  public long refused() {
    return attempts.refused();
  }

  /** Logs in whom a provider knows, and gives what their browser is to send. */
  Secret open(Person person, String address) {
    LOG.log(
        Level.INFO,
        "{0} ({1}) logged in by OIDC as {2} from {3}",
        new Object[] {person.name(), person.subject(), person.role().word(), address});
    return door.sessions().open(new LoggedIn.ByProvider(person));
  }

  /** Logs out and tells whom. */
  Optional<LoggedIn> close(Secret session) {
    return door.sessions().close(session.hash());
  }
}

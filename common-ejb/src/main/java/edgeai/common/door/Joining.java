package edgeai.common.door;

import edgeai.access.AccessException;
import edgeai.access.AccessFile;
import edgeai.access.AccessList;
import edgeai.access.AccessToken;
import edgeai.access.JoinCode;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.error.TooMany;
import edgeai.common.error.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Makes a node of whoever has the code that {@code ./edge join} printed, once. */
@ApplicationScoped
public class Joining {
  private static final Logger LOG = Logger.getLogger(Joining.class.getName());
  private static final int LONGEST_NAME = 48;

  private final AccessFile file;
  private final LoginAttempts attempts;
  private final Clock clock;

  @Inject
  public Joining(DoorSettings settings, Clock clock) {
    this.file = new AccessFile(settings.accessFile());
    this.attempts = new LoginAttempts(clock);
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Joining() {
    this.file = null;
    this.attempts = null;
    this.clock = null;
  }

  /** A node that may come from now on. */
  record Joined(String name, Secret token) {}

  /**
   * Takes a code.
   *
   * @param wished what the node would be called
   * @return empty where the code counts for nothing
   * @throws TooMany where that was tried too often
   */
  Optional<Joined> join(String code, String wished, String address) {
    attempts
        .begin(address, "join")
        .ifPresent(
            pause -> {
              throw new TooMany(
                  "There were too many wrong codes; try again later.", (int) pause.toSeconds() + 1);
            });
    Secret token = Secret.fresh();
    Instant now = clock.instant();
    try {
      if (file.read().codes().stream().noneMatch(open -> open.countsAt(now))) {
        return Optional.empty();
      }
      AccessList after = file.change(list -> taken(list, code, wished, token, now));
      Optional<Joined> joined = after.find(token, now).map(made -> new Joined(made.name(), token));
      joined.ifPresentOrElse(
          node -> {
            attempts.succeed(address, "join");
            LOG.log(Level.INFO, "{0} at {1} is a node now", new Object[] {node.name(), address});
          },
          () -> LOG.log(Level.INFO, "a code from {0} was wrong", address));
      return joined;
    } catch (AccessException e) {
      LOG.log(Level.WARNING, "nobody can join: {0}", e.getMessage());
      throw new Unavailable("Nobody can join at this moment.", 10);
    }
  }

  /** Addresses whose tries are remembered. */
  public int triedBy() {
    return attempts.kept();
  }

  /** Tries that were too many. */
  public long refused() {
    return attempts.refused();
  }

  private static AccessList taken(
      AccessList list, String code, String wished, Secret token, Instant now) {
    List<JoinCode> open = list.codes().stream().filter(one -> one.countsAt(now)).toList();
    List<JoinCode> others = open.stream().filter(one -> !one.matches(code)).toList();
    if (others.size() == open.size()) {
      // nobody knows which of them was meant
      return list.withCodes(open.stream().map(JoinCode::tried).toList());
    }
    AccessToken node =
        new AccessToken(freeName(list, wished), Role.NODE, token.hash(), now, Optional.empty());
    return list.withCodes(others).with(node);
  }

  /** What was wished as far as a token may be called so, with a number where there is one. */
  private static String freeName(AccessList list, String wished) {
    String plain = wished.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    String name =
        plain.isEmpty() ? "node" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? name : name + "-" + n)
        .filter(free -> list.tokens().stream().noneMatch(token -> token.name().equals(free)))
        .findFirst()
        .orElseThrow();
  }
}

package edgeai.common.door;

import edgeai.access.AccessList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Knows again who made something that outlives their request, by a mark that is no secret: what
 * they made is to end with their token or account.
 */
@ApplicationScoped
public class Makers {
  /** So much of a hash tells tokens apart. */
  private static final int MARKED = 32;

  private final Door door;
  private final Clock clock;

  @Inject
  public Makers(Door door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Makers() {
    this(null, null);
  }

  /** The mark of somebody; who made their account anew has another. */
  public String mark(Asker asker) {
    return switch (asker.proof()) {
      case TOKEN -> "token " + asker.grant().substring(0, MARKED);
      case ACCOUNT ->
          door.access()
              .account(asker.name())
              .map(account -> "user %s %s".formatted(account.created(), account.name()))
              .orElse("nobody");
      case OIDC -> "oidc " + asker.name();
      case NONE, LOCAL, INSECURE, NETWORK, SELF -> "server";
    };
  }

  /**
   * Whether whoever has a mark still has what they were known by. Of people whom a provider knows
   * that is not known here, so that they count for as long as there is one.
   */
  public boolean isKnown(String mark) {
    AccessList access = door.access();
    String[] parts = mark.split(" ", 2);
    return switch (parts[0]) {
      case "token" ->
          access.tokens().stream()
              .anyMatch(
                  token -> token.hash().startsWith(parts[1]) && token.countsAt(clock.instant()));
      case "user" ->
          access.accounts().stream()
              .anyMatch(
                  account ->
                      mark.equals("user %s %s".formatted(account.created(), account.name())));
      case "oidc" -> door.settings().oidc().isPresent();
      case "server" -> true;
      default -> false;
    };
  }
}

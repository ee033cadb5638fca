package edgeai.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as it is kept.
 *
 * @param name unlike that of any other token
 * @param hash of its {@link Secret}
 * @param expires when it ends to count, empty where it never does
 */
public record AccessToken(
    String name, Role role, String hash, Instant created, Optional<Instant> expires) {

  public boolean countsAt(Instant now) {
    return expires.isEmpty() || now.isBefore(expires.get());
  }
}

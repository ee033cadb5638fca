package edgeai.common.door;

import edgeai.access.Secret;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What this server knows itself by, and those whom it told: another at each start, in memory only.
 */
@ApplicationScoped
public class OwnSecret {
  private final Secret secret = Secret.fresh();

  /** As it is sent. */
  public String text() {
    return secret.text();
  }

  /** As it stands in the header {@code Authorization}. */
  public String bearer() {
    return Bearer.header(secret.text());
  }

  boolean is(Secret sent) {
    return Secret.isSame(secret.text(), sent.text());
  }
}

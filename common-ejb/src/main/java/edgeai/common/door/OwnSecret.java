package edgeai.common.door;

import edgeai.access.Secret;
import jakarta.enterprise.context.ApplicationScoped;

/** What those whom this server told it are known by: another at each start, in memory only. */
@ApplicationScoped
public class OwnSecret {
  private final Secret secret = Secret.fresh();

  /** As it is sent. */
  public String text() {
    return secret.text();
  }

  boolean is(Secret sent) {
    return Secret.isSame(secret.text(), sent.text());
  }
}

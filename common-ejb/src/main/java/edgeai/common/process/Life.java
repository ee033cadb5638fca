package edgeai.common.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** One run of this server, from its start to its end, which can be told from any other. */
@ApplicationScoped
public class Life {
  private final String token = UUID.randomUUID().toString();

  /** Another one after each start. */
  public String token() {
    return token;
  }
}

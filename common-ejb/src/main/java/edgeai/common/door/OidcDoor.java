package edgeai.common.door;

import edgeai.common.guard.Schedule;
import edgeai.common.oidc.OidcLogins;
import edgeai.common.settings.ServerTls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The way in that leads by a provider, where the server has one; looks for it from the start. */
@ApplicationScoped
public class OidcDoor {
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final DoorSettings settings;
  private final Schedule schedule;
  private final Clock clock;
  private Optional<OidcLogins> logins = Optional.empty();

  @Inject
  public OidcDoor(DoorSettings settings, Schedule schedule, Clock clock) {
    this.settings = settings;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected OidcDoor() {
    this(null, null, null);
  }

  /** Looks for the provider from now on. */
  public void begin() {
    logins = settings.oidc().map(oidc -> new OidcLogins(oidc, ServerTls.clients(), clock));
    logins.ifPresent(
        oidc -> schedule.every("look for the provider of logins", FIRST_LOOK, PAUSE, oidc::look));
  }

  /** Empty where people log in by passwords alone. */
  Optional<OidcLogins> logins() {
    return logins;
  }

  /** Logins that are on their way. */
  public int pending() {
    return logins.map(OidcLogins::pending).orElse(0);
  }
}

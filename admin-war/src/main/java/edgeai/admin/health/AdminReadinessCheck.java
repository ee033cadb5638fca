package edgeai.admin.health;

import edgeai.admin.start.AdminStartup;
import edgeai.admin.store.AdminDatabase;
import edgeai.common.health.Readiness;
import edgeai.common.process.ServerEnding;
import edgeai.common.store.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code GET /mp-health/ready}: up once the start is complete, while the database answers. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class AdminReadinessCheck implements HealthCheck {
  private final AdminStartup startup;
  private final AdminDatabase database;

  private volatile boolean ending;

  @Inject
  public AdminReadinessCheck(AdminStartup startup, AdminDatabase database) {
    this.startup = startup;
    this.database = database;
  }

  /** For the container's proxy. */
  AdminReadinessCheck() {
    this(null, null);
  }

  void onEnding(@Observes ServerEnding event) {
    ending = true;
  }

  @Override
  public HealthCheckResponse call() {
    return Readiness.of("admin", this::look);
  }

  private void look(Readiness readiness) {
    readiness
        .require(!ending, "this admin server is ending")
        .require(startup.isReady(), "the start is not complete")
        .require(databaseAnswers(), "the database does not answer");
  }

  private boolean databaseAnswers() {
    try {
      return database.list("select 1", row -> row.getInt(1)).equals(List.of(1));
    } catch (DatabaseException e) {
      return false;
    }
  }
}

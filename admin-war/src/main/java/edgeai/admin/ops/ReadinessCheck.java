package edgeai.admin.ops;

import edgeai.admin.store.Database;
import edgeai.common.store.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code GET /mp-health/ready}: up once the start is complete, while the database answers. */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
  @Inject private Startup startup;
  @Inject private Database database;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("admin")
        .status(startup.isReady() && databaseAnswers())
        .build();
  }

  private boolean databaseAnswers() {
    try {
      return database.list("select 1", row -> row.getInt(1)).equals(List.of(1));
    } catch (DatabaseException e) {
      return false;
    }
  }
}

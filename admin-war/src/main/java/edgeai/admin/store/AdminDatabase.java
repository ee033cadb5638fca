package edgeai.admin.store;

import edgeai.admin.settings.AdminSettings;
import edgeai.common.store.ServerDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The admin server's database. */
@ApplicationScoped
public class AdminDatabase extends ServerDatabase {
  private final AdminSettings settings;

  @Inject
  public AdminDatabase(AdminSettings settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  AdminDatabase() {
    this(null);
  }

  @PostConstruct
  void open() {
    open(settings.dataDir(), "admin", settings.database());
  }

  @PreDestroy
  @Override
  protected void close() {
    super.close();
  }
}

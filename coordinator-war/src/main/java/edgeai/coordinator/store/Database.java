package edgeai.coordinator.store;

import edgeai.common.store.FileDatabase;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The coordinator's database in {@code DATA_DIR}. */
@ApplicationScoped
public class Database extends FileDatabase {
  private final CoordinatorSettings settings;

  @Inject
  public Database(CoordinatorSettings settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  Database() {
    this(null);
  }

  @PostConstruct
  void open() {
    open(settings.dataDir(), "coordinator");
  }

  @PreDestroy
  @Override
  protected void close() {
    super.close();
  }
}

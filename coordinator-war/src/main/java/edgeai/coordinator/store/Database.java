package edgeai.coordinator.store;

import edgeai.common.store.ServerDatabase;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The coordinator's database. */
@ApplicationScoped
public class Database extends ServerDatabase {
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
    open(settings.dataDir(), "coordinator", settings.database());
  }

  /** Some cannot be written alike for all kinds. */
  @Override
  protected List<String> migrations(String dialectName) {
    return List.of("classpath:db/both", "classpath:db/" + dialectName);
  }

  @Override
  protected List<String> sequences() {
    return List.of("frame_block_number");
  }

  @PreDestroy
  @Override
  protected void close() {
    super.close();
  }
}

package edgeai.admin.store;

import edgeai.admin.settings.AdminSettings;
import edgeai.common.store.FileDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The admin server's database in {@code DATA_DIR}. */
@ApplicationScoped
public class AdminDatabase extends FileDatabase {
  @Inject private AdminSettings settings;

  @PostConstruct
  void open() {
    open(settings.dataDir(), "admin");
  }

  @PreDestroy
  @Override
  protected void close() {
    super.close();
  }
}

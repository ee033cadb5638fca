package edgeai.coordinator.store;

import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.common.store.GroupWriter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The one writer of the coordinator's database. */
@ApplicationScoped
public class LedgerWriter extends GroupWriter {
  @Inject private Database database;
  @Inject private StageTimes times;

  @Resource(lookup = "java:app/concurrent/ledger")
  private ManagedExecutorService executor;

  @PostConstruct
  void start() {
    start(database, executor);
  }

  @Override
  protected void wrote(int entries, long nanos) {
    times.add(Stage.STORE, nanos, entries);
  }

  @PreDestroy
  @Override
  protected void stop() {
    super.stop();
  }
}

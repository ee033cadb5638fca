package edgeai.coordinator.store;

import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.common.store.GroupWriter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The one writer of the coordinator's database. */
@ApplicationScoped
public class LedgerWriter extends GroupWriter {
  private final Database database;
  private final StageTimes times;
  private final ManagedExecutorService executor;

  @Inject
  public LedgerWriter(
      Database database, StageTimes times, @Named("ledger") ManagedExecutorService executor) {
    this.database = database;
    this.times = times;
    this.executor = executor;
  }

  /** For the container's proxy. */
  LedgerWriter() {
    this(null, null, null);
  }

  @PostConstruct
  void start() {
    start(database, executor);
  }

  @Override
  protected void wrote(int rows, long nanos) {
    times.add(Stage.STORE, nanos, rows);
  }

  @PreDestroy
  @Override
  protected void stop() {
    super.stop();
  }
}

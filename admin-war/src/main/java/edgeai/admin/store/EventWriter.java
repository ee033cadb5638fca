package edgeai.admin.store;

import edgeai.common.error.Unavailable;
import edgeai.common.store.GroupWriter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** The one writer of the admin server's database. */
@ApplicationScoped
public class EventWriter extends GroupWriter {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int RETRY_S = 10;

  private final AdminDatabase database;
  private final ManagedExecutorService executor;

  @Inject
  public EventWriter(AdminDatabase database, @Named("ledger") ManagedExecutorService executor) {
    this.database = database;
    this.executor = executor;
  }

  /** For the container's proxy. */
  EventWriter() {
    this(null, null);
  }

  @PostConstruct
  void start() {
    start(database, executor);
  }

  /**
   * Waits until what a client sent is on disk.
   *
   * @throws Unavailable where the disk takes too long
   */
  public void awaitDurable(CompletableFuture<Void> done) {
    try {
      await(done, patience());
    } catch (TimeoutException e) {
      throw new Unavailable(
          "The database does not write at the moment; send it again, with the same event_id.",
          RETRY_S);
    }
  }

  protected Duration patience() {
    return PATIENCE;
  }

  @PreDestroy
  @Override
  protected void stop() {
    super.stop();
  }
}

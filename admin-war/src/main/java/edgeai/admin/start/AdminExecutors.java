package edgeai.admin.start;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/**
 * The threads there are beside those of HTTP: one writes the database, one sends to listeners, a
 * few watch.
 */
@ManagedExecutorDefinition(name = "java:app/concurrent/audit", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/ledger", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/live", maxAsync = 1)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/watch", maxAsync = 4)
@ApplicationScoped
public class AdminExecutors {
  @Resource(lookup = "java:app/concurrent/audit")
  private ManagedExecutorService audit;

  @Resource(lookup = "java:app/concurrent/ledger")
  private ManagedExecutorService ledger;

  @Resource(lookup = "java:app/concurrent/live")
  private ManagedExecutorService live;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService watch;

  @Produces
  @Named("audit")
  ManagedExecutorService audit() {
    return audit;
  }

  @Produces
  @Named("ledger")
  ManagedExecutorService ledger() {
    return ledger;
  }

  @Produces
  @Named("live")
  ManagedExecutorService live() {
    return live;
  }

  @Produces
  @Named("watch")
  ManagedScheduledExecutorService watch() {
    return watch;
  }
}

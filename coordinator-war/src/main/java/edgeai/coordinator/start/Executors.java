package edgeai.coordinator.start;

import edgeai.coordinator.dispatch.WorkerClient;
import edgeai.settings.JobCatalogue;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;

/**
 * The threads there are: an executor per stage, each bounded here. What waits in front of them is
 * bounded by the stage, since a managed executor's own queue is not.
 *
 * <p>A managed executor starts a thread with each task until it has all of them, and keeps them.
 * Where the bound is high and rarely reached, or tasks are many and small, an {@link ElasticPool}
 * of managed threads stands instead: a managed executor looks with each task through all libraries
 * for contexts to pass on.
 */
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/jobs")
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/dispatch")
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/http")
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/pictures")
@ManagedExecutorDefinition(name = "java:app/concurrent/ledger", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/annotate", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/report", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/live", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/canary", maxAsync = 1)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/watch", maxAsync = 4)
@ApplicationScoped
public class Executors {
  /** The loop of the dispatcher, and attempts that are over but for storing what came of them. */
  private static final int BESIDE_CALLS = 4;

  /** What the HTTP client does for calls that are out; none of it waits. */
  private static final int HTTP = 16;

  @Resource(lookup = "java:app/concurrent/jobs")
  private ManagedThreadFactory jobs;

  @Resource(lookup = "java:app/concurrent/dispatch")
  private ManagedThreadFactory dispatch;

  /** Single frames that are decoded again at a time. */
  private static final int PICTURES = 2;

  @Resource(lookup = "java:app/concurrent/pictures")
  private ManagedThreadFactory pictures;

  @Resource(lookup = "java:app/concurrent/http")
  private ManagedThreadFactory http;

  /** A job that ends starts the next before its own thread is free: two threads a job. */
  @Produces
  @ApplicationScoped
  @Named("jobs")
  ExecutorService jobs() {
    return new ElasticPool(jobs, 2 * JobCatalogue.MOST_ACTIVE_JOBS);
  }

  @Produces
  @ApplicationScoped
  @Named("dispatch")
  ExecutorService dispatch() {
    return new ElasticPool(dispatch, WorkerClient.CALLS + BESIDE_CALLS);
  }

  @Produces
  @ApplicationScoped
  @Named("http")
  ExecutorService http() {
    return ElasticPool.queueing(http, HTTP);
  }

  @Produces
  @ApplicationScoped
  @Named("pictures")
  ExecutorService pictures() {
    return ElasticPool.queueing(pictures, PICTURES);
  }

  void endPictures(@Disposes @Named("pictures") ExecutorService pool) {
    pool.shutdownNow();
  }

  void endJobs(@Disposes @Named("jobs") ExecutorService pool) {
    pool.shutdownNow();
  }

  void endDispatch(@Disposes @Named("dispatch") ExecutorService pool) {
    pool.shutdownNow();
  }

  void endHttp(@Disposes @Named("http") ExecutorService pool) {
    pool.shutdownNow();
  }
}

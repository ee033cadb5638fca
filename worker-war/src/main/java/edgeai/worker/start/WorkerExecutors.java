package edgeai.worker.start;

import static java.util.concurrent.Executors.newCachedThreadPool;
import static java.util.concurrent.Executors.newFixedThreadPool;

import edgeai.worker.settings.WorkerSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;

/**
 * The threads there are beside those of HTTP: one keeps this worker in the pool, one brings models
 * that are wanted, one posts alerts, one infers the canary's picture, which may hang, some are the
 * camera's, one watches, and for pieces there are as many as are decoded and inferred at the same
 * time.
 */
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/pieces")
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/infer")
@ManagedExecutorDefinition(name = "java:app/concurrent/audit", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/enrol", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/models", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/alerts", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/canary", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/camera", maxAsync = 6)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/watch", maxAsync = 1)
@ApplicationScoped
public class WorkerExecutors {
  @Resource(lookup = "java:app/concurrent/audit")
  private ManagedExecutorService audit;

  @Resource(lookup = "java:app/concurrent/enrol")
  private ManagedExecutorService enrol;

  @Resource(lookup = "java:app/concurrent/models")
  private ManagedExecutorService models;

  @Resource(lookup = "java:app/concurrent/alerts")
  private ManagedExecutorService alerts;

  @Resource(lookup = "java:app/concurrent/canary")
  private ManagedExecutorService canary;

  @Resource(lookup = "java:app/concurrent/camera")
  private ManagedExecutorService camera;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService watch;

  @Resource(lookup = "java:app/concurrent/pieces")
  private ManagedThreadFactory pieces;

  @Resource(lookup = "java:app/concurrent/infer")
  private ManagedThreadFactory infer;

  /** As many as there are places for pieces, which turn others away. */
  @Produces
  @Named("audit")
  ManagedExecutorService audit() {
    return audit;
  }

  @Produces
  @ApplicationScoped
  @Named("pieces")
  ExecutorService pieces() {
    return newCachedThreadPool(pieces);
  }

  @Produces
  @ApplicationScoped
  @Named("infer")
  ExecutorService infer(WorkerSettings settings) {
    return newFixedThreadPool(settings.callers(), infer);
  }

  void endPieces(@Disposes @Named("pieces") ExecutorService pool) {
    pool.shutdownNow();
  }

  void endInfer(@Disposes @Named("infer") ExecutorService pool) {
    pool.shutdownNow();
  }

  @Produces
  @Named("enrol")
  ManagedExecutorService enrol() {
    return enrol;
  }

  @Produces
  @Named("models")
  ManagedExecutorService models() {
    return models;
  }

  @Produces
  @Named("alerts")
  ManagedExecutorService alerts() {
    return alerts;
  }

  @Produces
  @Named("canary")
  ManagedExecutorService canary() {
    return canary;
  }

  @Produces
  @Named("camera")
  ManagedExecutorService camera() {
    return camera;
  }

  @Produces
  @Named("watch")
  ManagedScheduledExecutorService watch() {
    return watch;
  }
}

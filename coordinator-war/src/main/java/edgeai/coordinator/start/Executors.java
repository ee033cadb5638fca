package edgeai.coordinator.start;

import static java.util.concurrent.Executors.newFixedThreadPool;
import static java.util.concurrent.Executors.newThreadPerTaskExecutor;

import edgeai.coordinator.dispatch.PieceClient;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.JobCatalogue;
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
 * The threads there are: an executor per stage, each bounded here. What waits in front of them is
 * bounded by the stage, since a managed executor's own queue is not.
 *
 * <p>What waits for others, which is jobs, pieces, pictures and answers that wait for the ledger,
 * has a virtual thread for each task. Calls with frames have none: nobody waits for their answers.
 * The model has threads of the system: it computes in native code, where a virtual thread would
 * keep the carrier of others. What there is one of is a managed executor, what is many and small
 * has a few threads.
 *
 * <p>Of virtual threads only the managed factory is taken: Payara's virtual executor keeps some of
 * its tasks for ever, and its virtual timer does one thing at a time, whatever {@code maxAsync}
 * says.
 */
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/jobs", virtual = true)
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/dispatch", virtual = true)
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/pieces", virtual = true)
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/http")
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/pictures", virtual = true)
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/infer")
@ManagedExecutorDefinition(name = "java:app/concurrent/audit", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/ledger", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/annotate", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/report", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/live", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/canary", maxAsync = 1)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/watch", maxAsync = 4)
@ApplicationScoped
public class Executors {
  /** The loop that hands pieces out, and what is over but for storing what came of it. */
  private static final int BESIDE_CALLS = 4;

  /** Steps of the HTTP client at a time; more wait, and nobody for them. */
  private static final int HTTP = 16;

  @Resource(lookup = "java:app/concurrent/jobs")
  private ManagedThreadFactory jobs;

  @Resource(lookup = "java:app/concurrent/dispatch")
  private ManagedThreadFactory dispatch;

  @Resource(lookup = "java:app/concurrent/pieces")
  private ManagedThreadFactory pieces;

  @Resource(lookup = "java:app/concurrent/pictures")
  private ManagedThreadFactory pictures;

  @Resource(lookup = "java:app/concurrent/http")
  private ManagedThreadFactory http;

  @Resource(lookup = "java:app/concurrent/infer")
  private ManagedThreadFactory infer;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService watch;

  @Resource(lookup = "java:app/concurrent/audit")
  private ManagedExecutorService audit;

  @Resource(lookup = "java:app/concurrent/ledger")
  private ManagedExecutorService ledger;

  @Resource(lookup = "java:app/concurrent/annotate")
  private ManagedExecutorService annotate;

  @Resource(lookup = "java:app/concurrent/report")
  private ManagedExecutorService report;

  @Resource(lookup = "java:app/concurrent/live")
  private ManagedExecutorService live;

  @Resource(lookup = "java:app/concurrent/canary")
  private ManagedExecutorService canary;

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
  @Named("annotate")
  ManagedExecutorService annotate() {
    return annotate;
  }

  @Produces
  @Named("report")
  ManagedExecutorService report() {
    return report;
  }

  @Produces
  @Named("live")
  ManagedExecutorService live() {
    return live;
  }

  @Produces
  @Named("canary")
  ManagedExecutorService canary() {
    return canary;
  }

  @Produces
  @Named("watch")
  ManagedScheduledExecutorService watch() {
    return watch;
  }

  /** A job that ends starts the next before its own thread is free: two threads a job. */
  @Produces
  @ApplicationScoped
  @Named("jobs")
  ExecutorService jobs() {
    return newThreadPerTaskExecutor(
        new TaskThreads("jobs", jobs, 2 * JobCatalogue.MOST_ACTIVE_JOBS));
  }

  /** The loop, and answers that wait for the ledger: dispatch bounds its frames itself. */
  @Produces
  @ApplicationScoped
  @Named("dispatch")
  ExecutorService dispatch() {
    return newThreadPerTaskExecutor(TaskThreads.unlimited("dispatch", dispatch));
  }

  /** A piece at a worker has one, and in this process its decoder another. */
  @Produces
  @ApplicationScoped
  @Named("pieces")
  ExecutorService pieces() {
    return newThreadPerTaskExecutor(
        new TaskThreads("pieces", pieces, 2 * PieceClient.CALLS + BESIDE_CALLS));
  }

  /**
   * What the HTTP client does for calls that are out, and taking their answers in: several steps a
   * call, none of which waits. To make a virtual thread for each costs more than the step.
   */
  @Produces
  @ApplicationScoped
  @Named("http")
  ExecutorService http() {
    return newFixedThreadPool(HTTP, http);
  }

  /** As many as may wait for a picture. */
  @Produces
  @ApplicationScoped
  @Named("pictures")
  ExecutorService pictures() {
    return newThreadPerTaskExecutor(TaskThreads.unlimited("pictures", pictures));
  }

  /** As many as the local worker has frames at a time. */
  @Produces
  @ApplicationScoped
  @Named("infer")
  ExecutorService infer(CoordinatorSettings settings) {
    return newFixedThreadPool(settings.inference().callers() + 1, infer);
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

  void endPieces(@Disposes @Named("pieces") ExecutorService pool) {
    pool.shutdownNow();
  }

  void endHttp(@Disposes @Named("http") ExecutorService pool) {
    pool.shutdownNow();
  }

  void endInfer(@Disposes @Named("infer") ExecutorService pool) {
    pool.shutdownNow();
  }
}

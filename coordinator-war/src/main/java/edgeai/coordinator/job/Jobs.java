package edgeai.coordinator.job;

import edgeai.common.error.Unavailable;
import edgeai.common.guard.Announcer;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.log.LogContext;
import edgeai.common.network.CallFailure;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Job;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The queue of jobs: the oldest first, a few at the same time. */
@ApplicationScoped
public class Jobs {
  private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

  /** Until what failed is tried again. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final CoordinatorSettings settings;
  private final JobRepository repository;
  private final JobWork work;
  private final PoolModel models;
  private final Clock clock;
  private final Announcer announcer;
  private final ExecutorService executor;
  private final Schedule schedule;
  private final Failures failures;

  private final Map<String, JobRun> running = new ConcurrentHashMap<>();
  private final Deque<JobRun> queue = new ArrayDeque<>();
  private final Map<String, Future<?>> threads = new ConcurrentHashMap<>();
  private volatile boolean closing;

  @Inject
  public Jobs(
      CoordinatorSettings settings,
      JobRepository repository,
      JobWork work,
      PoolModel models,
      Clock clock,
      Announcer announcer,
      @Named("jobs") ExecutorService executor,
      Schedule schedule,
      Failures failures) {
    this.settings = settings;
    this.repository = repository;
    this.work = work;
    this.models = models;
    this.clock = clock;
    this.announcer = announcer;
    this.executor = executor;
    this.schedule = schedule;
    this.failures = failures;
  }

  Jobs() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /**
   * Queues a job whose file is in place.
   *
   * @param job with its model, which stays open until the job has ended
   * @throws Unavailable where {@code MAX_QUEUED_JOBS} wait already
   * @throws edgeai.common.error.Conflict where its model is not there any more
   */
  public Job submit(Job job, JobOptions options) {
    requireRoom();
    JobRecord row = new JobRecord(job, options);
    models.hold(job.modelSha256());
    boolean stored = false;
    try {
      repository.insert(row);
      stored = true;
    } finally {
      if (!stored) {
        models.release(job.modelSha256());
      }
    }
    JobRun run = new JobRun(row, clock);
    about(run, () -> enqueue(run, "job {0} queued: {1}", job.filename()));
    return run.show();
  }

  /** Refuses an upload that could only wait behind too many others. */
  public synchronized void requireRoom() {
    int limit = settings.videos().maxQueuedJobs();
    if (queue.size() >= limit && threads.size() >= settings.videos().maxActiveJobs()) {
      throw new Unavailable("%d jobs are waiting already.".formatted(queue.size()), 30);
    }
  }

  /** Takes a job up again where it stood; one that has no model yet goes by the pool's. */
  void resume(JobRecord stored) {
    JobRecord row = stored;
    if (stored.job().modelSha256() == null) {
      ModelCard card = models.card();
      row = new JobRecord(stored.job().byModel(card.name(), card.sha256()), stored.options());
    }
    models.holdAgain(row.job().modelSha256());
    JobRun run = new JobRun(row, clock);
    // what it has done so far is counted at its end in any case
    failures.guard("job", () -> work.recount(run));
    long done = run.progress().completed() + run.progress().failed();
    about(run, () -> enqueue(run, "job {0} taken up again with {1} frames done", done));
  }

  private void enqueue(JobRun run, String news, Object detail) {
    LOG.log(Level.INFO, news, new Object[] {run.id(), detail});
    announcer.announce(new JobChanged(run.show()));
    running.put(run.id(), run);
    synchronized (this) {
      queue.addLast(run);
    }
    startNext();
  }

  private synchronized void startNext() {
    while (!closing && !queue.isEmpty() && threads.size() < settings.videos().maxActiveJobs()) {
      JobRun run = queue.removeFirst();
      try {
        threads.put(run.id(), executor.submit(() -> about(run, () -> perform(run))));
      } catch (RuntimeException | Error e) {
        failures.note("job queue", e);
        queue.addFirst(run);
        schedule.after("job queue", AGAIN, this::startNext);
        return;
      }
    }
  }

  private void perform(JobRun run) {
    try {
      work.perform(run);
      isOver(run);
    } catch (InterruptedException | RuntimeException | Error e) {
      fail(run, e);
    } finally {
      synchronized (this) {
        threads.remove(run.id());
      }
      startNext();
      if (isAtRest()) {
        failures.guard("spare decoder", work::prepareNext);
      }
    }
  }

  private static void about(JobRun run, Runnable step) {
    LogContext.run(run.source().subject(), step);
  }

  private synchronized boolean isAtRest() {
    return queue.isEmpty() && threads.isEmpty();
  }

  /** A job ends, whatever was thrown; only the end of the server leaves it to the next start. */
  private void fail(JobRun run, Throwable failure) {
    if (closing) {
      LOG.log(Level.INFO, "job {0} stands still until the next start", run.id());
      run.source().trace().ended(Job.PROCESSING, run.progress().completed(), "the server ended");
      isOver(run);
      return;
    }
    failures.note("job", failure);
    // what interrupted the job must not interrupt its end
    Thread.interrupted();
    try {
      work.fail(run, "The coordinator failed on this job: " + CallFailure.words(failure) + ".");
      isOver(run);
    } catch (RuntimeException | Error e) {
      failures.note("end of a job", e);
      schedule.after(
          "end of a job",
          AGAIN,
          () -> executor.execute(() -> about(run, () -> fail(run, failure))));
    }
  }

  private void isOver(JobRun run) {
    if (running.remove(run.id()) != null) {
      models.release(run.model());
    }
  }

  /** Ends a job that runs or waits; false where it does neither. */
  public boolean cancel(String jobId) {
    JobRun run = running.get(jobId);
    if (run == null) {
      return false;
    }
    run.cancel();
    work.giveUp(jobId);
    boolean waiting;
    synchronized (this) {
      waiting = queue.remove(run);
    }
    if (waiting) {
      about(run, () -> perform(run));
    }
    return true;
  }

  /** A job that runs or waits. */
  public Optional<JobRun> running(String jobId) {
    return Optional.ofNullable(running.get(jobId));
  }

  /** Whether there is such a job, also where it has ended. */
  public boolean knows(String jobId) {
    return running.containsKey(jobId) || repository.find(jobId).isPresent();
  }

  /** Those that run or wait, as they are in this moment. */
  public Map<String, JobRun> running() {
    return Map.copyOf(running);
  }

  /** Those that are worked on. */
  public List<JobRun> active() {
    return threads.keySet().stream().flatMap(id -> running(id).stream()).toList();
  }

  /** Jobs that wait for their turn. */
  public synchronized int queued() {
    return queue.size();
  }

  /** Before any bean is destroyed: the end of the executor first would look like a failure. */
  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    closing = true;
    threads.values().forEach(thread -> thread.cancel(true));
  }
}

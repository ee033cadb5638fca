package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.network.CallFailure;
import edgeai.common.store.DatabaseException;
import edgeai.common.video.VideoEnd;
import edgeai.common.wire.Job;
import edgeai.coordinator.decode.CuttingStage;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.decode.StillRule;
import edgeai.coordinator.dispatch.RecordingDispatcher;
import edgeai.coordinator.dispatch.RecordingPieces;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.model.FixedPool;
import edgeai.coordinator.result.FrameTallies;
import edgeai.coordinator.result.ResultStage;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.result.TestTotals;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import edgeai.settings.Tiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown, a job ends, its place is free, and what became of it is stored. */
@OnBothDatabases
@Timeout(60)
@ExtendWith(QuietLog.class)
class JobsTest {
  private final CoordinatorSettings settings = TestSettings.with("MAX_ACTIVE_JOBS", "1");
  private final Failures failures = new Failures();
  private final FiredEvents events = new FiredEvents(failures);
  private final RecordingDispatcher dispatcher = new RecordingDispatcher();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final Scarce threads = new Scarce();

  /** What decoding a job's video throws. */
  private final Map<String, Throwable> broken = new ConcurrentHashMap<>();

  /** Until when decoding a job's video takes. */
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  private final FixedPool models = new FixedPool();
  private TestLedger ledger;
  private Repository repository;
  private JobFiles files;
  private Jobs jobs;

  /** Has no thread for the first so many tasks. */
  private static final class Scarce extends ThreadPoolExecutor {
    private final AtomicInteger refused = new AtomicInteger();

    Scarce() {
      super(4, 4, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      if (refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new RejectedExecutionException("no room");
      }
      super.execute(task);
    }
  }

  /** Does not store the end of a job the first so many times. */
  private static final class Repository extends JobRepository {
    private final AtomicInteger refused = new AtomicInteger();

    Repository(TestLedger ledger, RunningTotals totals) {
      super(ledger.database(), ledger.writer(), totals);
    }

    @Override
    public void update(Job job) {
      if (job.completedAt() != null && refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new DatabaseException(new SQLException("Value too long", "22001"));
      }
      super.update(job);
    }
  }

  private static void awaitLet(CountDownLatch latch) {
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Decoders extends DecodeStage {
    Decoders() {
      super(null, null, null, null, null, null);
    }

    @Override
    public VideoEnd run(
        FrameSource source, Path file, double sampleFps, BitSet settled, StillRule still) {
      // taken, and never handed to dispatch
      source.progress().taken();
      awaitLet(held.get(source.jobId()));
      Throwable failure = broken.get(source.jobId());
      if (failure != null) {
        JobsTest.<RuntimeException>raise(failure);
      }
      source.progress().onlyStored();
      return new VideoEnd(0, 0, null);
    }

    @Override
    public void prepareSpare() {
      throw new IllegalStateException("no spare decoder");
    }
  }

  /** Cuts nothing. */
  private static final class Uncut extends CuttingStage {
    Uncut() {
      super(null, null, null, null, null, null, null);
    }

    @Override
    public Optional<String> hindrance(String jobId, Path file, Path index) {
      return Optional.of("has no place to cut");
    }
  }

  /** Has nothing to store. */
  private static final class Unhurried extends ResultStage {
    Unhurried() {
      super(null, null, null, null, null, null, null, null, null);
    }

    @Override
    public void hurry() {
      // nothing waits
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable failure) throws E {
    throw (E) failure;
  }

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    RunningTotals totals = TestTotals.of(ledger);
    repository = new Repository(ledger, totals);
    files = new JobFiles(TestSettings.in(folder));
    start();
  }

  private void start() {
    FrameTallies frames = new FrameTallies(ledger.database(), null);
    Schedule soon =
        new Schedule(timer, failures) {
          @Override
          public Future<?> after(String name, Duration delay, Runnable task) {
            return super.after(name, Duration.ofMillis(1), task);
          }
        };
    JobWork work =
        new JobWork(
            repository,
            models,
            frames,
            files,
            new Decoders(),
            new Uncut(),
            dispatcher,
            new RecordingPieces(),
            new Unhurried(),
            events);
    jobs =
        new Jobs(
            settings, repository, work, models, Clock.systemUTC(), events, threads, soon, failures);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    timer.shutdownNow();
    ledger.close();
  }

  private void submit(String id) {
    JobRecord queued = TestJobs.queued(id, 10);
    jobs.submit(queued.job(), queued.options());
  }

  /** As it is stored, once it has ended. */
  private Job ended(String id) {
    await().until(() -> repository.find(id).orElseThrow().job().completedAt() != null);
    return repository.find(id).orElseThrow().job();
  }

  static Stream<Supplier<Throwable>> whatIsThrown() {
    return Stream.of(
        () -> new IllegalStateException("a bug"),
        () -> new DatabaseException(new SQLException("the disk is full", "90028")),
        () -> new RejectedExecutionException("no thread"),
        () -> new NoClassDefFoundError("no/such/Class"),
        () -> new OutOfMemoryError("of a native library"),
        () -> new StackOverflowError(),
        () -> new InterruptedException("by mistake"));
  }

  @ParameterizedTest
  @MethodSource("whatIsThrown")
  void aJobThatTheCoordinatorFailsOnEndsWithTheReason(Supplier<Throwable> failure) {
    broken.put("bad", failure.get());
    submit("bad");
    submit("good");

    Job bad = ended("bad");
    assertThat(bad.status()).isEqualTo(Job.FAILED);
    assertThat(bad.error())
        .startsWith("The coordinator failed on this job: ")
        .endsWith(CallFailure.UNFORESEEN + ".");
    assertThat(bad.submittedFrames()).as("taken and never stored").isZero();
    assertThat(dispatcher.cancelled()).hasSize(1);
    assertThat(ended("good").error()).isEqualTo("No frame of the video could be read.");
    await().until(() -> jobs.running().isEmpty() && jobs.active().isEmpty());
    assertThat(events.of(JobEnded.class)).hasSize(2);
    assertThat(failures.count("job")).isEqualTo(1);
  }

  @Test
  void aJobWhoseRowAsksForWhatNobodyKnowsFailsAndSaysSo() {
    jobs.stop("the end");
    submit("a");
    ledger
        .writer()
        .write(c -> Database.update(c, "update job set skip_still = 'turbo' where job_id = 'a'"));
    JobRecord row = repository.find("a").orElseThrow();
    assertThat(row.job().skipStill()).isEqualTo("turbo");
    assertThat(row.options().skipStill().isOff()).isFalse();

    start();
    jobs.resume(row);

    assertThat(ended("a").status()).isEqualTo(Job.FAILED);
    assertThat(ended("a").error())
        .isEqualTo(
            "The job asks for skip_still=turbo, and this coordinator knows only off, safe, fast or"
                + " a number from 0 to 1: upload it again.");
    assertThat(ended("a").skipStill()).isEqualTo("turbo");
  }

  @Test
  void aJobWhoseTilesNobodyKnowsFailsAndSaysSo() {
    jobs.stop("the end");
    submit("a");
    ledger
        .writer()
        .write(c -> Database.update(c, "update job set tiles_taken = '9x9' where job_id = 'a'"));
    JobRecord row = repository.find("a").orElseThrow();
    assertThat(row.options().tilesTaken()).isEqualTo(Tiles.AUTO);

    start();
    jobs.resume(row);

    assertThat(ended("a").status()).isEqualTo(Job.FAILED);
    assertThat(ended("a").error())
        .isEqualTo(
            "The job's frames are cut into tiles that this coordinator does not know, which knows"
                + " only 1x1, 2x1, 3x2 or auto: upload it again.");
  }

  @Test
  void anEndThatCannotBeStoredIsStoredLater() {
    repository.refused.set(3);
    submit("a");
    submit("b");

    assertThat(ended("b").status()).isEqualTo(Job.FAILED);
    assertThat(ended("a").error()).isEqualTo("No frame of the video could be read.");
    await().until(() -> jobs.running().isEmpty());
  }

  @Test
  void aJobHoldsItsModelUntilItHasEnded() {
    CountDownLatch going = new CountDownLatch(1);
    held.put("a", going);
    submit("a");
    submit("b");
    assertThat(models.held()).containsExactly(FixedPool.SHA256, FixedPool.SHA256);

    going.countDown();

    ended("b");
    await().until(() -> models.held().isEmpty());
    assertThat(ended("a").modelName()).isEqualTo("pool");
    assertThat(ended("a").modelSha256()).isEqualTo(FixedPool.SHA256);
  }

  @Test
  void aJobOfBeforeGoesByThePoolsModelOnceItIsTakenUp() {
    JobRecord row = TestJobs.queued("old", 10);
    jobs.resume(new JobRecord(row.job().byModel(null, null), row.options()));

    assertThat(models.held()).allMatch(FixedPool.SHA256::equals);
    await().until(() -> models.held().isEmpty());
  }

  @Test
  void aJobWhoseModelIsBrokenFailsAndSaysSo() {
    String other = "cd".repeat(32);
    models.breaks(other);
    JobRecord row = TestJobs.queued("a", 10);
    jobs.submit(row.job().byModel("mine", other), row.options());

    Job job = ended("a");

    assertThat(job.status()).isEqualTo(Job.FAILED);
    assertThat(job.error())
        .isEqualTo("Its model mine: The model cannot be used any more: it is damaged.");
    await().until(() -> models.held().isEmpty());
  }

  @Test
  void aJobThatFindsNoThreadWaitsForOne() {
    threads.refused.set(2);
    submit("a");

    assertThat(ended("a").status()).isEqualTo(Job.FAILED);
    assertThat(failures.count("job queue")).isEqualTo(2);
    await().until(() -> jobs.running().isEmpty() && jobs.queued() == 0);
  }

  @Test
  void aSpareDecoderThatFailsHoldsNoJobUp() {
    submit("a");
    assertThat(ended("a").completedAt()).isNotNull();
    await().until(() -> failures.count("spare decoder") == 1);

    submit("b");
    assertThat(ended("b").completedAt()).isNotNull();
    await().until(() -> failures.count("spare decoder") == 2);
  }

  @Test
  void aSpareDecoderTakesNoProcessorFromTheNextJob() {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    held.put("a", first);
    held.put("b", second);
    submit("a");
    submit("b");

    first.countDown();
    ended("a");
    await().until(() -> jobs.queued() == 0 && jobs.running().size() == 1);
    assertThat(failures.count("spare decoder")).isZero();

    second.countDown();
    ended("b");
    await().until(() -> failures.count("spare decoder") == 1);
  }

  /** As after a {@code kill -9}: it is taken up again at the next start. */
  @Test
  void atTheEndOfTheServerAJobStandsStill() {
    jobs.stop("the end");
    submit("a");
    assertThat(repository.find("a").orElseThrow().job().status()).isEqualTo(Job.QUEUED);
    assertThat(jobs.queued()).isEqualTo(1);
  }
}

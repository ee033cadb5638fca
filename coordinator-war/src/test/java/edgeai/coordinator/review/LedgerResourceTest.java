package edgeai.coordinator.review;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.metrics.StageTimes;
import edgeai.common.wire.Job;
import edgeai.coordinator.dispatch.DispatchFigures;
import edgeai.coordinator.job.JobBalance;
import edgeai.coordinator.job.JobRepository;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.RunningJobs;
import edgeai.coordinator.job.TestJobs;
import edgeai.coordinator.result.ResultIntake;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.result.TestTotals;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class LedgerResourceTest {
  private final RunningJobs jobs = new RunningJobs();
  private TestLedger store;
  private JobRepository repository;
  private LedgerResource resource;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new TestLedger(folder);
    RunningTotals totals = TestTotals.of(store);
    repository = new JobRepository(store.database(), store.writer(), totals);
    resource =
        new LedgerResource(
            jobs,
            new JobBalance(store.database()),
            new DispatchFigures(new StageTimes()),
            new ResultIntake(null, null, null, null, null, null));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void withoutJobsItBalances() {
    assertThat(resource.ledger())
        .isEqualTo(
            new Ledger(true, 0, 0, 0, 0, 0, 0, 0, 0, new Ledger.JobCount(0, 0, 0), List.of()));
  }

  @Test
  void endedJobsCountByTheirRowsAndOthersByMemory() {
    ended("a", 10, 7, 3);
    ended("b", 5, 5, 0, 3);
    running("c", 4, 1, 1, 1);

    Ledger ledger = resource.ledger();
    assertThat(ledger.balanced()).isTrue();
    assertThat(List.of(ledger.submitted(), ledger.completed(), ledger.failed(), ledger.open()))
        .isEqualTo(List.of(19L, 13L, 4L, 2L));
    assertThat(ledger.reused()).isEqualTo(4);
    assertThat(ledger.jobs()).isEqualTo(new Ledger.JobCount(2, 0, 1));
  }

  @Test
  void aJobThatEndsAtThisMomentCountsOnce() {
    running("a", 4, 4, 0);
    ended("a", 4, 4, 0);

    assertThat(resource.ledger().submitted()).isEqualTo(4);
  }

  @Test
  void whatIsNotAccountedForIsNamed() {
    ended("good", 10, 7, 3);
    ended("lost", 10, 7, 2);
    ended("twice", 10, 11, 0);

    Ledger ledger = resource.ledger();
    assertThat(ledger.balanced()).isFalse();
    assertThat(ledger.unbalanced())
        .containsExactlyInAnyOrder(
            new Ledger.Account("lost", 10, 7, 2), new Ledger.Account("twice", 10, 11, 0));
  }

  private void ended(String id, long submitted, long completed, long failed) {
    ended(id, submitted, completed, failed, 0);
  }

  private void ended(String id, long submitted, long completed, long failed, long reused) {
    repository.insert(TestJobs.queued(id, 0));
    repository.update(
        new Job(
                id,
                id + ".mp4",
                1,
                Job.COMPLETED,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                submitted,
                completed,
                0,
                null,
                100,
                failed,
                0,
                List.of(),
                5,
                false,
                submitted,
                null)
            .reusing("safe", reused));
  }

  private void running(String id, long submitted, long completed, long failed) {
    running(id, submitted, completed, failed, 0);
  }

  private void running(String id, long submitted, long completed, long failed, long reused) {
    JobRun run = new JobRun(TestJobs.queued(id, 0), Clock.systemUTC());
    for (int i = 0; i < submitted; i++) {
      run.progress().taken();
    }
    run.progress().recounted(completed, failed, 0, reused);
    jobs.runs.put(id, run);
  }
}

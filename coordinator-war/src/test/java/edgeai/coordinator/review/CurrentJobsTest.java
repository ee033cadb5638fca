package edgeai.coordinator.review;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.wire.Job;
import edgeai.coordinator.job.JobOptions;
import edgeai.coordinator.job.JobRecord;
import edgeai.coordinator.job.JobRepository;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.RunningJobs;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class CurrentJobsTest {
  private static final String ID = "a";

  /** What happens the next time the database has answered. */
  private Runnable afterQuery = () -> {};

  private final RunningJobs jobs = new RunningJobs();
  private TestLedger ledger;
  private JobRepository repository;
  private CurrentJobs current;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    repository = new WatchedRepository(ledger);
    current = new CurrentJobs(jobs, repository, new NoStalls());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aJobThatEndsWhileItIsLookedForHasNotStoodStill() {
    JobRun run = begun();
    afterQuery = () -> end(run);
    assertThat(current.find(ID)).map(Job::totalFrames).contains(10L);
  }

  @Test
  void aJobThatEndsWhileJobsAreListedHasNotStoodStill() {
    JobRun run = begun();
    afterQuery = () -> end(run);
    assertThat(current.newest(Optional.empty(), 10))
        .extracting(Job::hasEnded)
        .containsExactly(true);
  }

  @Test
  void aJobThatBeginsAndEndsWhileJobsAreListedIsShownAsItEnded() {
    JobRun run = begun();
    jobs.runs.clear();
    afterQuery = () -> end(run);
    assertThat(current.newest(Optional.empty(), 10))
        .extracting(Job::hasEnded)
        .containsExactly(true);
  }

  @Test
  void anEndedJobComesFromTheDatabase() {
    end(begun());
    assertThat(current.find(ID)).map(Job::status).contains(Job.FAILED);
    assertThat(current.find("b")).isEmpty();
  }

  private JobRun begun() {
    Job job =
        new Job(
            ID,
            "drive.mp4",
            42,
            Job.PROCESSING,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            0,
            0,
            0,
            null,
            0,
            0,
            0,
            List.of(),
            5,
            false,
            0,
            null);
    JobRecord row = new JobRecord(job, new JobOptions(5, OptionalDouble.empty(), Set.of()));
    repository.insert(row);
    JobRun run = new JobRun(row, Clock.systemUTC());
    run.progress().estimate(10);
    jobs.runs.put(ID, run);
    return run;
  }

  private void end(JobRun run) {
    run.ended("The video is broken.", null);
    repository.update(run.show());
    jobs.runs.clear();
  }

  private static final class NoStalls extends Stalls {
    @Override
    Job show(JobRun run) {
      return run.show();
    }
  }

  private final class WatchedRepository extends JobRepository {
    WatchedRepository(TestLedger ledger) {
      super(ledger.database(), ledger.writer(), null);
    }

    @Override
    public Optional<JobRecord> find(String jobId) {
      Optional<JobRecord> found = super.find(jobId);
      happen();
      return found;
    }

    @Override
    public List<JobRecord> newest(Optional<Job> before, int limit) {
      List<JobRecord> found = super.newest(before, limit);
      happen();
      return found;
    }

    private void happen() {
      Runnable event = afterQuery;
      afterQuery = () -> {};
      event.run();
    }
  }
}

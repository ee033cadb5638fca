package edgeai.coordinator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.Scraped;
import edgeai.coordinator.job.JobEnded;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.RunningJobs;
import edgeai.coordinator.job.TestJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobMetricsTest {
  private final MutableClock clock = new MutableClock();
  private final RunningJobs jobs = new RunningJobs();
  private final JobMetrics metrics = new JobMetrics(jobs);

  @BeforeEach
  void register() {
    metrics.register();
  }

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  private static List<String> jobs() {
    return Scraped.samples().stream().filter(line -> line.startsWith("edge_jobs_")).toList();
  }

  private JobRun started(String id) {
    JobRun run = new JobRun(TestJobs.queued(id, 10), clock);
    jobs.runs.put(id, run);
    run.started();
    return run;
  }

  private void end(JobRun run, String failure) {
    run.ended(failure, null);
    jobs.runs.remove(run.id());
    metrics.onEnd(new JobEnded(run.show()));
  }

  @Test
  void allOutcomesAreThereBeforeTheFirstJobEnds() {
    assertThat(jobs())
        .containsExactlyInAnyOrder(
            "edge_jobs_ended_total{outcome=\"cancelled\"} 0.0",
            "edge_jobs_ended_total{outcome=\"completed\"} 0.0",
            "edge_jobs_ended_total{outcome=\"failed\"} 0.0",
            "edge_jobs_running 0.0");
  }

  @Test
  void jobsCountByHowTheyEnd() {
    JobRun done = started("a");
    JobRun broken = started("b");
    JobRun unwanted = started("c");
    started("d");
    done.progress().recounted(10, 0, 0, 0);
    end(done, null);
    end(broken, "The video broke its decoder.");
    unwanted.source().cancel();
    end(unwanted, null);

    assertThat(jobs())
        .containsExactlyInAnyOrder(
            "edge_jobs_ended_total{outcome=\"cancelled\"} 1.0",
            "edge_jobs_ended_total{outcome=\"completed\"} 1.0",
            "edge_jobs_ended_total{outcome=\"failed\"} 1.0",
            "edge_jobs_running 1.0");
  }

  @Test
  void aJobThatCompletedTookFromItsSubmissionToItsEnd() {
    JobRun done = started("a");
    JobRun broken = started("b");
    done.progress().recounted(10, 0, 0, 0);
    clock.advance(Duration.between(clock.instant(), Instant.EPOCH.plusSeconds(40)));
    end(done, null);
    end(broken, "The video broke its decoder.");

    assertThat(Scraped.samples())
        .contains(
            "edge_job_seconds_bucket{le=\"30.0\"} 0",
            "edge_job_seconds_bucket{le=\"60.0\"} 1",
            "edge_job_seconds_count 1",
            "edge_job_seconds_sum 40.0");
  }
}

package edgeai.coordinator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Scraped;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.RunningJobs;
import edgeai.coordinator.job.TestJobs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgeMetricsTest {
  private final TestPool pool = new TestPool();
  private final RunningJobs jobs = new RunningJobs();

  @BeforeEach
  void register() {
    new AgeMetrics(jobs, pool.roster(), pool.clock()).register();
  }

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  private JobRun add(String id) {
    JobRun run = new JobRun(TestJobs.queued(id, 10), pool.clock());
    jobs.runs.put(id, run);
    return run;
  }

  @Test
  void nothingWaitsWhereThereIsNothing() {
    assertThat(Scraped.samples())
        .containsExactly("edge_job_queue_oldest_seconds 0.0", "edge_job_standstill_seconds 0.0");
  }

  @Test
  void aJobWaitsSinceItWasSubmitted() {
    add("a");
    pool.clock().advance(Duration.between(pool.clock().instant(), Instant.EPOCH));
    pool.clock().advanceSeconds(90);

    assertThat(Scraped.samples())
        .contains("edge_job_queue_oldest_seconds 90.0", "edge_job_standstill_seconds 0.0");
  }

  @Test
  void theJobCountsThatStandsStillLongest() {
    add("a").started();
    pool.clock().advanceSeconds(20);
    add("b").started();
    pool.clock().advanceSeconds(10);

    assertThat(Scraped.samples())
        .contains("edge_job_queue_oldest_seconds 0.0", "edge_job_standstill_seconds 30.0");
  }

  @Test
  void aWorkerIsSilentSinceItsLastSign() {
    pool.join("w1");
    pool.clock().advanceSeconds(5);
    pool.join("w2");
    pool.clock().advanceSeconds(7);

    assertThat(Scraped.samples())
        .contains(
            "edge_worker_silence_seconds{worker=\"w1\"} 12.0",
            "edge_worker_silence_seconds{worker=\"w2\"} 7.0");

    pool.heartbeat("w1");
    assertThat(Scraped.samples()).contains("edge_worker_silence_seconds{worker=\"w1\"} 0.0");
  }

  @Test
  void aClockThatGoesBackMakesNothingYounger() {
    pool.join("w1");
    pool.clock().advanceSeconds(-5);

    assertThat(Scraped.samples()).contains("edge_worker_silence_seconds{worker=\"w1\"} 0.0");
  }
}

package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Unavailable;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.OnlyH2;
import edgeai.common.store.GroupWriter;
import edgeai.common.wire.Job;
import edgeai.coordinator.frame.SourceProgress;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.result.TestTotals;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Tag("databases-smoke")
class JobRepositoryTest {
  private static final Instant START = Instant.parse("2026-11-22T10:15:30.123Z");

  private TestLedger ledger;
  private JobRepository repository;
  private RunningTotals totals;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    totals = TestTotals.of(ledger);
    repository = new JobRepository(ledger.database(), ledger.writer(), totals);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static Job job(
      String id, Instant submitted, String status, Instant completed, List<String> models) {
    boolean ended = completed != null;
    return new Job(
        id,
        "drive.mp4",
        42,
        status,
        submitted,
        ended ? submitted : null,
        completed,
        10,
        ended ? 7 : 0,
        ended ? 3 : 0,
        status.equals(Job.FAILED) ? "failed" : null,
        ended ? 100 : 0,
        ended ? 2 : 0,
        ended ? SourceProgress.average(9, submitted, completed) : 0,
        models,
        5,
        false,
        ended ? 9 : 0,
        ended ? "warned" : null);
  }

  private static Job queued(String id, Instant submitted) {
    return job(id, submitted, Job.QUEUED, null, List.of());
  }

  private void insert(Job job) {
    repository.insert(new JobRecord(job, new JobOptions(5, OptionalDouble.empty(), Set.of())));
  }

  private static List<String> ids(List<JobRecord> rows) {
    return rows.stream().map(row -> row.job().jobId()).toList();
  }

  @Test
  void aJobComesBackWithItsOptions() {
    JobRecord row =
        new JobRecord(
            queued("a", START).reusing("safe", 0).cutInto("auto", "3x2"),
            new JobOptions(
                5,
                OptionalDouble.of(0.25),
                Set.of("car", "traffic light"),
                SkipStill.SAFE,
                Tiles.AUTO,
                Tiles.SIX));
    repository.insert(row);

    assertThat(repository.find("a")).contains(row);
    assertThat(repository.find("b")).isEmpty();
  }

  @Test
  void anEndedJobComesBackAsItEnded() {
    insert(queued("a", START));
    Job ended = job("a", START, Job.COMPLETED, START.plusSeconds(9), List.of("x", "y"));
    repository.update(ended);

    assertThat(repository.find("a").map(JobRecord::job)).contains(ended);
  }

  @Test
  void aCursorLeadsThroughAllJobsThoughManyBeganTogether() {
    List<String> inserted =
        IntStream.range(0, 25)
            .mapToObj("job%02d"::formatted)
            .peek(id -> insert(queued(id, START.plusSeconds(id.charAt(4) % 3))))
            .toList();
    List<String> seen = new ArrayList<>();
    Optional<Job> cursor = Optional.empty();
    List<JobRecord> page;
    do {
      page = repository.newest(cursor, 7);
      seen.addAll(ids(page));
      cursor = page.isEmpty() ? cursor : Optional.of(page.get(page.size() - 1).job());
    } while (!page.isEmpty());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(inserted);
    List<Instant> times =
        seen.stream().map(id -> repository.find(id).orElseThrow().job().submittedAt()).toList();
    assertThat(times).isSortedAccordingTo(Collections.reverseOrder());
  }

  @OnlyH2
  @Test
  void theNewestAreReadFromTheirEndOfAnIndex() {
    assertThat(ledger.plan(JobRepository.NEWEST, 5L, 5L, "a", 2))
        .contains("JOB_NEWEST", "index sorted");
  }

  @Test
  void unfinishedJobsComeOldestFirst() {
    insert(queued("late", START.plusSeconds(2)));
    insert(queued("early", START));
    insert(queued("done", START));
    repository.update(job("done", START, Job.FAILED, START, List.of()));

    assertThat(ids(repository.unfinished())).isEqualTo(List.of("early", "late"));
    assertThat(ids(repository.endedBefore(START))).isEmpty();
    assertThat(ids(repository.endedBefore(START.plusMillis(1)))).isEqualTo(List.of("done"));
  }

  @Test
  void aRemovedJobLeavesNothing() {
    insert(queued("a", START));
    repository.delete("a");

    assertThat(repository.find("a")).isEmpty();
  }

  @Test
  void framesOfARemovedJobAreNamedBesideTheTotals() {
    insert(queued("a", START));
    insert(queued("b", START));
    for (String job : List.of("a", "b")) {
      for (String status : List.of("completed", "completed", "failed")) {
        ledger.writer().write(connection -> insertFrame(connection, job, status));
      }
    }
    repository.delete("a");
    repository.delete("a");

    assertThat(totals.summary().removedFrames()).isEqualTo(2);
    RunningTotals readBack = TestTotals.of(ledger);
    assertThat(readBack.summary().removedFrames()).isEqualTo(2);
  }

  private static void insertFrame(Connection connection, String job, String status)
      throws SQLException {
    Database.update(
        connection,
        "insert into frame (frame_id, job_id, frame_index, media_time_ms, status, worker_id,"
            + " processing_time_ms, received_at, detections, attempts, tried, found)"
            + " select count(*) + 1, ?, 0, 0, ?, 'w', 1, 0, '[]', 1, '[]', 0 from frame",
        job,
        status);
  }

  /** As where the database stands still between the row and its commit. */
  @Test
  void aJobThatWasOnItsWayWhenItsUploadGaveUpGoesAgain() {
    CountDownLatch still = new CountDownLatch(1);
    ledger
        .writer()
        .endGroupsWith(
            new GroupWriter.Epilogue() {
              @Override
              public void begin() {}

              @Override
              public void write(Connection connection) {
                await().until(() -> still.getCount() == 0);
              }
            });
    JobRepository hasty =
        new JobRepository(ledger.database(), ledger.writer(), totals) {
          @Override
          Duration patience() {
            return Duration.ofMillis(300);
          }
        };
    JobRecord row =
        new JobRecord(queued("a", START), new JobOptions(5, OptionalDouble.empty(), Set.of()));
    assertThatThrownBy(() -> hasty.insert(row)).isInstanceOf(Unavailable.class);
    still.countDown();

    insert(queued("b", START));
    await().untilAsserted(() -> assertThat(repository.find("a")).isEmpty());
    assertThat(repository.find("b")).isPresent();
  }

  @Test
  void thirtyTwoModelsWithTheLongestNamesFit() {
    insert(queued("a", START));
    List<String> models =
        IntStream.range(0, 32)
            .mapToObj(i -> "🚗".repeat(126) + (char) ('a' + i % 26) + i / 26)
            .toList();
    repository.update(job("a", START, Job.COMPLETED, START, models));

    assertThat(repository.find("a").orElseThrow().job().models()).isEqualTo(models);
  }

  @Test
  void aLongTextIsCutRatherThanRefused() {
    insert(queued("a", START));
    Job job = queued("a", START);
    repository.update(
        new Job(
            "a",
            job.filename(),
            1,
            Job.FAILED,
            START,
            START,
            START,
            0,
            0,
            0,
            "x".repeat(5_000),
            100,
            0,
            0,
            List.of(),
            5,
            false,
            0,
            "y".repeat(5_000)));

    Job stored = repository.find("a").orElseThrow().job();
    assertThat(stored.error()).hasSize(2_000);
    assertThat(stored.warning()).hasSize(2_000);
  }
}

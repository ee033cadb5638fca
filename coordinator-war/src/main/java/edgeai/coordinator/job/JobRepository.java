package edgeai.coordinator.job;

import edgeai.common.error.Unavailable;
import edgeai.common.wire.Job;
import edgeai.coordinator.frame.SourceProgress;
import edgeai.coordinator.result.FrameRepository;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The rows of jobs. */
@ApplicationScoped
public class JobRepository {
  private static final String SELECT =
      "select job_id, filename, size_bytes, status, submitted_at, started_at, completed_at,"
          + " total_frames, processed_frames, detections_found, error, failed_frames, models,"
          + " sample_fps, cancelled, confidence, classes, submitted_frames, warning from job ";

  /** Reads no more rows than it gives, however many there are: its plan is tested. */
  static final String NEWEST =
      SELECT
          + "where submitted_at <= ? and (submitted_at < ? or job_id < ?)"
          + " order by submitted_at desc, job_id desc fetch first ? rows only";

  private static final int MAX_TEXT = 2_000;

  /** How long an upload waits for a database that does not write. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final LedgerWriter ledger;
  private final RunningTotals totals;

  @Inject
  public JobRepository(Database database, LedgerWriter ledger, RunningTotals totals) {
    this.database = database;
    this.ledger = ledger;
    this.totals = totals;
  }

  /** For the container's proxy. */
  JobRepository() {
    this(null, null, null);
  }

  /**
   * Stores a new job.
   *
   * @throws Unavailable where the database does not write; the job is then not stored later either
   */
  public void insert(JobRecord row) {
    AtomicBoolean givenUp = new AtomicBoolean();
    CompletableFuture<Void> stored =
        ledger.submit(
            connection -> {
              if (!givenUp.get()) {
                insert(connection, row);
              }
            });
    try {
      LedgerWriter.await(stored, PATIENCE);
    } catch (TimeoutException e) {
      givenUp.set(true);
      throw new Unavailable("The database does not answer at the moment.", 5);
    }
  }

  private static void insert(Connection connection, JobRecord row) throws SQLException {
    Job job = row.job();
    Database.update(
        connection,
        "insert into job (job_id, submitted_at, filename, size_bytes, status, total_frames,"
            + " processed_frames, failed_frames, detections_found, models, sample_fps,"
            + " confidence, classes, cancelled)"
            + " values (?, ?, ?, ?, ?, ?, 0, 0, 0, '', ?, ?, ?, false)",
        job.jobId(),
        job.submittedAt().toEpochMilli(),
        job.filename(),
        job.sizeBytes(),
        job.status(),
        job.totalFrames(),
        job.sampleFps(),
        row.options().confidence().isPresent() ? row.options().confidence().getAsDouble() : null,
        String.join("\n", row.options().classes()));
  }

  public void update(Job job) {
    ledger.write(
        connection ->
            Database.update(
                connection,
                "update job set status = ?, started_at = ?, completed_at = ?, total_frames = ?,"
                    + " processed_frames = ?, failed_frames = ?, detections_found = ?, error = ?,"
                    + " models = ?, cancelled = ?, submitted_frames = ?, warning = ? where job_id = ?",
                job.status(),
                millis(job.startedAt()),
                millis(job.completedAt()),
                job.totalFrames(),
                job.processedFrames(),
                job.failedFrames(),
                job.detectionsFound(),
                cut(job.error()),
                String.join("\n", job.models()),
                job.cancelled(),
                job.submittedFrames(),
                cut(job.warning()),
                job.jobId()));
  }

  void delete(String jobId) {
    ledger.write(
        new LedgerWriter.Entry() {
          private long frames;

          @Override
          public void write(Connection connection) throws SQLException {
            frames = FrameRepository.deleteOf(connection, jobId);
            totals.addRemoved(frames);
            Database.update(connection, "delete from frame_block where job_id = ?", jobId);
            Database.update(connection, "delete from job where job_id = ?", jobId);
          }

          @Override
          public void committed() {
            totals.applyRemoved(frames);
          }
        });
  }

  public Optional<JobRecord> find(String jobId) {
    return database.list(SELECT + "where job_id = ?", JobRepository::read, jobId).stream()
        .findFirst();
  }

  /** Newest first, those older than the one the cursor names. */
  public List<JobRecord> newest(Optional<Job> before, int limit) {
    long time = before.map(job -> job.submittedAt().toEpochMilli()).orElse(Long.MAX_VALUE);
    return database.list(
        NEWEST, JobRepository::read, time, time, before.map(Job::jobId).orElse(""), limit);
  }

  /** Jobs that had not ended, the oldest first. */
  List<JobRecord> unfinished() {
    return database.list(
        SELECT + "where status in ('queued', 'processing') order by submitted_at, job_id",
        JobRepository::read);
  }

  /** Jobs that ended before, the oldest first. */
  List<JobRecord> endedBefore(Instant limit) {
    return database.list(
        SELECT + "where completed_at < ? order by completed_at",
        JobRepository::read,
        limit.toEpochMilli());
  }

  /** What ended jobs come to. */
  public record Ended(long jobs, long submitted, long completed, long failed) {}

  /** All ended jobs but these. */
  public Ended endedBut(Collection<String> jobIds) {
    String others =
        jobIds.isEmpty()
            ? ""
            : jobIds.stream()
                .map(id -> "?")
                .collect(Collectors.joining(",", " and job_id not in (", ")"));
    return database
        .list(
            "select count(*), coalesce(sum(submitted_frames), 0),"
                + " coalesce(sum(processed_frames), 0), coalesce(sum(failed_frames), 0)"
                + " from job where completed_at is not null"
                + others,
            row -> new Ended(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
            jobIds.toArray())
        .get(0);
  }

  /** Ended jobs whose frames are not all accounted for, the newest first. */
  public List<JobRecord> unbalanced(int limit) {
    return database.list(
        SELECT
            + "where completed_at is not null"
            + " and submitted_frames <> processed_frames + failed_frames"
            + " order by submitted_at desc, job_id desc fetch first ? rows only",
        JobRepository::read,
        limit);
  }

  private static String cut(String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static JobRecord read(ResultSet row) throws SQLException {
    String status = row.getString(4);
    long total = row.getLong(8);
    long done = row.getLong(9) + row.getLong(12);
    boolean ended = status.equals(Job.COMPLETED) || status.equals(Job.FAILED);
    Job job =
        new Job(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            status,
            instant(row, 5),
            instant(row, 6),
            instant(row, 7),
            total,
            row.getLong(9),
            row.getLong(10),
            row.getString(11),
            SourceProgress.percent(done, total, ended),
            row.getLong(12),
            ended ? SourceProgress.average(done, instant(row, 6), instant(row, 7)) : 0,
            lines(row.getString(13)),
            row.getDouble(14),
            row.getBoolean(15),
            row.getLong(18),
            row.getString(19));
    double confidence = row.getDouble(16);
    OptionalDouble asked = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(confidence);
    Set<String> classes = lines(row.getString(17)).stream().collect(Collectors.toSet());
    return new JobRecord(job, new JobOptions(job.sampleFps(), asked, classes));
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\n")).filter(line -> !line.isEmpty()).toList();
  }
}

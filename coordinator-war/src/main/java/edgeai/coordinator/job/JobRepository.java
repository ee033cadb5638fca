package edgeai.coordinator.job;

import edgeai.common.error.Unavailable;
import edgeai.common.wire.Job;
import edgeai.coordinator.result.FrameRow;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Stores jobs and finds them. */
@ApplicationScoped
public class JobRepository {
  /** Reads no more rows than it gives, however many there are: its plan is tested. */
  static final String NEWEST =
      JobRow.SELECT
          + "where submitted_at <= ? and (submitted_at < ? or job_id < ?)"
          + " order by submitted_at desc, job_id desc fetch first ? rows only";

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
    Insertion insertion = new Insertion(row);
    CompletableFuture<Void> stored = ledger.submit(insertion);
    try {
      LedgerWriter.await(stored, patience());
    } catch (TimeoutException e) {
      if (insertion.isGivenUp()) {
        throw new Unavailable("The database does not answer at the moment.", 5);
      }
    }
  }

  Duration patience() {
    return PATIENCE;
  }

  /** A new job, for which its upload waits for a while, but not for ever. */
  private final class Insertion implements LedgerWriter.Entry {
    private final JobRecord row;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITS);

    Insertion(JobRecord row) {
      this.row = row;
    }

    /** False where it was stored in this moment. */
    boolean isGivenUp() {
      return state.compareAndSet(State.WAITS, State.GIVEN_UP);
    }

    @Override
    public void write(Connection connection) throws SQLException {
      if (state.get() == State.WAITS) {
        JobRow.insert(connection, row);
      }
    }

    /** One that was on its way when it was given up goes again. */
    @Override
    public void committed() {
      if (!state.compareAndSet(State.WAITS, State.STORED)) {
        ledger.submitUrgently(
            connection ->
                Database.update(connection, "delete from job where job_id = ?", row.job().jobId()));
      }
    }
  }

  /** What becomes of a new job. */
  private enum State {
    WAITS,
    STORED,
    GIVEN_UP
  }

  public void update(Job job) {
    ledger.write(connection -> JobRow.update(connection, job));
  }

  void delete(String jobId) {
    ledger.write(
        new LedgerWriter.Entry() {
          private long frames;

          @Override
          public void write(Connection connection) throws SQLException {
            frames = FrameRow.deleteOf(connection, jobId);
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
    return database.list(JobRow.SELECT + "where job_id = ?", JobRow::read, jobId).stream()
        .findFirst();
  }

  /** Newest first, those older than the one the cursor names. */
  public List<JobRecord> newest(Optional<Job> before, int limit) {
    long time = before.map(job -> job.submittedAt().toEpochMilli()).orElse(Long.MAX_VALUE);
    return database.list(
        NEWEST, JobRow::read, time, time, before.map(Job::jobId).orElse(""), limit);
  }

  /** Jobs that had not ended, the oldest first. */
  List<JobRecord> unfinished() {
    return database.list(
        JobRow.SELECT + "where status in ('queued', 'processing') order by submitted_at, job_id",
        JobRow::read);
  }

  /** Jobs that ended before, the oldest first. */
  List<JobRecord> endedBefore(Instant limit) {
    return database.list(
        JobRow.SELECT + "where completed_at < ? order by completed_at",
        JobRow::read,
        limit.toEpochMilli());
  }
}

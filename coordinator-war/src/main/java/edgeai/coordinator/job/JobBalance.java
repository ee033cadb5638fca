package edgeai.coordinator.job;

import edgeai.coordinator.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Whether ended jobs have every frame accounted for. */
@ApplicationScoped
public class JobBalance {
  private final Database database;

  @Inject
  public JobBalance(Database database) {
    this.database = database;
  }

  /** For the container's proxy. */
  JobBalance() {
    this(null);
  }

  /** What ended jobs come to. */
  public record Ended(long jobs, long submitted, long completed, long reused, long failed) {}

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
                + " coalesce(sum(processed_frames), 0), coalesce(sum(reused_frames), 0),"
                + " coalesce(sum(failed_frames), 0)"
                + " from job where completed_at is not null"
                + others,
            row ->
                new Ended(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
            jobIds.toArray())
        .get(0);
  }

  /** Ended jobs whose frames are not all accounted for, the newest first. */
  public List<JobRecord> unbalanced(int limit) {
    return database.list(
        JobRow.SELECT
            + "where completed_at is not null"
            + " and submitted_frames <> processed_frames + failed_frames"
            + " order by submitted_at desc, job_id desc fetch first ? rows only",
        JobRow::read,
        limit);
  }
}

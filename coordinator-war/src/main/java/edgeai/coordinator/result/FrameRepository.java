package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds settled frames of jobs: the ledger has a row for each. */
@ApplicationScoped
public class FrameRepository {
  /** Reads no more rows than it gives, however many there are: its plan is tested. */
  static final String NEWEST =
      "select frame_id, char_length(detections) from frame"
          + " order by frame_id desc fetch first ? rows only";

  /** In the order of the index, else every page sorts all rows that follow. */
  private static final String OF_JOB =
      "where job_id = ? and frame_id > ? and (cast(? as varchar) is null or status = ?)"
          + " order by job_id, frame_id fetch first ? rows only";

  private static final int PAGE = 250;

  private final Database database;

  @Inject
  public FrameRepository(Database database) {
    this.database = database;
  }

  /** For the container's proxy. */
  FrameRepository() {
    this(null);
  }

  /** A frame with its attempts one by one. */
  public Optional<FrameResult> find(long frameId) {
    return database
        .list(FrameRow.SELECT_ALL + "where frame_id = ?", FrameRow::readAll, frameId)
        .stream()
        .findFirst();
  }

  /** The stored frame, if it was ever given to this worker. */
  Optional<FrameResult> findGivenTo(long frameId, String workerId) {
    return database
        .list(
            FrameRow.SELECT + "where frame_id = ? and position(? in tried) > 0",
            FrameRow::read,
            frameId,
            TriedColumn.sign(workerId))
        .stream()
        .findFirst();
  }

  /** The newest frames of all jobs, newest first. */
  List<StoredSize> newest(int limit) {
    return database.list(NEWEST, row -> new StoredSize(row.getLong(1), row.getLong(2)), limit);
  }

  /** Frames of all jobs between these ids, which belong to it, ascending. */
  List<FrameResult> between(long first, long last, int limit) {
    return database.list(
        FrameRow.SELECT
            + "where frame_id between ? and ? order by frame_id fetch first ? rows only",
        FrameRow::read,
        first,
        last,
        limit);
  }

  /**
   * Frames of a job with ids above {@code after}, ascending, each with its attempts one by one: so
   * many, or fewer where they are large; none where there are no more.
   *
   * @param status null for all
   */
  public List<FrameResult> ofJob(String jobId, String status, long after, int limit) {
    return page(FrameRow.SELECT_ALL, FrameRow::readAll, jobId, status, after, limit);
  }

  /**
   * Whether a job has frames with ids above {@code after}.
   *
   * @param status null for all
   */
  public boolean hasMore(String jobId, String status, long after) {
    return !sizes(jobId, status, after, 1).isEmpty();
  }

  private List<FrameResult> page(
      String select,
      Database.RowReader<FrameResult> reader,
      String jobId,
      String status,
      long after,
      int limit) {
    List<StoredSize> part = StoredSize.firstOf(sizes(jobId, status, after, limit));
    return database.list(select + OF_JOB, reader, jobId, after, status, status, part.size());
  }

  private List<StoredSize> sizes(String jobId, String status, long after, int limit) {
    return database.list(
        "select frame_id, char_length(detections) from frame " + OF_JOB,
        row -> new StoredSize(row.getLong(1), row.getLong(2)),
        jobId,
        after,
        status,
        status,
        limit);
  }

  /**
   * Gives all frames of a job in video order, reading a page of rows at a time.
   *
   * @param status null for all
   */
  public void forEachOfJob(String jobId, String status, Consumer<FrameResult> taker) {
    long after = 0;
    List<FrameResult> page;
    do {
      page = page(FrameRow.SELECT, FrameRow::read, jobId, status, after, PAGE);
      page.forEach(taker);
      after = page.isEmpty() ? after : page.get(page.size() - 1).frameId();
    } while (!page.isEmpty());
  }
}

package edgeai.coordinator.result;

import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The ledger: one row per settled frame of a job. */
@ApplicationScoped
public class FrameRepository {
  private static final String COLUMNS =
      "frame_id, worker_id, detections, processing_time_ms, received_at, status, job_id,"
          + " frame_index, media_time_ms, attempts, error, width, height";
  private static final String SELECT = "select " + COLUMNS + " from frame ";
  private static final String SELECT_ALL = "select " + COLUMNS + ", attempt_log from frame ";

  /** Reads no more rows than it gives, however many there are: its plan is tested. */
  static final String NEWEST = SELECT + "order by frame_id desc fetch first ? rows only";

  private static final int PAGE = 250;
  private static final int MAX_ERROR = 2_000;

  private final Database database;

  @Inject
  public FrameRepository(Database database) {
    this.database = database;
  }

  /** For the container's proxy. */
  FrameRepository() {
    this(null);
  }

  /**
   * Stores a frame, or nothing where it is stored: a commit that was durable may have been answered
   * as failed, and is tried again.
   *
   * @return whether it was stored now
   */
  static boolean insert(Connection connection, FrameResult result, List<String> tried)
      throws SQLException {
    if (Database.exists(connection, "select 1 from frame where frame_id = ?", result.frameId())) {
      return false;
    }
    Database.update(
        connection,
        "insert into frame ("
            + COLUMNS
            + ", tried, found, attempt_log) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        result.frameId(),
        result.workerId(),
        JsonOutput.write(result.detections()),
        result.processingTimeMs(),
        result.receivedAt().toEpochMilli(),
        result.status(),
        result.jobId(),
        result.frameIndex(),
        result.mediaTimeMs(),
        result.attempts(),
        cut(result.error()),
        result.width(),
        result.height(),
        JsonOutput.write(tried),
        result.detections().size(),
        JsonOutput.write(result.attemptLog()));
    return true;
  }

  private static String cut(String error) {
    return error == null || error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
  }

  /** A frame with its attempts one by one. */
  public Optional<FrameResult> find(long frameId) {
    return database
        .list(SELECT_ALL + "where frame_id = ?", FrameRepository::readAll, frameId)
        .stream()
        .findFirst();
  }

  /** The stored frame, if it was ever given to this worker. */
  Optional<FrameResult> findGivenTo(long frameId, String workerId) {
    return database
        .list(
            SELECT + "where frame_id = ? and position(? in tried) > 0",
            FrameRepository::read,
            frameId,
            JsonOutput.write(List.of(workerId)).replaceAll("^\\[|]$", ""))
        .stream()
        .findFirst();
  }

  /** The newest frames of all jobs, newest first. */
  List<FrameResult> newest(int limit) {
    return database.list(NEWEST, FrameRepository::read, limit);
  }

  /**
   * Frames of a job with ids above {@code after}, ascending, each with its attempts one by one.
   *
   * @param status null for all
   */
  public List<FrameResult> ofJob(String jobId, String status, long after, int limit) {
    return page(SELECT_ALL, FrameRepository::readAll, jobId, status, after, limit);
  }

  private List<FrameResult> page(
      String select,
      Database.RowReader<FrameResult> reader,
      String jobId,
      String status,
      long after,
      int limit) {
    // in the order of the index, else every page sorts all rows that follow
    return database.list(
        select
            + "where job_id = ? and frame_id > ? and (? is null or status = ?)"
            + " order by job_id, frame_id fetch first ? rows only",
        reader,
        jobId,
        after,
        status,
        status,
        limit);
  }

  /** Which frames of a job, by index in the source, are settled. */
  public BitSet settledIndexes(String jobId) {
    BitSet settled = new BitSet();
    database
        .list("select frame_index from frame where job_id = ?", row -> row.getInt(1), jobId)
        .forEach(settled::set);
    return settled;
  }

  /** What a job's settled frames come to. */
  public record Tally(long completed, long failed, long detections) {}

  public Tally tally(String jobId) {
    return database
        .list(
            "select count(case when status = 'completed' then 1 end),"
                + " count(case when status = 'failed' then 1 end), coalesce(sum(found), 0)"
                + " from frame where job_id = ?",
            row -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3)),
            jobId)
        .get(0);
  }

  /** How many frames of a job are settled, and the media times between which they lie. */
  public record Extent(long frames, long firstMs, long lastMs) {}

  public Extent extent(String jobId) {
    return database
        .list(
            "select count(*), coalesce(min(media_time_ms), 0), coalesce(max(media_time_ms), 0)"
                + " from frame where job_id = ?",
            row -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)),
            jobId)
        .get(0);
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
      page = page(SELECT, FrameRepository::read, jobId, status, after, PAGE);
      page.forEach(taker);
      after = page.isEmpty() ? after : page.get(page.size() - 1).frameId();
    } while (page.size() == PAGE);
  }

  /** How many of each label a job's frames show altogether. */
  public Map<String, Long> objectCounts(String jobId) {
    Map<String, Long> counts = new TreeMap<>();
    forEachOfJob(
        jobId,
        FrameResult.COMPLETED,
        frame ->
            frame
                .objectCounts()
                .forEach((label, n) -> counts.merge(label, n.longValue(), Long::sum)));
    return counts;
  }

  /**
   * Takes out all frames of a job; its part in the totals stays.
   *
   * @return how many of them had completed
   */
  public static long deleteOf(Connection connection, String jobId) throws SQLException {
    long completed =
        Database.list(
                connection,
                "select count(*) from frame where job_id = ? and status = 'completed'",
                row -> row.getLong(1),
                jobId)
            .get(0);
    Database.update(connection, "delete from frame where job_id = ?", jobId);
    return completed;
  }

  private static FrameResult readAll(ResultSet row) throws SQLException {
    return read(row).with(AttemptColumn.parse(row.getString(14)));
  }

  private static FrameResult read(ResultSet row) throws SQLException {
    List<Detection> detections = DetectionColumn.parse(row.getString(3));
    return new FrameResult(
            row.getLong(1),
            row.getString(2),
            detections,
            Detection.countByLabel(detections),
            row.getDouble(4),
            Instant.ofEpochMilli(row.getLong(5)),
            row.getString(6),
            row.getString(7),
            row.getLong(8),
            row.getLong(9),
            row.getInt(10),
            row.getString(11))
        .of(row.getObject(12, Integer.class), row.getObject(13, Integer.class));
  }
}

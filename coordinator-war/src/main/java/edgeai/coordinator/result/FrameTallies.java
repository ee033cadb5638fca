package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the settled frames of a job come to. */
@ApplicationScoped
public class FrameTallies {
  private final Database database;
  private final FrameRepository frames;

  @Inject
  public FrameTallies(Database database, FrameRepository frames) {
    this.database = database;
    this.frames = frames;
  }

  /** For the container's proxy. */
  FrameTallies() {
    this(null, null);
  }

  /** Which frames of a job, by index in the source, are settled. */
  public BitSet settledIndexes(String jobId) {
    BitSet settled = new BitSet();
    database
        .listPatiently(
            "select frame_index from frame where job_id = ?", row -> row.getInt(1), jobId)
        .forEach(settled::set);
    return settled;
  }

  /** What became of a frame, where it is settled. */
  public Optional<FrameResult> settled(long frameId) {
    return database
        .listPatiently(FrameRow.SELECT_ALL + "where frame_id = ?", FrameRow::readAll, frameId)
        .stream()
        .findFirst();
  }

  /** What a job's settled frames come to. */
  public record Tally(long completed, long failed, long detections, long reused) {}

  public Tally tally(String jobId) {
    return database
        .listPatiently(
            "select count(case when status = 'completed' then 1 end),"
                + " count(case when status = 'failed' then 1 end), coalesce(sum(found), 0),"
                + " count(reused_from)"
                + " from frame where job_id = ?",
            row -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
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

  /** How many of each label a job's frames show altogether. */
  public Map<String, Long> objectCounts(String jobId) {
    Map<String, Long> counts = new TreeMap<>();
    frames.forEachOfJob(
        jobId,
        FrameResult.COMPLETED,
        frame ->
            frame
                .objectCounts()
                .forEach((label, n) -> counts.merge(label, n.longValue(), Long::sum)));
    return counts;
  }
}

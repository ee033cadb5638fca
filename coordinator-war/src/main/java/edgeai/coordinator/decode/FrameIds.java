package edgeai.coordinator.decode;

import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Gives frame ids: ascending in video order within a job, never twice, the same again for the same
 * frame when a job is taken up after a restart. They are reserved on disk a thousand at a time.
 */
@ApplicationScoped
public class FrameIds {
  static final int BLOCK = 1_000;

  private final Database database;
  private final LedgerWriter ledger;

  /** The ids of one job; for one thread. */
  public final class OfJob {
    private final String jobId;
    private long blockFirstOrdinal = -1;
    private long blockFirstId;

    private OfJob(String jobId) {
      this.jobId = jobId;
    }

    /**
     * @param ordinal 0-based number of the frame among those taken from the video
     */
    public long at(long ordinal) {
      long firstOrdinal = ordinal / BLOCK * BLOCK;
      if (firstOrdinal != blockFirstOrdinal) {
        blockFirstId = firstIdOf(jobId, firstOrdinal);
        blockFirstOrdinal = firstOrdinal;
      }
      return blockFirstId + ordinal - blockFirstOrdinal;
    }
  }

  @Inject
  public FrameIds(Database database, LedgerWriter ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  FrameIds() {
    this(null, null);
  }

  public OfJob of(String jobId) {
    return new OfJob(jobId);
  }

  /**
   * Reserves the ids of so many frames of a job, in one go.
   *
   * @return the id of the frame with an ordinal; never waits
   */
  public LongUnaryOperator all(String jobId, long frames) {
    int blocks = (int) ((frames + BLOCK - 1) / BLOCK);
    Map<Long, Long> known = reserved(jobId);
    List<Long> missing =
        LongStream.range(0, blocks)
            .map(block -> block * BLOCK)
            .filter(ordinal -> !known.containsKey(ordinal))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      ledger.write(
          connection -> {
            for (long ordinal : missing) {
              reserve(connection, jobId, ordinal);
            }
          });
    }
    Map<Long, Long> all = missing.isEmpty() ? known : reserved(jobId);
    long[] first = LongStream.range(0, blocks).map(block -> all.get(block * BLOCK)).toArray();
    return ordinal -> first[(int) (ordinal / BLOCK)] + ordinal % BLOCK;
  }

  private Map<Long, Long> reserved(String jobId) {
    record Block(long ordinal, long id) {}
    return database
        .listPatiently(
            "select first_ordinal, first_frame_id from frame_block where job_id = ?",
            row -> new Block(row.getLong(1), row.getLong(2)),
            jobId)
        .stream()
        .collect(Collectors.toMap(Block::ordinal, Block::id));
  }

  private long firstIdOf(String jobId, long firstOrdinal) {
    List<Long> reserved = reserved(jobId, firstOrdinal);
    if (reserved.isEmpty()) {
      ledger.write(connection -> reserve(connection, jobId, firstOrdinal));
      reserved = reserved(jobId, firstOrdinal);
    }
    return reserved.get(0);
  }

  private List<Long> reserved(String jobId, long firstOrdinal) {
    return database.listPatiently(
        "select first_frame_id from frame_block where job_id = ? and first_ordinal = ?",
        row -> row.getLong(1),
        jobId,
        firstOrdinal);
  }

  private void reserve(Connection connection, String jobId, long firstOrdinal) throws SQLException {
    Database.update(
        connection,
        "insert into frame_block (job_id, first_ordinal, first_frame_id)"
            + " values (?, ?, (%s - 1) * %d + 1)"
                .formatted(database.nextValue("frame_block_number"), BLOCK),
        jobId,
        firstOrdinal);
  }
}

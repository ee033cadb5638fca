package edgeai.coordinator.review;

import java.util.List;

/**
 * The frames of all jobs that there are, accounted for.
 *
 * @param balanced whether every ended job has as many frames completed and failed as were
 *     submitted, and no other has more
 * @param submitted frames taken from videos
 * @param completed frames that were done
 * @param reused those of the completed ones that were not inferred, since they show nothing new
 * @param failed frames that failed for good
 * @param open frames of jobs that have not ended: waiting, or at a worker
 * @param duplicatesDropped results for frames that had one, since the server's start
 * @param hedged attempts begun while another worker had the frame, since the start
 * @param retried attempts that followed one which came to nothing, since the start
 * @param jobs how many jobs there are
 * @param unbalanced at most 100
 */
public record Ledger(
    boolean balanced,
    long submitted,
    long completed,
    long reused,
    long failed,
    long open,
    long duplicatesDropped,
    long hedged,
    long retried,
    JobCount jobs,
    List<Account> unbalanced) {

  /**
   * How many jobs are past their end, worked on, and waiting.
   *
   * @param ended past their end
   * @param running worked on
   * @param waiting not begun
   */
  public record JobCount(long ended, long running, long waiting) {}

  /**
   * The frames of one job.
   *
   * @param jobId which job
   * @param submitted frames taken from its video
   * @param completed frames that were done
   * @param failed frames that failed for good
   */
  public record Account(String jobId, long submitted, long completed, long failed) {}
}

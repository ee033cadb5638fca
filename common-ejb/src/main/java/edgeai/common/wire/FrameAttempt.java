package edgeai.common.wire;

import java.time.Instant;

/**
 * One frame given to one worker, and what came of it.
 *
 * @param workerId which worker
 * @param startedAt when it was given
 * @param endedAt null where it was still out when the frame was settled
 * @param outcome one of the constants here
 * @param reason why it did not complete, in words; null where it did
 * @param hedge whether the frame was at another worker at the same time
 */
public record FrameAttempt(
    String workerId,
    Instant startedAt,
    Instant endedAt,
    String outcome,
    String reason,
    boolean hedge) {

  /** Its answer counted. */
  public static final String COMPLETED = "completed";

  /** The worker said that this frame cannot be done. */
  public static final String DECLINED = "declined";

  /** The worker refused, was full, broke down, or its answer could not be believed. */
  public static final String FAILED = "failed";

  /** The worker broke off or did not answer in time. */
  public static final String DIED = "died";

  /** The worker left, fell silent or registered again while it held the frame. */
  public static final String GONE = "gone";

  /** The frame's job was cancelled. */
  public static final String CANCELLED = "cancelled";

  /** The answer of another attempt counted. */
  public static final String OVERTAKEN = "overtaken";

  /** It is still out. */
  public static final String PENDING = "pending";
}

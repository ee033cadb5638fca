package edgeai.common.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of one frame.
 *
 * @param frameId 1 to 2^53-1, never given twice
 * @param workerId who did it or has it, null where nobody was given it yet
 * @param detections what was found
 * @param objectCounts how many of each label
 * @param processingTimeMs inference as the worker measured it
 * @param receivedAt when the coordinator learned of it, null while pending
 * @param status {@code pending}, {@code completed} or {@code failed}
 * @param jobId null for a result that belongs to no job
 * @param frameIndex 0-based position among the decoded frames of the source, null without a job
 * @param mediaTimeMs position in the video, null without a job
 * @param attempts how often the frame was handed to a worker
 * @param error why it failed, in one sentence; else null
 * @param width pixels of the frame as displayed, which boxes are in; null where not known
 * @param height pixels of the frame as displayed; null where not known
 * @param reusedFrom the frame that was inferred in its place, since this one shows nothing new;
 *     null for one that was inferred
 * @param change how much it differs from that one where it differs most, 0 to 1; null as above
 * @param attemptLog the attempts one by one; null where only their number is told
 */
public record FrameResult(
    long frameId,
    String workerId,
    List<Detection> detections,
    Map<String, Integer> objectCounts,
    double processingTimeMs,
    Instant receivedAt,
    String status,
    String jobId,
    Long frameIndex,
    Long mediaTimeMs,
    int attempts,
    String error,
    Integer width,
    Integer height,
    Long reusedFrom,
    Double change,
    List<FrameAttempt> attemptLog) {

  public static final String PENDING = "pending";
  public static final String COMPLETED = "completed";
  public static final String FAILED = "failed";

  /** A result that tells neither the frame's size nor its attempts one by one. */
  public FrameResult(
      long frameId,
      String workerId,
      List<Detection> detections,
      Map<String, Integer> objectCounts,
      double processingTimeMs,
      Instant receivedAt,
      String status,
      String jobId,
      Long frameIndex,
      Long mediaTimeMs,
      int attempts,
      String error) {
    this(
        frameId,
        workerId,
        detections,
        objectCounts,
        processingTimeMs,
        receivedAt,
        status,
        jobId,
        frameIndex,
        mediaTimeMs,
        attempts,
        error,
        null,
        null,
        null,
        null,
        null);
  }

  /** What a worker found in a frame of no job. */
  public static FrameResult completed(
      long frameId,
      String workerId,
      List<Detection> detections,
      double processingTimeMs,
      Instant receivedAt) {
    return new FrameResult(
        frameId,
        workerId,
        detections,
        Detection.countByLabel(detections),
        processingTimeMs,
        receivedAt,
        COMPLETED,
        null,
        null,
        null,
        1,
        null);
  }

  /** The same with its attempts one by one. */
  public FrameResult with(List<FrameAttempt> log) {
    return with(width, height, reusedFrom, change, log);
  }

  /** The same of a frame of this size. */
  public FrameResult of(Integer frameWidth, Integer frameHeight) {
    return with(frameWidth, frameHeight, reusedFrom, change, attemptLog);
  }

  /** The same of one that takes what was found in another; null for both where it does not. */
  public FrameResult reusing(Long source, Double difference) {
    return with(width, height, source, difference, attemptLog);
  }

  private FrameResult with(
      Integer newWidth,
      Integer newHeight,
      Long newSource,
      Double newChange,
      List<FrameAttempt> newLog) {
    return new FrameResult(
        frameId,
        workerId,
        detections,
        objectCounts,
        processingTimeMs,
        receivedAt,
        status,
        jobId,
        frameIndex,
        mediaTimeMs,
        attempts,
        error,
        newWidth,
        newHeight,
        newSource,
        newChange,
        newLog);
  }

  /** Whether what it tells was found in this frame itself. */
  public boolean wasInferred() {
    return reusedFrom == null;
  }

  public boolean hasCompleted() {
    return status.equals(COMPLETED);
  }
}

package edgeai.common.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something a person should look at.
 *
 * @param workerId which worker
 * @param frameId which frame
 * @param timestamp when it was
 * @param detections what was found
 * @param alertLabels what it is about
 * @param level {@code info}, {@code warning} or {@code critical}
 * @param message in words for people
 * @param count how many frames it stands for
 * @param firstFrameId the first of its frames
 * @param lastFrameId the newest of its frames
 * @param jobId null where the frame belongs to no job
 */
public record Alert(
    String workerId,
    long frameId,
    Instant timestamp,
    List<Detection> detections,
    List<String> alertLabels,
    String level,
    String message,
    int count,
    long firstFrameId,
    long lastFrameId,
    String jobId) {

  public static final String INFO = "info";
  public static final String WARNING = "warning";
  public static final String CRITICAL = "critical";

  /** The level that a node means; one that is not known is {@code info}. */
  public static String level(String said) {
    String level = said.strip().toLowerCase(Locale.ROOT);
    return level.equals(WARNING) || level.equals(CRITICAL) ? level : INFO;
  }

  /** The same alert, which {@code frameId} shows again. */
  public Alert again(long frameId) {
    return new Alert(
        workerId,
        this.frameId,
        timestamp,
        detections,
        alertLabels,
        level,
        message,
        count + 1,
        firstFrameId,
        Math.max(lastFrameId, frameId),
        jobId);
  }
}

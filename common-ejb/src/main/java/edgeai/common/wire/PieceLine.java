package edgeai.common.wire;

import java.util.List;

/**
 * What became of one frame of a piece of video.
 *
 * @param frameId of the ledger
 * @param detections in pixels of the frame; empty where it failed
 * @param processingTimeMs from its pixels to boxes
 * @param error why it failed, in a sentence; null where it did not
 * @param frameWidth of the frame as displayed, 0 where whoever did it does not know
 * @param frameHeight of the frame as displayed, 0 where whoever did it does not know
 * @param picture the frame as a JPEG, null where none was wanted
 * @param reusedFrom the frame that was inferred in its place, since this one shows nothing else; 0
 *     where it was inferred itself
 * @param change how much it differs from that one in the place where it differs most, 0 to 1
 */
public record PieceLine(
    long frameId,
    List<Detection> detections,
    double processingTimeMs,
    String error,
    int frameWidth,
    int frameHeight,
    byte[] picture,
    long reusedFrom,
    double change) {
  /** One that was inferred. */
  public PieceLine(
      long frameId,
      List<Detection> detections,
      double processingTimeMs,
      String error,
      int frameWidth,
      int frameHeight,
      byte[] picture) {
    this(frameId, detections, processingTimeMs, error, frameWidth, frameHeight, picture, 0, 0);
  }

  /** A frame that was not done. */
  public static PieceLine failed(long frameId, String error) {
    return new PieceLine(frameId, List.of(), 0, error, 0, 0, null);
  }

  /** Whether another frame was inferred in its place. */
  public boolean isReused() {
    return reusedFrom > 0;
  }

  public boolean isDone() {
    return error == null;
  }
}

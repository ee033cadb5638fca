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
 */
public record PieceLine(
    long frameId,
    List<Detection> detections,
    double processingTimeMs,
    String error,
    int frameWidth,
    int frameHeight,
    byte[] picture) {
  /** A frame that was not done. */
  public static PieceLine failed(long frameId, String error) {
    return new PieceLine(frameId, List.of(), 0, error, 0, 0, null);
  }

  public boolean isDone() {
    return error == null;
  }
}

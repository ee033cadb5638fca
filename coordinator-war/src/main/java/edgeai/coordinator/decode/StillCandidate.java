package edgeai.coordinator.decode;

import edgeai.common.still.GreyPicture;
import edgeai.common.video.VideoFrame;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;

/**
 * A decoded frame of which it is to be told whether it is inferred.
 *
 * @param settled whether it was done before
 */
record StillCandidate(long id, VideoFrame frame, boolean settled) {
  private static final long MICROS = 1_000;

  GreyPicture grey() {
    return frame.grey();
  }

  long micros() {
    return frame.mediaTimeMs() * MICROS;
  }

  int bytes() {
    return frame.jpeg().length;
  }

  Frame of(FrameSource source) {
    return new Frame(id, source, frame.index(), frame.mediaTimeMs(), DecodeStage.picture(frame));
  }
}

package edgeai.common.still;

import java.util.BitSet;

/** A frame that is inferred: others are compared with it until the next one is. */
final class InferredPicture {
  private final long frame;
  private final GreyPicture picture;
  private final long micros;
  private final BitSet examined;
  private BitSet around;

  /**
   * @param micros of the video's own time
   * @param examined windows because of which it is inferred; none where they were not the reason
   */
  InferredPicture(long frame, GreyPicture picture, long micros, BitSet examined) {
    this.frame = frame;
    this.picture = picture;
    this.micros = micros;
    this.examined = examined;
  }

  long frame() {
    return frame;
  }

  GreyPicture picture() {
    return picture;
  }

  long micros() {
    return micros;
  }

  BitSet examined() {
    return examined;
  }

  /** Windows in or around which boxes lie; null as long as that is not known. */
  BitSet around() {
    return around;
  }

  void found(BitSet windows) {
    around = windows;
  }
}

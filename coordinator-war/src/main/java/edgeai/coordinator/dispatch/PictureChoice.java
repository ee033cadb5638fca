package edgeai.coordinator.dispatch;

/**
 * Of which frames the pictures are wanted beside their detections: while somebody watches, as many
 * as can be seen, evenly.
 *
 * @param each every so-manieth frame; 0 for none
 */
record PictureChoice(long each) {
  /** Pictures a second that viewers see. */
  private static final double SEEN = 10;

  /**
   * @param framesPerSecond of all workers together, 0 where not known
   */
  static PictureChoice of(boolean watched, double framesPerSecond) {
    return new PictureChoice(watched ? Math.max(1, Math.round(framesPerSecond / SEEN)) : 0);
  }

  boolean wants(long frameId) {
    return each > 0 && frameId % each == 0;
  }
}

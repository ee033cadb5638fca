package edgeai.common.piece;

/**
 * The least that can be cut out of a video: from a place where decoding can begin to the next one.
 *
 * @param number 0-based
 * @param firstFrame that is shown of it
 * @param endFrame the one after its last: the first of the next segment
 * @param bytes of all its packets
 * @param packets how many it has
 */
public record Segment(int number, long firstFrame, long endFrame, long bytes, int packets) {
  /** How many frames it shows. */
  public int frames() {
    return (int) (endFrame - firstFrame);
  }
}

package edgeai.common.piece;

/**
 * A frame that a piece is cut for.
 *
 * @param id of the frame in the ledger
 * @param index 0-based number in the video, counting every shown frame
 * @param pictureWanted whether its picture is wanted beside its detections
 * @param role what it is to those beside it, where frames that show nothing new are not inferred
 */
public record WantedFrame(long id, long index, boolean pictureWanted, FrameRole role) {
  /** One that is nothing to those beside it. */
  public WantedFrame(long id, long index, boolean pictureWanted) {
    this(id, index, pictureWanted, FrameRole.PLAIN);
  }
}

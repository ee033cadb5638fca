package edgeai.common.piece;

/**
 * A frame that a piece is cut for.
 *
 * @param id of the frame in the ledger
 * @param index 0-based number in the video, counting every shown frame
 * @param pictureWanted whether its picture is wanted beside its detections
 */
public record WantedFrame(long id, long index, boolean pictureWanted) {}

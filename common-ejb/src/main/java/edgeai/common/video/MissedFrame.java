package edgeai.common.video;

/**
 * A frame that was wanted of a piece and did not come.
 *
 * @param id as the piece has it
 */
public record MissedFrame(long id, PieceFault reason) {}

package edgeai.common.video;

import java.util.List;

/**
 * What became of a piece that was read to its end.
 *
 * @param decodedFrames frames that were decoded, those that nobody wanted included
 * @param missed those of the wanted ones that did not come, in the order of the piece
 */
public record PieceEnd(int decodedFrames, List<MissedFrame> missed) {}

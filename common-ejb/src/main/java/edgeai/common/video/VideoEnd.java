package edgeai.common.video;

/**
 * What became of a video that was read to its end.
 *
 * @param decodedFrames frames that were decoded
 * @param emittedFrames frames that sampling let through
 * @param warning one sentence where the file was cut off or damaged, otherwise null
 */
public record VideoEnd(int decodedFrames, int emittedFrames, String warning)
    implements DecoderMessage {}

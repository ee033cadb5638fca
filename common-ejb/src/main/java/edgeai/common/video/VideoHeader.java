package edgeai.common.video;

/**
 * What is known of a video once its first frame is decoded.
 *
 * @param container as {@link ContainerSignature#label} has it, or the kind of a live source
 * @param codec FFmpeg's name of the video codec, such as h264
 * @param width pixels as displayed, that is after rotation
 * @param height pixels as displayed, that is after rotation
 * @param rotation degrees clockwise that were applied: 0, 90, 180 or 270
 * @param fps frames per second on average, 0 when unknown
 * @param durationSeconds length as declared, 0 when unknown
 * @param estimatedFrames frames to expect after sampling, 0 when unknown
 */
public record VideoHeader(
    String container,
    String codec,
    int width,
    int height,
    int rotation,
    double fps,
    double durationSeconds,
    long estimatedFrames)
    implements DecoderMessage {}

package edgeai.common.video;

/**
 * One frame as displayed.
 *
 * @param index 0-based number in the source video, counting every decoded frame
 * @param mediaTimeMs milliseconds of the video's own time, never negative, never decreasing
 * @param width pixels
 * @param height pixels
 * @param jpeg the picture; not copied, so whoever has it may not write to it
 * @param jpegWidth its pixels, fewer than {@code width} where it was made smaller
 * @param jpegHeight its pixels, fewer than {@code height} where it was made smaller
 * @param decodeNanos spent on getting its pixels, frames that were passed over included
 * @param encodeNanos spent on turning them into the JPEG
 */
public record VideoFrame(
    int index,
    long mediaTimeMs,
    int width,
    int height,
    byte[] jpeg,
    int jpegWidth,
    int jpegHeight,
    long decodeNanos,
    long encodeNanos)
    implements DecoderMessage {}

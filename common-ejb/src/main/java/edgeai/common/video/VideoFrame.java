package edgeai.common.video;

import edgeai.common.still.GreyPicture;

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
 * @param encodeNanos spent on turning them into the JPEG, and into a grey picture
 * @param grey small, by which frames are compared: the same however large the JPEG is; null where
 *     nobody asked for it
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
    long encodeNanos,
    GreyPicture grey)
    implements DecoderMessage {

  /** One without a grey picture. */
  public VideoFrame(
      int index,
      long mediaTimeMs,
      int width,
      int height,
      byte[] jpeg,
      int jpegWidth,
      int jpegHeight,
      long decodeNanos,
      long encodeNanos) {
    this(
        index,
        mediaTimeMs,
        width,
        height,
        jpeg,
        jpegWidth,
        jpegHeight,
        decodeNanos,
        encodeNanos,
        null);
  }
}

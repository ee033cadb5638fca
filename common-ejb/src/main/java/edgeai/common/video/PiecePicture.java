package edgeai.common.video;

/**
 * A wanted frame of a piece. Arrays are not copied, so whoever has them may not write to them.
 *
 * @param id as the piece has it
 * @param index 0-based number in the video, as the piece has it
 * @param micros of the video's own time, as the piece has it
 * @param width pixels as displayed: square, and turned upright
 * @param height pixels as displayed
 * @param bgr blue, green and red of each pixel, row by row, as large as the network's input, or its
 *     tiles together, have room for ({@link edgeai.common.vision.LetterboxGeometry}); empty where
 *     none were wanted
 * @param bgrWidth pixels of a row
 * @param bgrHeight rows
 * @param jpeg the picture, null where none was wanted
 * @param jpegWidth its pixels, fewer than {@code width} where it was made smaller; 0 without one
 * @param jpegHeight its pixels, as the width
 * @param decodeNanos spent on decoding since the picture before, frames nobody wanted included
 * @param scaleNanos spent on turning the frame into pixels and picture
 */
public record PiecePicture(
    long id,
    long index,
    long micros,
    int width,
    int height,
    byte[] bgr,
    int bgrWidth,
    int bgrHeight,
    byte[] jpeg,
    int jpegWidth,
    int jpegHeight,
    long decodeNanos,
    long scaleNanos) {}

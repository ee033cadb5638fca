package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.NORM_INF;
import static org.bytedeco.opencv.global.opencv_core.norm;

import java.util.Arrays;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A JPEG without the mark of its end, as many cameras send it: whole, save for two bytes.
 *
 * <p>Decoders fill up what is missing of one that was cut, which must not pass for a picture. So it
 * is decoded twice, with and without rubbish between its last byte and the mark: of a whole one the
 * rubbish is passed over, of a cut one it becomes pixels, and the two differ.
 */
final class UnendedJpeg {
  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};
  private static final int STRETCH = 40;
  private static final byte[] RUBBISH = rubbish();

  private UnendedJpeg() {}

  /** Anything but a mark, then the same behind each of the eight that a scan may start anew at. */
  private static byte[] rubbish() {
    byte[] bytes = new byte[9 * STRETCH];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (128 + i * 37 % 127); // what is missing is taken for zeros
    }
    for (int restart = 0; restart < 8; restart++) {
      bytes[(restart + 1) * STRETCH] = (byte) 0xff;
      bytes[(restart + 1) * STRETCH + 1] = (byte) (0xd0 + restart);
    }
    return bytes;
  }

  /** Whether zeros stand where the mark should be: a decoder would take them for pixels. */
  static boolean isFilledUp(byte[] jpeg) {
    int end = jpeg.length;
    while (end > 0 && jpeg[end - 1] == 0) {
      end--;
    }
    boolean marked = end > 1 && jpeg[end - 2] == END[0] && jpeg[end - 1] == END[1];
    return jpeg.length - end > 1 && !marked;
  }

  /**
   * The pixels; an empty matrix where more is missing than the mark.
   *
   * @param decoder gives an empty matrix for what it cannot decode
   */
  static Mat decode(byte[] jpeg, Function<byte[], Mat> decoder) {
    byte[] data = Arrays.copyOf(jpeg, lengthOfData(jpeg));
    Mat pixels = decoder.apply(joined(data, END));
    try (Mat other = decoder.apply(joined(data, RUBBISH, END))) {
      if (isSame(pixels, other)) {
        return pixels;
      }
    }
    pixels.close();
    return new Mat();
  }

  private static boolean isSame(Mat pixels, Mat other) {
    return !pixels.empty()
        && pixels.rows() == other.rows()
        && pixels.cols() == other.cols()
        && norm(pixels, other, NORM_INF, null) == 0;
  }

  /**
   * Without the zeros and ones that fill a block of a disk, and without half a mark. A 255 that is
   * data has a zero behind it, and the last byte of the data may be a zero.
   */
  private static int lengthOfData(byte[] jpeg) {
    int end = jpeg.length;
    while (end > 0 && (jpeg[end - 1] == 0 || jpeg[end - 1] == END[0])) {
      end--;
    }
    while (end + 1 < jpeg.length && jpeg[end] == END[0] && jpeg[end + 1] == 0) {
      end += 2;
    }
    return end < jpeg.length && jpeg[end] == 0 ? end + 1 : end;
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}

package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A decoded picture in native memory, 8-bit blue-green-red, as displayed (a camera's orientation
 * mark is obeyed, transparency is dropped). Whoever made it closes it; one thread at a time.
 */
public final class Picture implements AutoCloseable {

  private final Mat pixels;
  private final int width;
  private final int height;

  private Picture(Mat pixels) {
    this(pixels, pixels.cols(), pixels.rows());
  }

  private Picture(Mat pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  /**
   * Decodes a JPEG, PNG, WebP or BMP, whose size is read from its header before any pixel is.
   *
   * @param maxPixels refuses pictures with more pixels than this, width times height
   * @throws UnreadablePictureException if the bytes are none of these, are damaged or cut short,
   *     hold too many pixels, or would take far longer to decode than they are worth
   */
  public static Picture decode(byte[] bytes, long maxPixels) throws UnreadablePictureException {
    requireDecodable(bytes, maxPixels);
    return new Picture(decoded(bytes, IMREAD_COLOR));
  }

  /**
   * As {@link #decode}, only as fine as a network with this input can use: of a JPEG that is at
   * least twice as large, its own half, quarter or eighth is decoded, which is quicker. It keeps
   * the width and height that it would have in full.
   */
  static Picture decodeFor(byte[] bytes, long maxPixels, int inputWidth, int inputHeight)
      throws UnreadablePictureException {
    PictureHeader header = requireDecodable(bytes, maxPixels);
    return switch (header.reduction(inputWidth, inputHeight)) {
      case 8 -> reduced(bytes, header, 8, IMREAD_REDUCED_COLOR_8);
      case 4 -> reduced(bytes, header, 4, IMREAD_REDUCED_COLOR_4);
      case 2 -> reduced(bytes, header, 2, IMREAD_REDUCED_COLOR_2);
      default -> new Picture(decoded(bytes, IMREAD_COLOR));
    };
  }

  private static PictureHeader requireDecodable(byte[] bytes, long maxPixels)
      throws UnreadablePictureException {
    PictureHeader header = PictureHeader.read(bytes);
    header.requireAtMost(maxPixels);
    DecodingCost.requireBearable(bytes, header);
    return header;
  }

  private static Picture reduced(byte[] jpeg, PictureHeader header, int factor, int flags)
      throws UnreadablePictureException {
    Mat pixels = decoded(jpeg, flags);
    boolean turned = pixels.cols() != PictureHeader.reduced(header.width(), factor);
    return turned
        ? new Picture(pixels, header.height(), header.width())
        : new Picture(pixels, header.width(), header.height());
  }

  private static Mat decoded(byte[] bytes, int flags) throws UnreadablePictureException {
    try {
      boolean jpeg = PictureFormat.of(bytes).filter(PictureFormat.JPEG::equals).isPresent();
      Mat decoded = jpeg && UnendedJpeg.isFilledUp(bytes) ? new Mat() : pixels(bytes, flags);
      if (decoded.empty() && jpeg) {
        decoded.close();
        decoded = UnendedJpeg.decode(bytes, unended -> pixels(unended, flags));
      }
      if (decoded.empty()) {
        decoded.close();
        throw new UnreadablePictureException("The picture is damaged or cut short.");
      }
      return decoded;
    } catch (RuntimeException e) {
      throw new UnreadablePictureException("The picture is damaged: " + firstLine(e) + ".", e);
    }
  }

  /** Empty where they cannot be decoded. */
  private static Mat pixels(byte[] bytes, int flags) {
    try (BytePointer pointer = new BytePointer(bytes);
        Mat encoded = new Mat(1, bytes.length, CV_8UC1, pointer)) {
      return imdecode(encoded, flags);
    }
  }

  /**
   * Takes over pixels that another native library has produced.
   *
   * @param pixels 8-bit blue-green-red, not empty; closed with the picture
   */
  public static Picture adopt(Mat pixels) {
    if (pixels.type() != CV_8UC3 || pixels.empty()) {
      throw new IllegalArgumentException("a picture needs 8-bit BGR pixels");
    }
    return new Picture(pixels);
  }

  /** A picture of one colour, red-green-blue. */
  static Picture filled(int width, int height, int rgb) {
    try (Scalar colour = ClassColours.scalar(rgb)) {
      return new Picture(new Mat(height, width, CV_8UC3, colour));
    }
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /**
   * Encodes the picture.
   *
   * @param quality 1 to 100
   */
  public byte[] toJpeg(int quality) {
    try (BytePointer encoded = new BytePointer();
        IntPointer parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      imencode(".jpg", pixels, encoded, parameters);
      byte[] jpeg = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(jpeg);
      return jpeg;
    }
  }

  /** The same pixels, as those of a frame of this size; this picture is of no use afterwards. */
  Picture ofFrame(int frameWidth, int frameHeight) {
    return new Picture(pixels, frameWidth, frameHeight);
  }

  Mat pixels() {
    return pixels;
  }

  /** Frees the native memory; the picture is of no use afterwards. */
  @Override
  public void close() {
    pixels.close();
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}

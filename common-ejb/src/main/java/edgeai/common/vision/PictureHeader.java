package edgeai.common.vision;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The size that a JPEG or PNG claims, known without decoding a pixel.
 *
 * @param jpeg whether it is a JPEG
 */
record PictureHeader(int width, int height, boolean jpeg) {

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /**
   * Goes by the first bytes, never by a name or a declared type.
   *
   * @throws UnreadablePictureException if the bytes are neither JPEG nor PNG, or end too early
   */
  static PictureHeader read(byte[] picture) throws UnreadablePictureException {
    String format = format(picture);
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      reader.setInput(in, true, true);
      return new PictureHeader(reader.getWidth(0), reader.getHeight(0), format.equals("jpeg"));
    } catch (IOException | RuntimeException e) {
      throw new UnreadablePictureException("The picture's header is damaged or cut short.", e);
    } finally {
      reader.dispose();
    }
  }

  void requireAtMost(long maxPixels) throws UnreadablePictureException {
    if ((long) width * height > maxPixels) {
      throw new UnreadablePictureException(
          "The picture has %d x %d pixels, more than the %d that are allowed."
              .formatted(width, height, maxPixels));
    }
  }

  /**
   * By how much, 8, 4, 2 or 1, the picture may be reduced while it is decoded and still be no
   * coarser than a network's input, whichever way it is to be turned.
   */
  int reduction(int inputWidth, int inputHeight) {
    double upright = Math.min((double) inputWidth / width, (double) inputHeight / height);
    double turned = Math.min((double) inputWidth / height, (double) inputHeight / width);
    double scale = Math.max(upright, turned);
    for (int factor = 8; factor > 1; factor /= 2) {
      if (jpeg && factor * scale <= 1 && tellsIfTurned(factor)) {
        return factor;
      }
    }
    return 1;
  }

  /** Whether its sides tell, once they are reduced, which of them is which. */
  private boolean tellsIfTurned(int factor) {
    return width == height || reduced(width, factor) != reduced(height, factor);
  }

  /** The length of a side after that. */
  static int reduced(int side, int factor) {
    return (side + factor - 1) / factor;
  }

  private static String format(byte[] picture) throws UnreadablePictureException {
    if (picture.length == 0) {
      throw new UnreadablePictureException("The picture is empty.");
    }
    if (startsWith(picture, JPEG)) {
      return "jpeg";
    }
    if (startsWith(picture, PNG)) {
      return "png";
    }
    throw new UnreadablePictureException("The bytes are neither a JPEG nor a PNG.");
  }

  private static boolean startsWith(byte[] picture, byte[] magic) {
    return picture.length >= magic.length
        && Arrays.equals(picture, 0, magic.length, magic, 0, magic.length);
  }
}

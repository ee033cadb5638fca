package edgeai.common.vision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of pictures that are read, told by their first bytes. */
public enum PictureFormat {
  JPEG,
  PNG,
  WEBP,
  BMP;

  /** For sentences. */
  public static final String ALLOWED = "JPEG, PNG, WebP, BMP";

  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The kind of a picture; empty where it is none of these. */
  public static Optional<PictureFormat> of(byte[] picture) {
    if (startsWith(picture, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (startsWith(picture, PNG_START)) {
      return Optional.of(PNG);
    }
    if (has(picture, 0, "RIFF") && has(picture, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    return has(picture, 0, "BM") ? Optional.of(BMP) : Optional.empty();
  }

  private static boolean has(byte[] picture, int at, String letters) {
    return picture.length >= at + letters.length()
        && new String(picture, at, letters.length(), StandardCharsets.ISO_8859_1).equals(letters);
  }

  private static boolean startsWith(byte[] picture, byte[] magic) {
    return picture.length >= magic.length
        && Arrays.equals(picture, 0, magic.length, magic, 0, magic.length);
  }
}

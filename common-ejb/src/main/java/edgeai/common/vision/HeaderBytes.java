package edgeai.common.vision;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Looks for width and height in a picture's first bytes, none of which is believed to be there. */
final class HeaderBytes {
  private static final int IHDR = 0x49484452;
  private static final int VP8_LOSSY = 0x56503820;
  private static final int VP8_LOSSLESS = 0x5650384c;
  private static final int VP8_EXTENDED = 0x56503858;
  private static final int OS2_HEADER = 12;
  private static final int LEAST_HEADER = 36;

  private final ByteBuffer bytes;

  HeaderBytes(byte[] picture) {
    bytes = ByteBuffer.wrap(picture);
  }

  /** Width and height as they stand there; empty where the bytes end or make no sense before. */
  Optional<int[]> size(PictureFormat format) {
    try {
      return Optional.ofNullable(
          switch (format) {
            case JPEG -> jpeg();
            case PNG -> png();
            case WEBP -> webp();
            case BMP -> bmp();
          });
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Goes from marker to marker until one starts a frame (ITU-T T.81, B.2.2). */
  private int[] jpeg() {
    bytes.position(2);
    while (true) {
      int marker = marker();
      boolean frame = marker >= 0xC0 && marker <= 0xCF;
      if (frame && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        bytes.position(bytes.position() + 3);
        int height = unsignedShort();
        return new int[] {unsignedShort(), height};
      }
      if (marker == 0xD9 || marker == 0xDA) {
        return null; // the end, or pixels, before anything said how large it is
      }
      boolean alone = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
      if (!alone) {
        int length = unsignedShort();
        bytes.position(bytes.position() + length - 2);
      }
    }
  }

  /** The next marker, past what should not be in front of it and past bytes that fill. */
  private int marker() {
    int before = 0;
    int marker = bytes.get() & 255;
    while (before != 0xFF || marker == 0xFF || marker == 0) {
      before = marker;
      marker = bytes.get() & 255;
    }
    return marker;
  }

  private int[] png() {
    bytes.position(8);
    boolean first = bytes.getInt() == 13 && bytes.getInt() == IHDR;
    return first ? new int[] {bytes.getInt(), bytes.getInt()} : null;
  }

  /** WebP's container and its two codecs (RFC 9649, 2.3 to 2.7; RFC 6386, 9.1). */
  private int[] webp() {
    bytes.position(12);
    int chunk = bytes.getInt();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.getInt();
    return switch (chunk) {
      case VP8_EXTENDED -> {
        bytes.getInt();
        yield new int[] {1 + unsigned24(), 1 + unsigned24()};
      }
      case VP8_LOSSLESS -> {
        boolean signed = bytes.get() == 0x2f;
        int sides = bytes.getInt();
        yield signed ? new int[] {1 + (sides & 0x3fff), 1 + (sides >>> 14 & 0x3fff)} : null;
      }
      case VP8_LOSSY -> {
        boolean key = (unsigned24() & 1) == 0;
        boolean signed = unsigned24() == 0x2a019d;
        yield key && signed ? new int[] {unsignedShort() & 0x3fff, unsignedShort() & 0x3fff} : null;
      }
      default -> null;
    };
  }

  /** Lines may go from top to bottom, which a negative height tells. */
  private int[] bmp() {
    bytes.order(ByteOrder.LITTLE_ENDIAN).position(14);
    int header = bytes.getInt();
    if (header == OS2_HEADER) {
      return new int[] {unsignedShort(), unsignedShort()};
    }
    return header < LEAST_HEADER ? null : new int[] {bytes.getInt(), Math.abs(bytes.getInt())};
  }

  private int unsignedShort() {
    return bytes.getShort() & 0xffff;
  }

  private int unsigned24() {
    return unsignedShort() | (bytes.get() & 255) << 16;
  }
}

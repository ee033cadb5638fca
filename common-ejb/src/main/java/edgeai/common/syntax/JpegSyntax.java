package edgeai.common.syntax;

import java.nio.ByteBuffer;

/**
 * Motion JPEG (ITU-T T.81, annex B): a picture stands for itself if it brings along its tables,
 * since a decoder keeps those of the picture before.
 */
final class JpegSyntax implements CodecSyntax {
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int HUFFMAN = 0xC4;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTISATION = 0xDB;
  private static final int APPLICATION = 0xE0;
  private static final int AVI1 = 0x41564931;
  private static final int JFIF = 0x4A464946;

  private final PictureSizes sizes = new PictureSizes();
  private final PictureSizes shapes = new PictureSizes();
  private final JpegTables tables = new JpegTables();
  private long number;

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    tables.begin();
    if (marker(packet, 0) != START) {
      throw UnprovenException.damaged();
    }
    int at = 2;
    long shape = 0;
    int marker = marker(packet, at);
    while (marker != SCAN) {
      int length = length(packet, at);
      switch (marker) {
        case BASELINE, EXTENDED -> {
          sizes.check(packet.getInt(at + 5));
          tables.frame(packet, at + 9, at + 2 + length);
        }
        case QUANTISATION -> tables.quantisation(packet, at + 4, at + 2 + length);
        case HUFFMAN -> tables.huffman(packet, at + 4, at + 2 + length);
        case APPLICATION -> shape = length >= 14 ? shape(packet, at + 4) : shape;
        default -> checkKind(marker);
      }
      at += 2 + length;
      marker = marker(packet, at);
    }
    shapes.check(shape);
    int length = length(packet, at);
    boolean clean = tables.serve(packet, at + 4, at + 2 + length);
    checkRest(packet, at + 2 + length);
    return CodedPicture.shown(clean, number++, false, CodedPicture.NO_PREFIX);
  }

  private static void checkKind(int marker) throws UnprovenException {
    boolean frame = marker > EXTENDED && marker < FIRST_RESTART && marker != 0xCC;
    if (frame || marker == START || marker == END || marker < BASELINE || marker == 255) {
      throw new UnprovenException("has pictures of a kind of JPEG that cannot be cut");
    }
  }

  private static int marker(ByteBuffer packet, int at) throws UnprovenException {
    if (at + 2 > packet.limit() || packet.get(at) != -1) {
      throw UnprovenException.damaged();
    }
    return packet.get(at + 1) & 255;
  }

  private static int length(ByteBuffer packet, int at) throws UnprovenException {
    int length = at + 4 <= packet.limit() ? packet.getShort(at + 2) & 0xFFFF : 0;
    if (length < 3 || at + 2 + length > packet.limit()) {
      throw UnprovenException.damaged();
    }
    return length;
  }

  /** How its pixels are shown (JFIF); one of two fields says so (AVI1). */
  private static long shape(ByteBuffer packet, int at) throws UnprovenException {
    int name = packet.getInt(at);
    if (name == AVI1 && packet.get(at + 4) != 0) {
      throw new UnprovenException("is interlaced");
    }
    return name == JFIF ? (packet.get(at + 7) & 255L) << 32 | packet.getInt(at + 8) : 0;
  }

  /** One scan, and nothing behind it but its end. */
  private static void checkRest(ByteBuffer packet, int from) throws UnprovenException {
    for (int i = from; i + 1 < packet.limit(); i++) {
      if (packet.get(i) == -1) {
        int marker = packet.get(i + 1) & 255;
        if (marker == END) {
          return;
        }
        boolean inside = marker == 0 || marker >= FIRST_RESTART && marker <= LAST_RESTART;
        if (!inside && marker != 255) {
          throw new UnprovenException("has pictures of a kind of JPEG that cannot be cut");
        }
      }
    }
  }
}

package edgeai.common.syntax;

import java.nio.ByteBuffer;

/**
 * VP8 (RFC 6386): a key frame leaves nothing of what was before it. Some frames are never shown.
 */
final class Vp8Syntax implements CodecSyntax {
  private static final int TAG = 3;
  private static final int KEY_HEAD = 10;

  private final PictureSizes sizes = new PictureSizes();
  private long number;

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    if (packet.limit() < TAG) {
      throw UnprovenException.damaged();
    }
    int tag = packet.get(0);
    boolean key = (tag & 1) == 0;
    boolean shown = (tag & 16) != 0;
    if (key) {
      if (packet.limit() <= KEY_HEAD || packet.get(3) != (byte) 0x9D || packet.get(4) != 1) {
        throw UnprovenException.damaged();
      }
      sizes.check(packet.getInt(6));
    }
    number++;
    return shown
        ? CodedPicture.shown(key && mapsAnew(packet), number, false, CodedPicture.NO_PREFIX)
        : CodedPicture.UNSEEN;
  }

  /** Whether the map of segments, where there is one, does not stay from before (9.3). */
  private static boolean mapsAnew(ByteBuffer packet) {
    BoolInput in = new BoolInput(packet, KEY_HEAD);
    in.flag(); // colour space
    in.flag(); // clamping
    return !in.flag() || in.flag();
  }

  /** Reads numbers of one bit as VP8 codes them (7.3), each as likely as not. */
  private static final class BoolInput {
    private final ByteBuffer packet;
    private int at;
    private int range = 255;
    private int value;
    private int bits;

    BoolInput(ByteBuffer packet, int from) {
      this.packet = packet;
      at = from;
      value = next() << 8 | next();
    }

    private int next() {
      return at < packet.limit() ? packet.get(at++) & 255 : 0;
    }

    boolean flag() {
      int split = 1 + ((range - 1) * 128 >> 8);
      boolean set = value >= split << 8;
      if (set) {
        range -= split;
        value -= split << 8;
      } else {
        range = split;
      }
      while (range < 128) {
        range <<= 1;
        value <<= 1;
        if (++bits == 8) {
          bits = 0;
          value |= next();
        }
      }
      return set;
    }
  }
}

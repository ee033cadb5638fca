package edgeai.common.syntax;

import java.nio.ByteBuffer;

/**
 * VP9 (bitstream specification, version 0.6): a packet has one frame or, with an index behind them
 * (annex B), several, of which one is shown at most. A key frame leaves nothing of what was before.
 */
final class Vp9Syntax implements CodecSyntax {
  private static final int HEAD = 16;
  private static final int MARKER = 2;
  private static final int SYNC_CODE = 0x498342;
  private static final int RGB = 7;

  private final PictureSizes sizes = new PictureSizes();
  private long number;
  private int frames;
  private int shown;
  private boolean clean;

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    frames = 0;
    shown = 0;
    clean = false;
    int last = packet.get(packet.limit() - 1) & 255;
    int count = (last & 7) + 1;
    int bytes = (last >> 3 & 3) + 1;
    int index = packet.limit() - 2 - count * bytes;
    if ((last & 0xE0) == 0xC0 && index >= 0 && (packet.get(index) & 255) == last) {
      int at = 0;
      for (int i = 0; i < count; i++) {
        long length = 0;
        for (int j = bytes - 1; j >= 0; j--) {
          length = length << 8 | packet.get(index + 1 + i * bytes + j) & 255;
        }
        if (length > index - at) {
          throw UnprovenException.damaged();
        }
        frame(packet, at, (int) length);
        at += (int) length;
      }
    } else {
      frame(packet, 0, packet.limit());
    }
    if (shown > 1) {
      throw new UnprovenException("has packets with more than one picture in them");
    }
    number++;
    return shown == 0
        ? CodedPicture.UNSEEN
        : CodedPicture.shown(clean, number, false, CodedPicture.NO_PREFIX);
  }

  private void frame(ByteBuffer packet, int from, int length) throws UnprovenException {
    if (length == 0) {
      return;
    }
    BitInput in = BitInput.of(packet, from, Math.min(length, HEAD));
    if (in.number(2) != MARKER) {
      throw UnprovenException.damaged();
    }
    int profile = in.number(1) + 2 * in.number(1);
    in.skip(profile == 3 ? 1 : 0);
    frames++;
    if (in.flag()) {
      shown++; // one that was decoded before
      return;
    }
    boolean key = !in.flag();
    boolean seen = in.flag();
    shown += seen ? 1 : 0;
    clean |= key && seen && frames == 1;
    if (key) {
      in.flag();
      sizes.check(size(in, profile));
    }
  }

  private static long size(BitInput in, int profile) throws UnprovenException {
    if (in.number(24) != SYNC_CODE) {
      throw UnprovenException.damaged();
    }
    in.skip(profile >= 2 ? 1 : 0);
    boolean subsampled = profile % 2 == 1;
    if (in.number(3) == RGB) {
      in.skip(subsampled ? 1 : 0);
    } else {
      in.skip(subsampled ? 4 : 1);
    }
    return in.bits(32);
  }
}

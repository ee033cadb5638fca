package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * AV1 (bitstream and decoding process specification, 5.3 to 5.9): decoding can begin at a shown key
 * frame that comes with its sequence header. One that is only shown later is none.
 */
final class Av1Syntax implements CodecSyntax {
  private static final int SEQUENCE_HEADER = 1;
  private static final int FRAME_HEADER = 3;
  private static final int FRAME = 6;
  private static final int HEAD = 4;

  private byte[] sequence;
  private boolean reduced;
  private long number;
  private boolean described;
  private int frames;
  private int shown;
  private boolean clean;

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    described = false;
    frames = 0;
    shown = 0;
    clean = false;
    int at = 0;
    while (at < packet.limit()) {
      at = unit(packet, at);
    }
    if (shown > 1) {
      throw new UnprovenException("has packets with more than one picture in them");
    }
    number++;
    return shown == 0
        ? CodedPicture.UNSEEN
        : CodedPicture.shown(clean, number, false, CodedPicture.NO_PREFIX);
  }

  /** Reads a unit, and tells where the next one begins. */
  private int unit(ByteBuffer packet, int from) throws UnprovenException {
    int head = packet.get(from) & 255;
    int at = from + 1;
    if ((head & 4) != 0) {
      if (at >= packet.limit() || (packet.get(at) >> 3 & 3) != 0) {
        throw new UnprovenException("is coded in layers of several sizes");
      }
      at++;
    }
    long length = packet.limit() - at;
    if ((head & 2) != 0) {
      length = 0;
      int more = 1;
      for (int shift = 0; more != 0 && shift < 35 && at < packet.limit(); shift += 7) {
        int next = packet.get(at++);
        length |= (long) (next & 127) << shift;
        more = next & 128;
      }
    }
    if (length < 0 || length > packet.limit() - at) {
      throw UnprovenException.damaged();
    }
    int type = head >> 3 & 15;
    if (type == SEQUENCE_HEADER) {
      sequence(packet, at, (int) length);
    } else if (type == FRAME || type == FRAME_HEADER) {
      frame(BitInput.of(packet, at, (int) Math.min(length, HEAD)));
    }
    return at + (int) length;
  }

  private void sequence(ByteBuffer packet, int at, int length) throws UnprovenException {
    byte[] bytes = new byte[length];
    packet.get(at, bytes);
    if (sequence != null && !Arrays.equals(sequence, bytes)) {
      throw new UnprovenException("changes on the way how it is coded");
    }
    BitInput in = BitInput.of(packet, at, length);
    in.skip(4);
    reduced = in.flag();
    sequence = bytes;
    described = true;
  }

  private void frame(BitInput in) throws UnprovenException {
    frames++;
    boolean existing = !reduced && in.flag();
    boolean key = reduced || !existing && in.number(2) == 0;
    boolean seen = reduced || existing || in.flag();
    shown += seen ? 1 : 0;
    clean |= key && seen && described && frames == 1;
  }
}

package edgeai.common.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Where the units of a packet of H.264 or HEVC lie: behind their lengths, or behind start codes
 * (ITU-T H.264, annex B).
 */
final class CodedUnits {
  private static final int MOST = 1 << 14;
  private static final byte[] START_CODE = {0, 0, 0, 1};

  private final int lengthBytes;
  private final int[] begins = new int[MOST];
  private final int[] lengths = new int[MOST];
  private int count;

  /**
   * @param lengthBytes bytes of each length, 0 for start codes
   */
  CodedUnits(int lengthBytes) {
    this.lengthBytes = lengthBytes;
  }

  /** Finds the units of another packet. */
  void split(ByteBuffer packet) throws UnprovenException {
    count = 0;
    if (lengthBytes == 0) {
      splitAtCodes(packet);
    } else {
      splitByLengths(packet);
    }
  }

  private void splitByLengths(ByteBuffer packet) throws UnprovenException {
    int at = 0;
    while (at < packet.limit()) {
      long length = packet.limit();
      if (at + lengthBytes <= packet.limit()) {
        length = 0;
        for (int i = 0; i < lengthBytes; i++) {
          length = length << 8 | packet.get(at + i) & 255;
        }
      }
      at += lengthBytes;
      if (length > packet.limit() - at) {
        throw UnprovenException.damaged();
      }
      add(at, (int) length);
      at += (int) length;
    }
  }

  private void splitAtCodes(ByteBuffer packet) throws UnprovenException {
    int begin = -1;
    int zeros = 0;
    for (int i = 0; i < packet.limit(); i++) {
      byte next = packet.get(i);
      if (next == 1 && zeros >= 2) {
        if (begin >= 0) {
          add(begin, i - zeros - begin);
        }
        begin = i + 1;
      }
      zeros = next == 0 ? zeros + 1 : 0;
    }
    if (begin >= 0) {
      add(begin, packet.limit() - zeros - begin);
    }
  }

  private void add(int begin, int length) throws UnprovenException {
    if (length <= 0) {
      return;
    }
    if (count == MOST) {
      throw new UnprovenException("is cut into more parts than can be read");
    }
    begins[count] = begin;
    lengths[count++] = length;
  }

  int count() {
    return count;
  }

  int begin(int unit) {
    return begins[unit];
  }

  int length(int unit) {
    return lengths[unit];
  }

  /** A copy of a unit. */
  byte[] unit(ByteBuffer packet, int number) {
    byte[] unit = new byte[lengths[number]];
    packet.get(begins[number], unit);
    return unit;
  }

  /** Writes a unit as packets of the track have it. */
  void write(byte[] unit, ByteArrayOutputStream out) {
    if (lengthBytes == 0) {
      out.writeBytes(START_CODE);
    }
    for (int i = lengthBytes - 1; i >= 0; i--) {
      out.write(unit.length >>> 8 * i);
    }
    out.writeBytes(unit);
  }

  /** Whether the lengths of the track can say how long this is. */
  boolean canHold(byte[] unit) {
    return lengthBytes == 0 || lengthBytes > 3 || unit.length < 1 << 8 * lengthBytes;
  }
}

package edgeai.common.syntax;

import java.nio.ByteBuffer;

/** Reads bits, first the highest of each byte; behind the last byte there is nothing to be had. */
final class BitInput {
  private final byte[] bytes;
  private final int end;
  private int at;

  private BitInput(byte[] bytes, int length) {
    this.bytes = bytes;
    this.end = 8 * length;
  }

  /** Of bytes as they are. */
  static BitInput of(ByteBuffer packet, int from, int length) {
    byte[] bytes = new byte[Math.clamp(packet.limit() - from, 0, length)];
    packet.get(from, bytes);
    return new BitInput(bytes, bytes.length);
  }

  /**
   * Of a unit that has no start code inside, which a 3 after two zeros sees to (ITU-T H.264,
   * 7.4.1).
   */
  static BitInput unescaped(ByteBuffer packet, int from, int length) {
    byte[] bytes = new byte[length];
    int kept = 0;
    int zeros = 0;
    for (int i = from; i < from + length; i++) {
      byte next = packet.get(i);
      if (zeros >= 2 && next == 3) {
        zeros = 0;
        continue;
      }
      zeros = next == 0 ? zeros + 1 : 0;
      bytes[kept++] = next;
    }
    return new BitInput(bytes, kept);
  }

  boolean flag() throws UnprovenException {
    return bits(1) == 1;
  }

  /** A number of up to 32 bits. */
  long bits(int count) throws UnprovenException {
    if (count > end - at) {
      throw UnprovenException.damaged();
    }
    long value = 0;
    for (int i = 0; i < count; i++, at++) {
      value = value << 1 | bytes[at >> 3] >> (7 - (at & 7)) & 1;
    }
    return value;
  }

  int number(int count) throws UnprovenException {
    return (int) bits(count);
  }

  void skip(int count) throws UnprovenException {
    if (count > end - at) {
      throw UnprovenException.damaged();
    }
    at += count;
  }

  /** An unsigned number in Exp-Golomb code (ITU-T H.264, 9.1). */
  long golomb() throws UnprovenException {
    int zeros = 0;
    while (!flag()) {
      if (++zeros > 32) {
        throw UnprovenException.damaged();
      }
    }
    return (1L << zeros) - 1 + bits(zeros);
  }

  /** Passes over so many numbers in that code. */
  void skipGolombs(int count) throws UnprovenException {
    for (int i = 0; i < count; i++) {
      golomb();
    }
  }

  /** A signed number in that code. */
  long signedGolomb() throws UnprovenException {
    long value = golomb();
    return (value & 1) == 1 ? (value + 1) / 2 : -value / 2;
  }

  /** How many bits are left. */
  int left() {
    return end - at;
  }
}

package edgeai.common.video;

import java.util.Optional;

/**
 * How the packets of an MPEG transport stream lie in a file (ISO/IEC 13818-1, 2.4.3): plain, with a
 * time stamp in front (m2ts) or with a check behind.
 *
 * @param first where the first whole packet begins
 * @param length of a packet: 188, 192 or 204
 */
record TransportPackets(int first, int length) {
  private static final int[] LENGTHS = {188, 192, 204};
  private static final int ENOUGH = 8;
  private static final int FEWEST = 3;
  private static final byte SYNC = 0x47;

  /** Finds the packets, also behind rubbish or the rest of a cut one. */
  static Optional<TransportPackets> find(byte[] head) {
    for (int first = 0; first + FEWEST * LENGTHS[0] <= head.length; first++) {
      if (head[first] == SYNC) {
        for (int length : LENGTHS) {
          if (follow(head, first, length)) {
            return Optional.of(new TransportPackets(first, length));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean follow(byte[] head, int first, int length) {
    int seen = 0;
    for (int at = first; at + 4 <= head.length && seen < ENOUGH; at += length, seen++) {
      boolean faulty = (head[at + 1] & 0x80) != 0;
      boolean empty = (head[at + 3] & 0x30) == 0;
      if (head[at] != SYNC || empty && !faulty) {
        return false;
      }
    }
    return seen >= FEWEST;
  }

  /** Whether a file of this size ends in the middle of a packet. */
  boolean cutOff(long size) {
    long rest = (size - first) % length;
    // one of 192 bytes has its time stamp in front of the first byte that is looked for
    return rest != 0 && rest != LENGTHS[0];
  }
}

package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence parameter set of HEVC (ITU-T H.265, 7.3.2.2), as far as it is of interest.
 *
 * @param number of the set
 * @param layers temporal layers
 * @param planes whether each colour is coded for itself
 * @param orderBits bits of the part of a picture's order count that it says itself
 * @param references sets of pictures that others may refer to
 * @param longTerm how many pictures far away it names; -1 where none can be referred to
 */
record HevcSequence(
    long number,
    int layers,
    boolean planes,
    int orderBits,
    List<HevcReferences> references,
    int longTerm) {
  private static final int GENERAL_LEVEL = 88 + 8;
  private static final int MOST_SETS = 64;

  /** Reads a unit, its header included. */
  static HevcSequence of(byte[] unit) throws UnprovenException {
    BitInput in = BitInput.unescaped(ByteBuffer.wrap(unit), 2, Math.max(0, unit.length - 2));
    in.skip(4);
    int more = in.number(3);
    in.skip(1 + GENERAL_LEVEL);
    skipLayers(in, more);
    long number = in.golomb();
    boolean planes = in.golomb() == 3 && in.flag();
    in.skipGolombs(2);
    in.skipGolombs(in.flag() ? 4 : 0); // what is cut off
    in.skipGolombs(2);
    int orderBits = 4 + (int) in.golomb();
    in.skipGolombs(3 * (in.flag() ? 1 + more : 1));
    in.skipGolombs(6);
    if (in.flag() && in.flag()) {
      skipScaling(in);
    }
    in.skip(2);
    if (in.flag()) {
      in.skip(8);
      in.skipGolombs(2);
      in.skip(1);
    }
    long sets = in.golomb();
    if (sets > MOST_SETS || orderBits > 16) {
      throw UnprovenException.damaged();
    }
    List<HevcReferences> references = new ArrayList<>();
    for (int i = 0; i < sets; i++) {
      references.add(HevcReferences.read(in, references, false));
    }
    int longTerm = in.flag() ? (int) in.golomb() : -1;
    return new HevcSequence(number, 1 + more, planes, orderBits, references, longTerm);
  }

  private static void skipLayers(BitInput in, int more) throws UnprovenException {
    int bits = 0;
    for (int i = 0; i < (more > 0 ? 8 : 0); i++) {
      bits += (in.flag() ? 88 : 0) + (in.flag() ? 8 : 0);
    }
    in.skip(bits);
  }

  /** Scaling lists (7.3.4). */
  private static void skipScaling(BitInput in) throws UnprovenException {
    for (int size = 0; size < 4; size++) {
      for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
        if (in.flag()) {
          in.skipGolombs(Math.min(64, 1 << 4 + 2 * size) + (size > 1 ? 1 : 0));
        } else {
          in.golomb();
        }
      }
    }
  }
}

package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A sequence parameter set of H.264 (ITU-T H.264, 7.3.2.1.1), as far as it is of interest.
 *
 * @param number of the set
 * @param planes whether each colour is coded for itself
 * @param frameNumberBits bits of a frame's number
 * @param progressive whether all pictures are whole frames
 */
record H264Parameters(long number, boolean planes, int frameNumberBits, boolean progressive) {
  private static final Set<Integer> HIGH_PROFILES =
      Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

  private static final int LISTS = 8;
  private static final int LISTS_IN_444 = 12;
  private static final int SMALL_LISTS = 6;

  /** Reads a unit, its header included. */
  static H264Parameters of(byte[] unit) throws UnprovenException {
    BitInput in = BitInput.unescaped(ByteBuffer.wrap(unit), 1, unit.length - 1);
    int profile = in.number(8);
    in.skip(16);
    long number = in.golomb();
    boolean planes = HIGH_PROFILES.contains(profile) && planes(in);
    int frameNumberBits = 4 + (int) in.golomb();
    skipOrder(in);
    in.golomb(); // frames referred to
    in.flag(); // gaps allowed
    in.golomb();
    in.golomb(); // width and height
    return new H264Parameters(number, planes, frameNumberBits, in.flag());
  }

  private static boolean planes(BitInput in) throws UnprovenException {
    boolean full = in.golomb() == 3;
    boolean planes = full && in.flag();
    in.golomb();
    in.golomb(); // bits of a sample
    in.flag();
    if (in.flag()) {
      for (int i = 0; i < (full ? LISTS_IN_444 : LISTS); i++) {
        if (in.flag()) {
          skipList(in, i < SMALL_LISTS ? 16 : 64);
        }
      }
    }
    return planes;
  }

  private static void skipList(BitInput in, int size) throws UnprovenException {
    long next = 8;
    for (int i = 0; i < size && next != 0; i++) {
      next = next + in.signedGolomb() & 255;
    }
  }

  private static void skipOrder(BitInput in) throws UnprovenException {
    long type = in.golomb();
    if (type == 0) {
      in.golomb();
    } else if (type == 1) {
      in.flag();
      in.signedGolomb();
      in.signedGolomb();
      long cycle = in.golomb();
      for (long i = 0; i < cycle; i++) {
        in.signedGolomb();
      }
    }
  }
}

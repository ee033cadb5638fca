package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of the frames of an H.264 track (ITU-T H.264, 7.4.3), by which it is seen where one
 * that others refer to was lost: what a decoder then makes up depends on where it began.
 */
final class H264Numbers {
  private static final int HEAD = 24;

  private final Map<Long, H264Parameters> sequences = new HashMap<>();
  private final Map<Long, Long> sequenceOfPicture = new HashMap<>();
  private long before;

  /** Takes a sequence parameter set. */
  void sequence(H264Parameters parameters) {
    sequences.put(parameters.number(), parameters);
  }

  /** Takes a picture parameter set, its header included; gives its number. */
  long picture(byte[] unit) throws UnprovenException {
    BitInput in = BitInput.unescaped(ByteBuffer.wrap(unit), 1, unit.length - 1);
    long number = in.golomb();
    sequenceOfPicture.put(number, in.golomb());
    return number;
  }

  /** Takes the first slice of a picture, its header included. */
  void slice(ByteBuffer packet, int begin, int length, boolean clean, boolean reference)
      throws UnprovenException {
    BitInput in = BitInput.unescaped(packet, begin + 1, Math.min(length - 1, HEAD));
    in.golomb();
    in.golomb(); // macroblock and type
    H264Parameters sequence = sequences.get(sequenceOfPicture.get(in.golomb()));
    if (sequence == null) {
      throw new UnprovenException("does not say how it is coded");
    }
    in.skip(sequence.planes() ? 2 : 0);
    long number = in.bits(sequence.frameNumberBits());
    long next = before + 1 & (1L << sequence.frameNumberBits()) - 1;
    if (!clean && number != before && number != next) {
      throw new UnprovenException("has lost frames that others refer to");
    }
    before = reference ? number : before;
  }
}

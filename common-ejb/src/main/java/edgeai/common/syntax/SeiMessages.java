package edgeai.common.syntax;

import java.nio.ByteBuffer;

/**
 * Supplemental messages of H.264 and HEVC that go on being in force after their picture, so that
 * frames look otherwise where decoding begins behind them.
 */
final class SeiMessages {
  private static final int DISPLAY_ORIENTATION = 47;
  private static final int ALTERNATIVE_TRANSFER = 147;

  private SeiMessages() {}

  /** Looks through a unit of messages, without its header. */
  static void check(ByteBuffer packet, int from, int length) throws UnprovenException {
    BitInput in = BitInput.unescaped(packet, from, length);
    while (in.left() > 16) {
      int type = sum(in);
      int size = sum(in);
      if (type == DISPLAY_ORIENTATION || type == ALTERNATIVE_TRANSFER) {
        throw new UnprovenException("says on the way how it is to be turned or coloured");
      }
      in.skip((int) Math.min(8L * size, in.left()));
    }
  }

  private static int sum(BitInput in) throws UnprovenException {
    int sum = 0;
    int next;
    do {
      next = in.number(8);
      sum += next;
    } while (next == 255);
    return sum;
  }
}

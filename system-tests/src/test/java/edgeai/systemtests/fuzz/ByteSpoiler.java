package edgeai.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Spoils files: a few bytes, mostly near the beginning, or whole runs of them. */
final class ByteSpoiler {
  private static final byte[] EDGES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff};

  private ByteSpoiler() {}

  static byte[] spoil(Dice dice, byte[] good) {
    byte[] bytes = good.clone();
    for (int times = dice.of(1, 1, 2, 8); times > 0 && bytes.length > 0; times--) {
      bytes = once(dice, bytes);
    }
    return bytes;
  }

  private static byte[] once(Dice dice, byte[] bytes) {
    int at = place(dice, bytes.length);
    int length = Math.min(bytes.length - at, dice.of(1, 2, 4, 16, 512, bytes.length / 4 + 1));
    switch (dice.below(9)) {
      case 0 -> bytes[at] ^= (byte) (1 << dice.below(8));
      case 1 -> bytes[at] = EDGES[dice.below(EDGES.length)];
      case 2 -> Arrays.fill(bytes, at, at + length, EDGES[dice.below(EDGES.length)]);
      case 3 -> System.arraycopy(dice.bytes(length), 0, bytes, at, length);
      case 4 -> number(dice, bytes, at);
      case 5 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 6 -> {
        return joined(bytes, 0, at, bytes, at + length, bytes.length);
      }
      case 7 -> {
        return joined(bytes, 0, at + length, bytes, at, bytes.length);
      }
      default -> {
        int other = place(dice, bytes.length - length + 1);
        System.arraycopy(bytes.clone(), at, bytes, other, length);
      }
    }
    return bytes;
  }

  /** Where headers are, in every other case. */
  private static int place(Dice dice, int length) {
    return dice.below(dice.oneIn(2) ? length : Math.min(length, dice.of(16, 64, 1_024)));
  }

  /** A length or count of four bytes, in either order. */
  private static void number(Dice dice, byte[] bytes, int at) {
    int value = dice.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, bytes.length, 1 << 24);
    boolean big = dice.oneIn(2);
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >> 8 * (big ? 3 - i : i));
    }
  }

  private static byte[] joined(byte[] a, int from, int to, byte[] b, int start, int end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(a, from, to - from);
    out.write(b, start, end - start);
    return out.toByteArray();
  }
}

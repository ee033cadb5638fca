package edgeai.systemtests.fuzz;

import java.util.List;

/** Bytes as a line for a shell that sends them again, where they are not too many. */
final class Shown {
  private static final int MOST = 1_500;

  private Shown() {}

  static String bytes(int port, List<byte[]> pieces) {
    StringBuilder line = new StringBuilder("printf '%b' '");
    long all = pieces.stream().mapToLong(piece -> piece.length).sum();
    int left = MOST;
    for (byte[] piece : pieces) {
      for (int i = 0; i < piece.length && left > 0; i++, left--) {
        line.append(sign(piece[i]));
      }
    }
    line.append("' | nc 127.0.0.1 ").append(port);
    return all <= MOST ? line.toString() : line + " # and so on, %d bytes in all".formatted(all);
  }

  private static String sign(byte one) {
    return switch (one) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      default -> {
        boolean plain = one >= ' ' && one < 127 && one != '\\' && one != '\'';
        yield plain ? String.valueOf((char) one) : "\\0%03o".formatted(one & 255);
      }
    };
  }
}

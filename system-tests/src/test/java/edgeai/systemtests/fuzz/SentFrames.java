package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Frames that a server sends must be whole, plain, and not masked, and close with a code that may
 * be sent.
 */
final class SentFrames {
  private static final Set<Integer> OPCODES = Set.of(0, 1, 2, 8, 9, 10);
  private static final Set<Integer> NEVER_SENT = Set.of(1004, 1005, 1006, 1015);
  private static final int CLOSE = 8;

  private SentFrames() {}

  static List<String> faults(AnswerReader reader) {
    reader.answers();
    ByteBuffer bytes = ByteBuffer.wrap(reader.rest());
    List<String> faults = new ArrayList<>();
    while (bytes.remaining() >= 2 && faults.isEmpty()) {
      int first = bytes.get() & 255;
      int second = bytes.get() & 255;
      int opcode = first & 15;
      if ((first & 0x70) != 0 || !OPCODES.contains(opcode) || second > 127) {
        faults.add("a frame that begins with %02x %02x".formatted(first, second));
        return faults;
      }
      long length = length(bytes, second);
      if (length < 0 || length > bytes.remaining()) {
        return faults; // the rest is on its way
      }
      byte[] payload = new byte[(int) length];
      bytes.get(payload);
      if (opcode == CLOSE && payload.length > 0) {
        close(payload, faults);
      }
    }
    return faults;
  }

  private static long length(ByteBuffer bytes, int written) {
    if (written < 126) {
      return written;
    }
    int size = written == 126 ? 2 : 8;
    if (bytes.remaining() < size) {
      return -1;
    }
    return size == 2 ? bytes.getShort() & 0xffff : bytes.getLong();
  }

  private static void close(byte[] payload, List<String> faults) {
    int code = payload.length < 2 ? 0 : (payload[0] & 255) << 8 | payload[1] & 255;
    if (code < 1_000 || code > 4_999 || NEVER_SENT.contains(code)) {
      faults.add("closed with " + code);
    }
    String reason =
        new String(payload, Math.min(2, payload.length), Math.max(0, payload.length - 2), UTF_8);
    if (reason.toLowerCase(java.util.Locale.ROOT).matches(".*(exception|tyrus|java\\.).*")) {
      faults.add("closed with '%s'".formatted(reason));
    }
  }
}

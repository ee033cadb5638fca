package edgeai.common.edge;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a body as they came, within a budget, in chunks that nobody copies. */
final class HeldBytes {
  /** What one read takes. */
  static final int CHUNK = 16 << 10;

  private final BodyBudget budget;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] chunk = {};
  private int filled;
  private long size;

  HeldBytes(BodyBudget budget) {
    this.budget = budget;
  }

  /** False where the next read finds no room. */
  boolean makeRoom() {
    if (filled < chunk.length) {
      return true;
    }
    if (!budget.take(CHUNK)) {
      return false;
    }
    chunk = new byte[CHUNK];
    chunks.add(chunk);
    filled = 0;
    return true;
  }

  /**
   * Takes what one read gives into the room that was made.
   *
   * @param most to be taken
   * @return how much, negative at the end
   */
  int readFrom(InputStream in, long most) throws IOException {
    int read = in.read(chunk, filled, (int) Math.min(most, chunk.length - filled));
    if (read > 0) {
      filled += read;
      size += read;
    }
    return read;
  }

  long size() {
    return size;
  }

  /** The byte at a place. */
  int at(long place) {
    return chunks.get((int) (place / CHUNK))[(int) (place % CHUNK)] & 0xff;
  }

  /** Copies from a place on, up to the end of its chunk. */
  int copy(long place, byte[] to, int offset, int length) {
    int from = (int) (place % CHUNK);
    int count = (int) Math.min(Math.min(length, CHUNK - from), size - place);
    System.arraycopy(chunks.get((int) (place / CHUNK)), from, to, offset, count);
    return count;
  }

  /** Nobody wants them any more. */
  void forget() {
    budget.giveBack((long) chunks.size() * CHUNK);
    chunks.clear();
    chunk = new byte[0];
    filled = 0;
    size = 0;
  }
}

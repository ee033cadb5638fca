package edgeai.common.syntax;

import java.nio.ByteBuffer;

/** Which tables a JPEG picture brings along, and which ones it needs (ITU-T T.81, B.2). */
final class JpegTables {
  private static final int COUNTS = 16;

  private int quantisation;
  private int huffman;
  private int needed;
  private boolean everHuffman;

  /** Another picture begins. */
  void begin() {
    everHuffman |= huffman != 0;
    quantisation = 0;
    huffman = 0;
    needed = 0;
  }

  void quantisation(ByteBuffer packet, int from, int end) {
    for (int at = from; at < end; ) {
      int head = packet.get(at) & 255;
      quantisation |= 1 << (head & 15);
      at += 1 + (head >> 4 == 0 ? 64 : 128);
    }
  }

  void huffman(ByteBuffer packet, int from, int end) {
    for (int at = from; at + COUNTS < end; ) {
      huffman |= 1 << (packet.get(at) & 31);
      int values = 0;
      for (int i = 1; i <= COUNTS; i++) {
        values += packet.get(at + i) & 255;
      }
      at += 1 + COUNTS + values;
    }
  }

  /** The components of a frame, from their number on. */
  void frame(ByteBuffer packet, int from, int end) {
    for (int at = from + 3; at < end; at += 3) {
      needed |= 1 << (packet.get(at) & 15);
    }
  }

  /**
   * Whether a scan, from the number of its components on, gets by without tables of pictures before
   * it. Where no picture so far brought Huffman tables, those of annex K are meant.
   */
  boolean serve(ByteBuffer packet, int from, int end) {
    int wanted = 0;
    int components = packet.get(from) & 255;
    for (int i = 0, at = from + 2; i < components && at < end; i++, at += 2) {
      int tables = packet.get(at) & 255;
      wanted |= 1 << (tables >> 4 & 15) | 1 << 16 + (tables & 15);
    }
    boolean standard = huffman == 0 && !everHuffman;
    return (needed & ~quantisation) == 0 && (standard || (wanted & ~huffman) == 0);
  }
}

package edgeai.common.piece;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Where things lie in the file of an index. Numbers are big-endian:
 *
 * <pre>
 *   head       magic, bytes of the video, counts of packets, frames, segments, prefixes, bytes of
 *              the track and of the remark
 *   packets    in the order in which they are decoded: place in the video, size, flags, pts, dts
 *   frames     as they are shown: microseconds, packet, segment
 *   segments   first packet, packet after the leading ones, packet after the last, first frame,
 *              prefix
 *   prefixes   length and bytes of each
 *   track
 *   remark     UTF-8, empty for none
 * </pre>
 */
final class IndexLayout {
  static final int MAGIC = 0x45495831; // EIX1
  static final int HEAD = 4 + 8 + 6 * 4;
  static final int PACKET = 8 + 4 + 4 + 8 + 8;
  static final int FRAME = 8 + 4 + 4;
  static final int SEGMENT = 5 * 4;

  /** Distinct prefixes; a video that changes its parameters more often than this has no index. */
  static final int MAX_PREFIXES = 1 << 10;

  static final int MAX_TRACK = 1 << 20;
  static final int MAX_PREFIX = 1 << 16;
  static final int MAX_REMARK = 1 << 10;

  private IndexLayout() {}

  /** Reads so many bytes from there on. */
  static byte[] read(RandomAccessFile file, long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(at);
    file.readFully(bytes);
    return bytes;
  }

  /** A number that may be so much at most. */
  static int bounded(int number, int most) throws IOException {
    if (number < 0 || number > most) {
      throw new EOFException("the index has " + number + " of what may be " + most);
    }
    return number;
  }
}

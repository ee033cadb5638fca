package edgeai.common.video;

import java.util.BitSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;

/**
 * Numbers the packets that go into a decoder and sees which of them come out as frames, in another
 * order: so it tells how many frames come before one although decoding began in the middle.
 */
final class PacketCount {
  /** No codec shows a frame later than after so many others that were decoded after it. */
  private static final int REORDERED = 16;

  /** Of a frame so many packets after the first it is known what comes before it. */
  static final int SETTLED = 2 * REORDERED;

  private final long first;
  private final BitSet shown = new BitSet();
  private int fed;
  private int frames;
  private int last = -1;

  /** Takes the number of the next packet that is fed. */
  PacketCount(long first) {
    this.first = first;
  }

  /** A packet goes into a decoder that copies what is opaque to it. */
  void fed(AVPacket packet) {
    try (Tag tag = new Tag(++fed)) {
      packet.opaque(tag);
    }
  }

  /** A frame came out. */
  void shown(AVFrame frame) {
    Pointer tag = frame.opaque();
    last = tag == null ? -1 : (int) tag.address() - 1;
    frames++;
    if (last >= 0) {
      shown.set(last);
    }
  }

  /** Which of the packets that were fed the last frame comes of; -1 where that is not known. */
  int source() {
    return last;
  }

  /** The number of the next packet. */
  long next() {
    return first + fed;
  }

  /** Whether it is known what comes before the last frame. */
  boolean isSettled() {
    return last >= SETTLED;
  }

  /** Frames at the beginning that refer to what came before it and were not shown. */
  int lost() {
    return REORDERED - shown.get(0, REORDERED).cardinality();
  }

  /** Whether packets after the beginning were not shown, or some gave more than one frame. */
  boolean hasGaps() {
    return frames != shown.cardinality() || shown.nextClearBit(REORDERED) < last - REORDERED;
  }

  /** How many frames come before the last one. */
  long number() {
    return first + lost() + frames - 1;
  }

  /** A number where FFmpeg has a pointer that it only copies. */
  private static final class Tag extends Pointer {
    Tag(long number) {
      address = number;
    }
  }
}

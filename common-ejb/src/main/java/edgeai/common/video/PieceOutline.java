package edgeai.common.video;

import edgeai.common.syntax.CodedPicture;
import java.util.BitSet;
import java.util.Optional;

/** What the packets of a piece are to each other, as far as their codec's syntax proves it. */
final class PieceOutline {
  private final BitSet spare = new BitSet();
  private final BitSet clean = new BitSet();
  private final long[] times;

  PieceOutline(CodedTrack track, PiecePackets packets) {
    times = new long[packets.count()];
    try (PacketSyntax syntax = new PacketSyntax(track)) {
      for (int i = 0; i < times.length; i++) {
        times[i] = packets.get(i).pts();
        Optional<CodedPicture> picture = syntax.read(packets.get(i));
        spare.set(i, picture.filter(CodedPicture::spare).isPresent());
        clean.set(i, packets.isAfterGap(i) || picture.filter(CodedPicture::clean).isPresent());
      }
    }
  }

  /** Whether no other packet needs this one. */
  boolean isSpare(int packet) {
    return spare.get(packet);
  }

  /**
   * The packet at or before this one, before which nothing matters to it; 0 is the first. What is
   * shown before a clean place, and decoded after it, may need what comes before that.
   */
  int restartBefore(int packet) {
    int place = clean.previousSetBit(packet);
    while (place > 0 && times[packet] < times[place]) {
      place = clean.previousSetBit(place - 1);
    }
    return Math.max(0, place);
  }
}

package edgeai.common.video;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows the packets of a piece through the decoder: which came out as frames, and what a fault in
 * one of them spoils. A frame may come out before one that was decoded earlier, so whether it is
 * sound is known only when all those have come.
 */
final class DecodeTrail {
  private final PieceOutline outline;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final long[] times;
  private final BitSet faulty = new BitSet();
  private final BitSet inside = new BitSet();
  private final BitSet shown = new BitSet();
  private int newest;

  DecodeTrail(PiecePackets packets, PieceOutline outline) {
    this.outline = outline;
    this.times = new long[packets.count()];
    for (int i = 0; i < times.length; i++) {
      times[i] = packets.get(i).pts();
      numbers.putIfAbsent(times[i], i);
    }
  }

  /** The number of the packet that is shown at this time, or -1. */
  int packet(long pts) {
    return numbers.getOrDefault(pts, -1);
  }

  /** A packet goes into the decoder. */
  void sent(int packet) {
    newest = packet;
    inside.set(packet);
  }

  /** The decoder complains, not saying of what: of the packet that it got last. */
  void fault() {
    faulty.set(newest);
  }

  /** The decoder has given all it holds. */
  void emptied() {
    inside.clear();
  }

  /** The frame of a packet came out; none that is shown before it can follow. */
  void shown(int packet, boolean isFaulty) {
    if (isFaulty || shown.get(packet)) {
      faulty.set(packet);
    }
    shown.set(packet);
    inside.stream().filter(other -> times[other] <= times[packet]).forEach(inside::clear);
  }

  /** Whether all that was decoded before this packet has come out, or never will. */
  boolean isSettled(int packet) {
    int oldest = inside.nextSetBit(0);
    return oldest < 0 || oldest >= packet;
  }

  /** Whether a fault may reach into the frame of this packet. */
  boolean isSpoilt(int packet) {
    int fault = faulty.nextSetBit(outline.restartBefore(packet));
    return fault >= 0 && fault <= packet;
  }
}

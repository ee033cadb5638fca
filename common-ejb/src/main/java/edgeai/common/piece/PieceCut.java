package edgeai.common.piece;

import edgeai.settings.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One cut through some neighbouring segments: which packets wanted frames need. */
final class PieceCut {
  private final IndexFile index;
  private final Path video;
  private final int firstSegment;
  private final int lastSegment;
  private final List<PieceFrame> frames = new ArrayList<>();
  private final List<PiecePacket> packets = new ArrayList<>();
  private final List<FileSlice> slices = new ArrayList<>();
  private final BitSet shown = new BitSet();
  private byte[] prefix;
  private int reached;
  private long bytes;

  PieceCut(IndexFile index, Path video, int firstSegment, int lastSegment) {
    this.index = index;
    this.video = video;
    this.firstSegment = firstSegment;
    this.lastSegment = lastSegment;
  }

  Piece of(List<WantedFrame> wanted, double confidence, double still, Tiles tiles)
      throws IOException {
    if (wanted.isEmpty() || wanted.size() > PieceHeader.MAX_FRAMES) {
      throw new IllegalArgumentException("a piece of " + wanted.size() + " frames");
    }
    int next = 0;
    while (next < wanted.size()) {
      int end = next;
      IndexFile.Frame first = index.frame(wanted.get(next).index());
      int last = first.packet();
      while (end < wanted.size()) {
        IndexFile.Frame frame = index.frame(wanted.get(end).index());
        if (frame.segment() != first.segment()) {
          break;
        }
        want(wanted, end++, frame);
        last = Math.max(last, frame.packet());
      }
      take(first.segment(), last);
      next = end;
    }
    PieceHeader header =
        new PieceHeader(index.track(), prefix, confidence, still, tiles, frames, packets);
    return new Piece(header, video, slices);
  }

  private void want(List<WantedFrame> wanted, int position, IndexFile.Frame frame)
      throws IOException {
    WantedFrame each = wanted.get(position);
    boolean ordered = position == 0 || each.index() > wanted.get(position - 1).index();
    if (!ordered || frame.segment() < firstSegment || frame.segment() > lastSegment) {
      throw new IllegalArgumentException("frame " + each.index() + " cannot be of the piece");
    }
    shown.set(frame.packet());
    PiecePacket packet = index.packets(frame.packet(), frame.packet() + 1).get(0).packet();
    frames.add(
        new PieceFrame(
            each.id(),
            each.index(),
            packet.pts(),
            frame.micros(),
            each.pictureWanted(),
            each.role()));
  }

  /** Takes what frames of a segment need of which this packet is decoded last. */
  private void take(int number, int last) throws IOException {
    IndexFile.Cut cut = index.segment(number);
    if (last < cut.first() || last >= cut.end()) {
      throw new IOException("the index has a frame outside its segment");
    }
    boolean begun = prefix != null;
    boolean joined = begun && (reached > cut.first() || !Arrays.equals(prefix, cut.prefix()));
    if (joined) {
      add(reached, last + 1, false); // what lies between may change what is in force
    } else {
      add(cut.first(), cut.first() + 1, begun && reached < cut.first());
      add(cut.led(), last + 1, false);
    }
    prefix = begun ? prefix : cut.prefix();
    reached = Math.max(reached, last + 1);
  }

  private void add(int from, int end, boolean afterGap) throws IOException {
    if (from >= end) {
      return;
    }
    if (packets.size() + end - from > PieceHeader.MAX_PACKETS) {
      throw new IllegalArgumentException("a piece of more than the packets it may have");
    }
    boolean begins = afterGap;
    int number = from;
    for (IndexFile.Placed each : index.packets(from, end)) {
      PiecePacket packet = each.packet();
      boolean wanted = shown.get(number++);
      if (packet.isSpare() && !wanted) {
        continue;
      }
      bytes += packet.size();
      if (bytes > PieceHeader.MAX_PAYLOAD) {
        throw new IllegalArgumentException("a piece of more than the bytes it may have");
      }
      packets.add(begins ? packet.afterGap() : packet);
      begins = false;
      slice(each.place(), packet.size());
    }
  }

  private void slice(long from, int length) {
    FileSlice before = slices.isEmpty() ? null : slices.get(slices.size() - 1);
    if (before != null && before.end() == from) {
      slices.set(slices.size() - 1, new FileSlice(before.from(), before.length() + length));
    } else {
      slices.add(new FileSlice(from, length));
    }
  }
}

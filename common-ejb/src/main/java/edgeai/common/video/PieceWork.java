package edgeai.common.video;

import edgeai.common.piece.PieceFrame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes one piece inside the child. What is made of a frame is held back until it is known
 * whether something that was decoded before it, and is shown after it, was damaged.
 */
final class PieceWork implements AutoCloseable {
  /** No codec shows a frame later than after so many others that were decoded after it. */
  private static final int REORDERED = 16;

  private final PieceRequest request;
  private final PieceReader reader;
  private final FrameWriter.Output out;
  private final long maxPixels;
  private final boolean interlaced;
  private final List<PieceFrame> frames;
  private final PieceFault[] faults;
  private final Map<Long, Integer> positions = new HashMap<>();
  private final Deque<Held> held = new ArrayDeque<>();
  private PieceWriter writer;
  private int last = -1;
  private long decodeNanos;

  private record Held(int packet, PieceShot shot) {}

  PieceWork(
      PieceRequest request,
      PieceTrack track,
      PieceReader reader,
      long maxPixels,
      FrameWriter.Output out) {
    this.request = request;
    this.reader = reader;
    this.maxPixels = maxPixels;
    this.out = out;
    this.interlaced = Deinterlacer.isDeclared(track.parameters().field_order());
    this.frames = request.header().frames();
    this.faults = new PieceFault[frames.size()];
    Arrays.fill(faults, PieceFault.MISSING);
    for (int i = 0; i < faults.length; i++) {
      positions.putIfAbsent(frames.get(i).pts(), i);
    }
  }

  /** Writes what was wanted of the piece, and returns the last message. */
  PieceReport run() throws VideoException, IOException {
    for (AVFrame frame = next(); frame != null; frame = next()) {
      int position = positions.getOrDefault(frame.pts(), -1);
      if (position >= 0) {
        take(frame, position);
      }
      release();
      DecodeSession.checkMemory();
    }
    while (!held.isEmpty()) {
      hand(held.poll());
    }
    return new PieceReport(reader.decoded(), Arrays.asList(faults));
  }

  private AVFrame next() throws VideoException {
    long started = System.nanoTime();
    AVFrame frame = reader.next();
    decodeNanos += System.nanoTime() - started;
    return frame;
  }

  private void take(AVFrame frame, int position) throws VideoException {
    int packet = reader.trail().packet(frame.pts());
    if (reader.trail().isSpoilt(packet)) {
      faults[position] = PieceFault.DAMAGED;
    } else if (Deinterlacer.isInterlaced(frame, interlaced)) {
      faults[position] = PieceFault.INTERLACED;
    } else if (position <= last) {
      faults[position] = PieceFault.UNINDEXED;
    } else {
      last = position;
      if (writer == null) {
        writer = new PieceWriter(request, reader.shown().orientation(), maxPixels);
      }
      held.add(
          new Held(packet, writer.shot(position, frame, reader.shown().aspect(), decodeNanos)));
      decodeNanos = 0;
    }
  }

  private void release() throws IOException {
    while (!held.isEmpty()
        && (held.size() > REORDERED || reader.trail().isSettled(held.peek().packet()))) {
      hand(held.poll());
    }
  }

  private void hand(Held next) throws IOException {
    boolean spoilt = reader.trail().isSpoilt(next.packet());
    faults[next.shot().position()] = spoilt ? PieceFault.DAMAGED : null;
    if (!spoilt) {
      out.send(next.shot());
    }
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}

package edgeai.common.piece;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The records of an index, read one by one and checked against each other. Thread-safe. */
final class IndexFile implements Closeable {
  private final RandomAccessFile file;
  private final long videoBytes;
  private final int packets;
  private final int frames;
  private final int segments;
  private final RecordWindow packetRecords;
  private final RecordWindow frameRecords;
  private final RecordWindow segmentRecords;
  private final List<byte[]> prefixes = new ArrayList<>();
  private final byte[] track;
  private final String remark;

  /** A frame: when it is shown, the packet that it comes of, the segment that shows it. */
  record Frame(long micros, int packet, int segment) {}

  /**
   * A segment with its packets.
   *
   * @param first where decoding begins
   * @param led after those that follow it and are shown before it
   * @param end after the last
   */
  record Cut(Segment segment, int first, int led, int end, byte[] prefix) {}

  /** A packet and where its bytes begin in the video. */
  record Placed(long place, PiecePacket packet) {}

  IndexFile(Path index, long videoBytes) throws IOException {
    this.videoBytes = videoBytes;
    file = new RandomAccessFile(index.toFile(), "r");
    try {
      ByteBuffer head = bytes(0, IndexLayout.HEAD);
      if (head.getInt() != IndexLayout.MAGIC || head.getLong() != videoBytes) {
        throw new IOException("not the index of this video");
      }
      packets = IndexLayout.bounded(head.getInt(), Integer.MAX_VALUE);
      frames = IndexLayout.bounded(head.getInt(), packets);
      segments = IndexLayout.bounded(head.getInt(), frames);
      int distinct = IndexLayout.bounded(head.getInt(), IndexLayout.MAX_PREFIXES);
      int trackBytes = IndexLayout.bounded(head.getInt(), IndexLayout.MAX_TRACK);
      int remarkBytes = IndexLayout.bounded(head.getInt(), IndexLayout.MAX_REMARK);
      packetRecords = new RecordWindow(file, packetAt(packets));
      frameRecords = new RecordWindow(file, frameAt(frames));
      segmentRecords = new RecordWindow(file, segmentAt(segments));
      long at = segmentAt(segments);
      for (int i = 0; i < distinct; i++) {
        int length = IndexLayout.bounded(bytes(at, Integer.BYTES).getInt(), IndexLayout.MAX_PREFIX);
        prefixes.add(IndexLayout.read(file, at + Integer.BYTES, length));
        at += Integer.BYTES + length;
      }
      track = IndexLayout.read(file, at, trackBytes);
      byte[] said = IndexLayout.read(file, at + trackBytes, remarkBytes);
      remark = said.length == 0 ? null : text(said);
      if (segments < 1 || file.length() != at + trackBytes + remarkBytes) {
        throw new IOException("not a whole index");
      }
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static String text(byte[] said) {
    return new String(said, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
  }

  private long packetAt(long number) {
    return IndexLayout.HEAD + number * IndexLayout.PACKET;
  }

  private long frameAt(long number) {
    return packetAt(packets) + number * IndexLayout.FRAME;
  }

  private long segmentAt(long number) {
    return frameAt(frames) + number * IndexLayout.SEGMENT;
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    return ByteBuffer.wrap(IndexLayout.read(file, at, length));
  }

  private synchronized ByteBuffer packetBytes(int from, int end) throws IOException {
    return packetRecords.bytes(packetAt(from), (end - from) * IndexLayout.PACKET);
  }

  private synchronized ByteBuffer frameBytes(long number) throws IOException {
    return frameRecords.bytes(frameAt(number), IndexLayout.FRAME);
  }

  private synchronized ByteBuffer segmentBytes(int number, int count) throws IOException {
    return segmentRecords.bytes(segmentAt(number), count * IndexLayout.SEGMENT);
  }

  int frames() {
    return frames;
  }

  int segments() {
    return segments;
  }

  byte[] track() {
    return track;
  }

  String remark() {
    return remark;
  }

  Frame frame(long number) throws IOException {
    if (number < 0 || number >= frames) {
      throw new IllegalArgumentException("no frame " + number + " of " + frames);
    }
    ByteBuffer in = frameBytes(number);
    Frame frame = new Frame(in.getLong(), in.getInt(), in.getInt());
    if (frame.micros < 0
        || frame.packet < 0
        || frame.packet >= packets
        || frame.segment < 0
        || frame.segment >= segments) {
      throw new IOException("the index has a frame that cannot be");
    }
    return frame;
  }

  Cut segment(int number) throws IOException {
    if (number < 0 || number >= segments) {
      throw new IllegalArgumentException("no segment " + number + " of " + segments);
    }
    boolean last = number == segments - 1;
    ByteBuffer in = segmentBytes(number, last ? 1 : 2);
    int first = in.getInt();
    int led = in.getInt();
    int end = in.getInt();
    int firstFrame = in.getInt();
    int prefix = in.getInt();
    int endFrame = last ? frames : in.getInt(IndexLayout.SEGMENT + 3 * Integer.BYTES);
    boolean packetsFit = first >= 0 && led > first && end >= led && end <= packets;
    boolean framesFit = firstFrame >= 0 && endFrame > firstFrame && endFrame <= frames;
    if (!packetsFit
        || !framesFit
        || end - first > PieceHeader.MAX_PACKETS
        || prefix < 0
        || prefix >= prefixes.size()) {
      throw new IOException("the index has a segment that cannot be");
    }
    return new Cut(
        new Segment(
            number, firstFrame, endFrame, size(first, first + 1) + size(led, end), end - led + 1),
        first,
        led,
        end,
        prefixes.get(prefix));
  }

  private long size(int from, int end) throws IOException {
    ByteBuffer in = packetBytes(from, end);
    long bytes = 0;
    for (int at = Long.BYTES; at < in.limit(); at += IndexLayout.PACKET) {
      bytes += checkedSize(in.getInt(at), in.getLong(at - Long.BYTES));
    }
    return bytes;
  }

  private int checkedSize(int size, long place) throws IOException {
    if (size < 1 || size > PieceHeader.MAX_PAYLOAD || place < 0 || place > videoBytes - size) {
      throw new IOException("the index has a packet that cannot be");
    }
    return size;
  }

  /** Packets from one on to before another. */
  List<Placed> packets(int from, int end) throws IOException {
    ByteBuffer in = packetBytes(from, end);
    List<Placed> all = new ArrayList<>(end - from);
    while (in.hasRemaining()) {
      long place = in.getLong();
      int size = checkedSize(in.getInt(), place);
      int flags = in.getInt();
      all.add(new Placed(place, new PiecePacket(size, in.getLong(), in.getLong(), flags)));
    }
    return all;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}

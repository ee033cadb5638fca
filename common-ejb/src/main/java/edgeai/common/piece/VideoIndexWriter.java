package edgeai.common.piece;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the file that {@link VideoIndex} reads: first all packets, then all frames, then all
 * segments, then {@link #finish}, before which nothing takes it for an index.
 */
public final class VideoIndexWriter implements AutoCloseable {
  private final Path file;
  private final DataOutputStream out;
  private final List<byte[]> prefixes = new ArrayList<>();
  private int packets;
  private int frames;
  private int segments;

  /** Begins to write. */
  public VideoIndexWriter(Path file) throws IOException {
    this.file = file;
    out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(file.toFile())));
    out.write(new byte[IndexLayout.HEAD]);
  }

  /** Adds a packet, whose bytes begin there in the video. */
  public void packet(long place, PiecePacket packet) throws IOException {
    packets++;
    out.writeLong(place);
    out.writeInt(packet.size());
    out.writeInt(packet.flags());
    out.writeLong(packet.pts());
    out.writeLong(packet.dts());
  }

  /** Adds a frame, which comes of this packet and belongs to this segment. */
  public void frame(long micros, int packet, int segment) throws IOException {
    frames++;
    out.writeLong(micros);
    out.writeInt(packet);
    out.writeInt(segment);
  }

  /**
   * Adds a segment.
   *
   * @param firstPacket where decoding begins
   * @param led number of the packet after those that follow it and are shown before it
   * @param endPacket number of the packet after its last
   * @param firstFrame its first frame
   * @param prefix parameter sets that are in force where it begins
   * @return whether there was room for it
   */
  public boolean segment(int firstPacket, int led, int endPacket, int firstFrame, byte[] prefix)
      throws IOException {
    int known = 0;
    while (known < prefixes.size() && !Arrays.equals(prefixes.get(known), prefix)) {
      known++;
    }
    if (known == prefixes.size()) {
      prefixes.add(prefix);
    }
    segments++;
    out.writeInt(firstPacket);
    out.writeInt(led);
    out.writeInt(endPacket);
    out.writeInt(firstFrame);
    out.writeInt(known);
    return prefixes.size() <= IndexLayout.MAX_PREFIXES;
  }

  /**
   * Writes the rest.
   *
   * @param videoBytes size of the video
   * @param track as pieces have it
   * @param remark what of the video is not looked at, or null
   */
  public void finish(long videoBytes, byte[] track, String remark) throws IOException {
    for (byte[] prefix : prefixes) {
      out.writeInt(prefix.length);
      out.write(prefix);
    }
    byte[] said = (remark == null ? "" : remark).getBytes(StandardCharsets.UTF_8);
    out.write(track);
    out.write(said);
    out.flush();
    try (RandomAccessFile head = new RandomAccessFile(file.toFile(), "rw")) {
      head.writeInt(IndexLayout.MAGIC);
      head.writeLong(videoBytes);
      for (int count :
          new int[] {packets, frames, segments, prefixes.size(), track.length, said.length}) {
        head.writeInt(count);
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

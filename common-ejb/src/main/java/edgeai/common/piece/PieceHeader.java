package edgeai.common.piece;

import edgeai.settings.Tiles;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a piece begins with; the bytes of its packets follow, one after the other, in the order in
 * which they are decoded. Numbers are big-endian; reading believes no count and no length.
 *
 * @param track how the track is to be decoded: codec, its extra data, time base, colours, rotation.
 *     Written and read by whoever opens files and decoders; nobody between looks into it
 * @param prefix parameter sets that came earlier in the video and are in force where the piece
 *     begins, to be put before the first packet; empty for none
 * @param confidence detections below are dropped, 0 to 1; NaN for the worker's own threshold
 * @param still from which change on a frame is inferred, 0 to 1; NaN where each is
 * @param tiles into which each frame is cut before it is inferred; chosen
 * @param frames that are wanted, as they are shown
 * @param packets in the order in which they are decoded
 */
public record PieceHeader(
    byte[] track,
    byte[] prefix,
    double confidence,
    double still,
    Tiles tiles,
    List<PieceFrame> frames,
    List<PiecePacket> packets) {

  /** What a worker that takes pieces accepts, and the type of a request with one. */
  public static final String MEDIA_TYPE = "application/vnd.edge.piece";

  /** Bytes of all packets of a piece together. */
  public static final int MAX_PAYLOAD = 64 << 20;

  /** Frames that one piece may want. */
  public static final int MAX_FRAMES = 1 << 12;

  /** Packets that one piece may have. */
  public static final int MAX_PACKETS = 1 << 14;

  private static final int MAX_TRACK = 1 << 20;
  private static final int MAX_PREFIX = 1 << 16;
  private static final int MAGIC = 0x45504333; // EPC3

  /** One of which each frame is inferred, as one. */
  public PieceHeader(
      byte[] track,
      byte[] prefix,
      double confidence,
      List<PieceFrame> frames,
      List<PiecePacket> packets) {
    this(track, prefix, confidence, Double.NaN, Tiles.WHOLE, frames, packets);
  }

  /**
   * Reads up to where the bytes of the packets begin.
   *
   * @throws MalformedPieceException where it is no piece, or beyond a limit
   */
  public static PieceHeader read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new MalformedPieceException("The body is no piece of video.");
    }
    byte[] track = bytes(in, MAX_TRACK);
    byte[] prefix = bytes(in, MAX_PREFIX);
    double confidence = share(in, "confidence");
    double still = share(in, "gate");
    Tiles tiles = tiles(in);
    int wanted = count(in, 1, MAX_FRAMES);
    List<PieceFrame> frames = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      frames.add(PieceFrame.read(in));
    }
    int held = count(in, 1, MAX_PACKETS);
    List<PiecePacket> packets = new ArrayList<>();
    long payload = 0;
    for (int i = 0; i < held; i++) {
      PiecePacket packet = PiecePacket.read(in);
      payload += packet.size();
      if (payload > MAX_PAYLOAD) {
        throw new MalformedPieceException("The piece is too large.");
      }
      packets.add(packet);
    }
    return new PieceHeader(
        track, prefix, confidence, still, tiles, List.copyOf(frames), List.copyOf(packets));
  }

  private static byte[] bytes(DataInputStream in, int most) throws IOException {
    byte[] bytes = new byte[count(in, 0, most)];
    in.readFully(bytes);
    return bytes;
  }

  private static double share(DataInputStream in, String name) throws IOException {
    double share = in.readDouble();
    if (share < 0 || share > 1) {
      throw new MalformedPieceException("The piece's %s must be from 0 to 1.".formatted(name));
    }
    return share;
  }

  private static Tiles tiles(DataInputStream in) throws IOException {
    String written = in.readUnsignedByte() + "x" + in.readUnsignedByte();
    return Tiles.of(written)
        .orElseThrow(
            () ->
                new MalformedPieceException(
                    "The frames of a piece are not cut into %s.".formatted(written)));
  }

  private static int count(DataInputStream in, int least, int most) throws IOException {
    int count = in.readInt();
    if (count < least || count > most) {
      throw new MalformedPieceException(
          "The piece has %d of something that may be %d to %d.".formatted(count, least, most));
    }
    return count;
  }

  /** As {@link #read} takes it. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(track.length);
      out.write(track);
      out.writeInt(prefix.length);
      out.write(prefix);
      out.writeDouble(confidence);
      out.writeDouble(still);
      out.writeByte(tiles.columns());
      out.writeByte(tiles.rows());
      out.writeInt(frames.size());
      for (PieceFrame frame : frames) {
        frame.write(out);
      }
      out.writeInt(packets.size());
      for (PiecePacket packet : packets) {
        packet.write(out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** Whether frames that show nothing new are not inferred. */
  public boolean skipsStill() {
    return !Double.isNaN(still);
  }

  /** Bytes of all its packets, which follow it. */
  public long payloadBytes() {
    return packets.stream().mapToLong(PiecePacket::size).sum();
  }
}

package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** The packets of one piece, in memory of FFmpeg's own, in the order in which they are decoded. */
final class PiecePackets implements AutoCloseable {
  /** Others are meant for FFmpeg's own demuxers, and some of them are believed. */
  private static final int FLAGS = AV_PKT_FLAG_KEY | AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT;

  private final List<AVPacket> packets = new ArrayList<>();
  private final BitSet afterGaps = new BitSet();

  /**
   * Reads all of them.
   *
   * @throws EOFException where there are fewer bytes than the header says
   */
  PiecePackets(PieceHeader header, InputStream payload) throws IOException {
    try {
      byte[] prefix = header.prefix();
      for (PiecePacket each : header.packets()) {
        AVPacket packet = av_packet_alloc();
        afterGaps.set(packets.size(), each.isAfterGap());
        packets.add(packet);
        if (av_new_packet(packet, prefix.length + each.size()) < 0) {
          throw new OutOfMemoryError("no room for a packet of " + each.size() + " bytes");
        }
        packet.data().put(prefix);
        fill(packet, prefix.length, payload);
        packet.pts(each.pts());
        packet.dts(each.dts());
        packet.flags(each.flags() & FLAGS);
        prefix = new byte[0];
      }
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private static void fill(AVPacket packet, int from, InputStream payload) throws IOException {
    byte[] part = new byte[Math.min(PiecePayload.PART, packet.size())];
    for (int at = from; at < packet.size(); ) {
      int read = payload.read(part, 0, Math.min(part.length, packet.size() - at));
      if (read < 0) {
        throw new EOFException("the piece broke off");
      }
      packet.data().position(at).put(part, 0, read);
      at += read;
    }
  }

  int count() {
    return packets.size();
  }

  /** Whether packets before it were left out, so that decoding begins anew with it. */
  boolean isAfterGap(int number) {
    return afterGaps.get(number);
  }

  AVPacket get(int number) {
    return packets.get(number);
  }

  @Override
  public void close() {
    packets.forEach(packet -> av_packet_free(packet));
    packets.clear();
  }
}

package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Cuts pieces out of files whose key packets are clean places, every pts of which is its own. */
final class PieceMaker {
  private final byte[] track;
  private final List<PiecePacket> packets = new ArrayList<>();
  private final List<byte[]> bytes = new ArrayList<>();
  private final List<Long> shown;
  private final double unit;

  /** A piece, as it travels. */
  record Cut(PieceHeader header, byte[] payload) {
    Cut with(byte[] otherPayload) {
      return new Cut(header, otherPayload);
    }
  }

  PieceMaker(Path file) throws VideoException, IOException {
    DecodeRequest request = SessionHarness.request(file);
    try (MediaFile media = new MediaFile(request)) {
      track = TrackBlob.of(media);
      unit = MediaFile.value(media.timeBase());
      AVPacket packet = av_packet_alloc();
      while (media.read(packet) >= 0) {
        if (packet.stream_index() == media.trackIndex() && packet.size() > 0) {
          byte[] copy = new byte[packet.size()];
          packet.data().get(copy);
          bytes.add(copy);
          packets.add(new PiecePacket(copy.length, packet.pts(), packet.dts(), packet.flags()));
        }
        av_packet_unref(packet);
      }
      av_packet_free(packet);
    }
    shown = packets.stream().map(PiecePacket::pts).sorted().toList();
  }

  byte[] track() {
    return track;
  }

  int frames() {
    return shown.size();
  }

  /** Numbers of the packets that are marked as key frames. */
  List<Integer> keys() {
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < packets.size(); i++) {
      if ((packets.get(i).flags() & AV_PKT_FLAG_KEY) != 0) {
        keys.add(i);
      }
    }
    return keys;
  }

  /** The packets from one to before another, and those of their frames that are wanted. */
  Cut cut(int from, int to, IntPredicate wanted, boolean pictures) {
    List<PieceFrame> frames = new ArrayList<>();
    for (int index = 0; index < shown.size(); index++) {
      long pts = shown.get(index);
      boolean held = packets.subList(from, to).stream().anyMatch(packet -> packet.pts() == pts);
      if (held && wanted.test(index)) {
        long micros = Math.max(0, Math.round(pts * unit * 1e6));
        frames.add(new PieceFrame(1_000 + index, index, pts, micros, pictures));
      }
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    try {
      for (byte[] each : bytes.subList(from, to)) {
        payload.write(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cut(
        new PieceHeader(track, new byte[0], Double.NaN, frames, packets.subList(from, to)),
        payload.toByteArray());
  }

  /** All packets and frames. */
  Cut whole(IntPredicate wanted) {
    return cut(0, packets.size(), wanted, true);
  }
}

package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import edgeai.common.piece.PieceFrame;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the frames of one piece, in the order they are shown, and no more than is wanted. */
final class PieceReader implements AutoCloseable {
  /** Pieces are decoded beside each other; a fault is known by the packet that was sent last. */
  private static final int THREADS = 1;

  private static final int LOGGED_FAULTS = 20;
  private static final int MAX_FAULTS_WHILE_DRAINING = 1000;

  private final PieceTrack track;
  private final PiecePackets packets;
  private final PieceOutline outline;
  private final DecodeTrail trail;
  private final long maxPixels;
  private final Runnable signOfLife;
  private final BitSet wanted = new BitSet();
  private final FrameCodec codec;
  private final AVFrame frame;
  private final ShownFrame shown;
  private int next;
  private int decoded;
  private int faults;
  private boolean drained;
  private boolean atGap;

  /** Opens the decoder; {@code signOfLife} runs at every packet. */
  PieceReader(
      PieceTrack track,
      PiecePackets packets,
      List<PieceFrame> frames,
      long maxPixels,
      Runnable signOfLife)
      throws VideoException {
    this.track = track;
    this.packets = packets;
    this.maxPixels = maxPixels;
    this.signOfLife = signOfLife;
    outline = new PieceOutline(track, packets);
    trail = new DecodeTrail(packets, outline);
    frames.stream()
        .mapToInt(frame -> trail.packet(frame.pts()))
        .filter(packet -> packet >= 0)
        .forEach(wanted::set);
    AVCodecParameters parameters = track.parameters();
    MediaFile.checkPixels(parameters.width(), parameters.height(), maxPixels);
    codec = new FrameCodec(track, THREADS, maxPixels);
    frame = av_frame_alloc();
    shown = new ShownFrame(track, frame, track.codedAspect());
  }

  /** The next frame, which the next call overwrites, or null at the end. */
  AVFrame next() throws VideoException {
    int whileDraining = 0;
    while (whileDraining < MAX_FAULTS_WHILE_DRAINING) {
      int result = codec.receive(frame);
      if (result >= 0) {
        MediaFile.checkPixels(frame.width(), frame.height(), maxPixels);
        decoded++;
        int packet = trail.packet(frame.pts());
        if (packet >= 0) {
          trail.shown(packet, shown.isFaulty());
        }
        track.colour().fill(frame);
        return frame;
      }
      if (result == AVERROR_EOF && atGap) {
        goOnAfterGap();
        continue;
      }
      if (result == AVERROR_EOF || result == AVERROR_EAGAIN() && drained) {
        return null;
      }
      if (result == AVERROR_EAGAIN()) {
        feed();
      } else {
        countFault();
        whileDraining += drained ? 1 : 0;
      }
    }
    return null;
  }

  /** Sends a packet: the next one that a wanted frame is made of, or may be. */
  private void feed() {
    signOfLife.run();
    while (outline.isSpare(next) && !wanted.get(next) && next < wanted.length()) {
      next++;
    }
    if (next >= wanted.length()) {
      drained = true;
      codec.send(null);
      return;
    }
    if (packets.isAfterGap(next)) {
      atGap = true;
      codec.send(null); // gives what it holds before it forgets what came before
    } else {
      send();
    }
  }

  private void goOnAfterGap() {
    codec.flush();
    trail.emptied();
    atGap = false;
    send();
  }

  private void send() {
    AVPacket packet = packets.get(next);
    trail.sent(next++);
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0 || codec.send(packet) < 0) {
      countFault();
    }
  }

  private void countFault() {
    trail.fault();
    if (++faults == LOGGED_FAULTS) {
      av_log_set_level(AV_LOG_QUIET); // the log is read by people and must stay small
    }
  }

  /** What the frame that {@link #next} gave last says of itself. */
  ShownFrame shown() {
    return shown;
  }

  /** What became of the packets by now. */
  DecodeTrail trail() {
    return trail;
  }

  int decoded() {
    return decoded;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    codec.close();
  }
}

package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the frames of one video track, in the order they are shown, and counts what is faulty.
 */
final class FrameReader implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int LOGGED_FAULTS = 20;
  private static final int MAX_FAULTS_WHILE_DRAINING = 1000;

  private final MediaFile file;
  private final long maxPixels;
  private final Runnable signOfLife;
  private final FrameCodec codec;
  private final AVPacket packet;
  private final AVFrame frame;
  private final ShownFrame shown;
  private final PacketSelection selection;
  private PacketSkim skim;
  private PacketCount count = new PacketCount(0);
  private DecodingTimes times = new DecodingTimes();
  private int lost;
  private int decoded;
  private int passedOver;
  private int damaged;
  private boolean drained;
  private boolean atGap;
  private boolean brokeOff;
  private int lastError;

  /** Opens the decoder; {@code signOfLife} runs at every packet. */
  FrameReader(MediaFile file, long maxPixels, Runnable signOfLife) throws VideoException {
    this(file, maxPixels, signOfLife, null);
  }

  /**
   * Opens the decoder.
   *
   * @param signOfLife runs at every packet
   * @param selection closed with this reader; null where all packets are decoded
   */
  FrameReader(MediaFile file, long maxPixels, Runnable signOfLife, PacketSelection selection)
      throws VideoException {
    this.selection = selection;
    this.file = file;
    this.maxPixels = maxPixels;
    this.signOfLife = signOfLife;
    AVCodecParameters parameters = file.parameters();
    MediaFile.checkPixels(parameters.width(), parameters.height(), maxPixels);
    codec = new FrameCodec(file, THREADS, maxPixels);
    packet = av_packet_alloc();
    frame = av_frame_alloc();
    shown = new ShownFrame(file, frame, null);
  }

  /** The next frame, which the next call overwrites, or null at the end. */
  AVFrame next() throws VideoException {
    for (int faults = 0; faults < MAX_FAULTS_WHILE_DRAINING; ) {
      int result = codec.receive(frame);
      if (result >= 0) {
        MediaFile.checkPixels(frame.width(), frame.height(), maxPixels);
        decoded++;
        count.shown(frame);
        if (file.tellsDecoding()) {
          frame.best_effort_timestamp(times.shown(count.source(), codec.delay()));
        }
        file.colour().fill(frame);
        if (shown.isFaulty()) {
          countFault();
        }
        return frame;
      }
      if (result == AVERROR_EOF && atGap) {
        codec.flush();
        atGap = false;
        feedNext();
        continue;
      }
      if (result == AVERROR_EOF) {
        return null;
      }
      if (result != AVERROR_EAGAIN()) {
        countFault();
        faults += drained ? 1 : 0;
      } else if (drained) {
        return null;
      } else {
        feed();
      }
    }
    return null;
  }

  /**
   * Goes to a key frame at or before this time of the file, so that {@link #next} goes on from
   * there; false where the file does not allow it.
   */
  boolean seek(double seconds) throws VideoException {
    if (!file.seek(seconds) && !(skim == null && skim(seconds))) {
      return false;
    }
    codec.flush();
    times = new DecodingTimes();
    drained = false;
    return true;
  }

  private boolean skim(double seconds) throws VideoException {
    while (!count.isSettled()) {
      if (next() == null) {
        return false;
      }
    }
    lost = count.lost();
    skim = new PacketSkim(file, signOfLife);
    if (!skim.goTo(
        seconds - (file.times().fps() > 0 ? PacketCount.SETTLED / file.times().fps() : 0))) {
      return false;
    }
    count = new PacketCount(count.next() + skim.passed());
    return true;
  }

  /**
   * How many frames of the file come before the one that {@link #next} gave last, counted by its
   * packets after {@link #seek} read through all before them; empty where that is not certain.
   */
  OptionalLong number() {
    return skim == null || !count.isSettled() || count.hasGaps()
        ? OptionalLong.empty()
        : OptionalLong.of(count.number() - lost);
  }

  private int read() {
    AVPacket kept = skim == null ? null : skim.next();
    if (kept == null) {
      return selection == null ? file.read(packet) : selection.read(packet);
    }
    av_packet_move_ref(packet, kept);
    av_packet_free(kept);
    return 0;
  }

  private void feed() {
    if (selection != null && selection.isBeforeGap()) {
      atGap = true;
      codec.send(null); // it gives what it holds before it forgets what came before
    } else {
      feedNext();
    }
  }

  private void feedNext() {
    int result = read();
    if (result == AVERROR_EAGAIN()) {
      return;
    }
    signOfLife.run();
    if (result < 0) {
      brokeOff |= result != AVERROR_EOF;
      lastError = result;
      drained = true;
      codec.send(null);
      return;
    }
    if (packet.stream_index() == file.trackIndex()) {
      boolean faulty = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
      if (faulty && !file.isBroadcast()) {
        brokeOff = true; // the demuxer got fewer bytes than the container promised
      } else if (packet.size() > 0) {
        count.fed(packet);
        times.fed(packet.dts());
        if (codec.send(packet) < 0) {
          countFault();
        }
      }
    }
    av_packet_unref(packet);
  }

  private void countFault() {
    if (decoded == 0 && file.isBroadcast()) {
      return; // it began in the middle, and what came before the first whole picture is no damage
    }
    if (++damaged == LOGGED_FAULTS) {
      av_log_set_level(AV_LOG_QUIET); // the log is read by people and must stay small
    }
  }

  /**
   * The timestamp, in seconds, of a frame that was not decoded and comes before the one that {@link
   * #next} gave last, or of any that is left after the end; null where there is none.
   */
  Double passedOver() {
    boolean atEnd = drained && frame.best_effort_timestamp() == AV_NOPTS_VALUE;
    Long pts =
        selection == null
            ? null
            : selection.passedOver(atEnd ? Long.MAX_VALUE : frame.best_effort_timestamp());
    if (pts == null) {
      return null;
    }
    passedOver++;
    return file.seconds(pts);
  }

  /** What the frame that {@link #next} gave last says of itself. */
  ShownFrame shown() {
    return shown;
  }

  /** FFmpeg's error that ended the reading, its usual end included; 0 while there is more. */
  int lastError() {
    return lastError;
  }

  int decoded() {
    return decoded;
  }

  /** After the last frame: what was wrong with the file, in a sentence, or null. */
  String warning() {
    int empty = file.tellsDecoding() ? times.unused() : 0;
    return ReadingReport.joined(
        ReadingReport.warning(
            decoded + passedOver,
            ReadingReport.shown(file.times().promisedFrames(), decoded + passedOver, empty),
            file.times().countedFrames() > 0 && empty == 0,
            brokeOff || file.endsEarly(),
            damaged + file.gaps()),
        file.remark());
  }

  @Override
  public void close() {
    if (skim != null) {
      skim.close();
    }
    if (selection != null) {
      selection.close();
    }
    av_packet_free(packet);
    av_frame_free(frame);
    codec.close();
  }
}

package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_COPY_OPAQUE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

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
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private PixelAspect firstAspect;
  private PacketSkim skim;
  private PacketCount count = new PacketCount(0);
  private int lost;
  private int decoded;
  private int damaged;
  private boolean drained;
  private boolean brokeOff;
  private int lastError;

  /** Opens the decoder; {@code signOfLife} runs at every packet. */
  FrameReader(MediaFile file, long maxPixels, Runnable signOfLife) throws VideoException {
    this.file = file;
    this.maxPixels = maxPixels;
    this.signOfLife = signOfLife;
    AVCodecParameters parameters = file.parameters();
    MediaFile.checkPixels(parameters.width(), parameters.height(), maxPixels);
    AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
    codec = decoder == null ? null : avcodec_alloc_context3(decoder);
    AVDictionary guards = GuardedInput.options(Map.of("codec_whitelist", GuardedInput.CODECS));
    try {
      if (codec == null || avcodec_parameters_to_context(codec, parameters) < 0) {
        throw unsupported();
      }
      codec.thread_count(THREADS);
      codec.flags(codec.flags() | AV_CODEC_FLAG_COPY_OPAQUE);
      codec.max_pixels(GuardedInput.codecPixels(maxPixels));
      codec.pkt_timebase(file.timeBase());
      if (avcodec_open2(codec, decoder, guards) < 0) {
        throw unsupported();
      }
    } catch (VideoException e) {
      close();
      throw e;
    } finally {
      av_dict_free(guards);
    }
  }

  private VideoException unsupported() {
    return VideoException.refused(
        "is coded in a way that is not supported (" + file.codecName() + ")");
  }

  /** The next frame, which the next call overwrites, or null at the end. */
  AVFrame next() throws VideoException {
    for (int faults = 0; faults < MAX_FAULTS_WHILE_DRAINING; ) {
      int result = avcodec_receive_frame(codec, frame);
      if (result >= 0) {
        MediaFile.checkPixels(frame.width(), frame.height(), maxPixels);
        decoded++;
        count.shown(frame);
        file.colour().fill(frame);
        if (isFaulty()) {
          countFault();
        }
        return frame;
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
    avcodec_flush_buffers(codec);
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
    if (!skim.goTo(seconds - (file.fps() > 0 ? PacketCount.SETTLED / file.fps() : 0))) {
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
      return file.read(packet);
    }
    av_packet_move_ref(packet, kept);
    av_packet_free(kept);
    return 0;
  }

  private void feed() {
    int result = read();
    if (result == AVERROR_EAGAIN()) {
      return;
    }
    signOfLife.run();
    if (result < 0) {
      brokeOff |= result != AVERROR_EOF;
      lastError = result;
      drained = true;
      avcodec_send_packet(codec, null);
      return;
    }
    if (packet.stream_index() == file.trackIndex()) {
      boolean faulty = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
      if (faulty && !file.isBroadcast()) {
        brokeOff = true; // the demuxer got fewer bytes than the container promised
      } else if (packet.size() > 0) {
        count.fed(packet);
        if (avcodec_send_packet(codec, packet) < 0) {
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

  /** Whether the frame that {@link #next} gave last has a time of its own, not a guessed one. */
  boolean isTimed() {
    return frame.pts() != AV_NOPTS_VALUE
        && frame.pts() == frame.best_effort_timestamp()
        && !Double.isNaN(timestamp());
  }

  /** Whether it has a time at least, its own or one guessed from when packets are decoded. */
  boolean hasTime() {
    return !Double.isNaN(timestamp());
  }

  /** Whether the decoder says that the frame that {@link #next} gave last is not whole. */
  boolean isFaulty() {
    return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
  }

  /** The timestamp of the frame that {@link #next} gave last, in seconds, or NaN. */
  double timestamp() {
    return file.seconds(frame.best_effort_timestamp());
  }

  /** How the frame that {@link #next} gave last wants to be turned. */
  Orientation orientation() {
    AVFrameSideData own = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (own != null && own.size() >= 36) {
      return orientation(own.data());
    }
    AVCodecParameters parameters = file.parameters();
    AVPacketSideData tracks =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    return tracks == null || tracks.size() < 36 ? Orientation.UPRIGHT : orientation(tracks.data());
  }

  /** How the pixels of the frame that {@link #next} gave last are shown. */
  PixelAspect aspect() {
    PixelAspect own = MediaFile.aspect(frame.sample_aspect_ratio());
    if (firstAspect == null) {
      firstAspect = own;
    }
    // the container speaks for the whole track, a frame that differs from the first for itself
    return own.equals(firstAspect) ? file.aspect(frame) : own;
  }

  private static Orientation orientation(BytePointer data) {
    int[] matrix = new int[9];
    new IntPointer(data).get(matrix);
    return Orientation.of(matrix);
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
    return ReadingReport.joined(
        ReadingReport.warning(
            decoded,
            file.promisedFrames(),
            file.countedFrames() > 0,
            brokeOff || file.endsEarly(),
            damaged + file.gaps()),
        file.remark());
  }

  @Override
  public void close() {
    if (skim != null) {
      skim.close();
    }
    av_packet_free(packet);
    av_frame_free(frame);
    if (codec != null) {
      avcodec_free_context(codec);
    }
  }
}

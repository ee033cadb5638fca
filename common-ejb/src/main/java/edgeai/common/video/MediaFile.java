package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import java.io.File;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The video track of one opened file, what the container says of it, and its packets. */
final class MediaFile implements AutoCloseable {
  private final ContainerExtent extent;
  private final ByteCoverage coverage;
  private final boolean inFileOrder;
  private final GuardedInput input;
  private final AVFormatContext container;
  private final AVStream track;

  /** Opens a file and finds its video track. */
  MediaFile(DecodeRequest request, ContainerExtent extent) throws VideoException {
    this.extent = extent;
    this.coverage = new ByteCoverage(new File(request.file()).length());
    this.inFileOrder = request.source().isEmpty() && !request.container().demuxer().equals("mov");
    this.input = new GuardedInput(request, extent);
    this.container = input.container();
    try {
      this.track = findTrack(request.maxPixels());
    } catch (VideoException | RuntimeException | Error e) {
      input.close();
      throw e;
    }
  }

  private AVStream findTrack(long maxPixels) throws VideoException {
    checkDeclaredPixels(maxPixels);
    input.findStreams(maxPixels);
    int best = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    AVStream stream = best < 0 ? null : container.streams(best);
    if (stream == null || isCover(stream)) {
      throw VideoException.refused("has no video track");
    }
    return stream;
  }

  /** Before probing, which forgets the sizes that it cannot decode. */
  private void checkDeclaredPixels(long maxPixels) throws VideoException {
    for (int i = 0; i < container.nb_streams(); i++) {
      AVCodecParameters parameters = container.streams(i).codecpar();
      if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO && !isCover(container.streams(i))) {
        checkPixels(parameters.width(), parameters.height(), maxPixels);
      }
    }
  }

  static void checkPixels(int width, int height, long maxPixels) throws VideoException {
    if ((long) width * height > maxPixels) {
      throw VideoException.refused(
          width + "x" + height + " pixels are more than the " + maxPixels + " allowed");
    }
  }

  private static boolean isCover(AVStream stream) {
    return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
  }

  /** Reads the next packet of any track; what FFmpeg's {@code av_read_frame} gives. */
  int read(AVPacket packet) {
    int result = av_read_frame(container, packet);
    if (result >= 0) {
      long pts = packet.pts();
      double unit = value(container.streams(packet.stream_index()).time_base());
      double end = pts == AV_NOPTS_VALUE ? Double.NaN : (pts + packet.duration()) * unit;
      coverage.packet(packet.pos(), packet.size(), end);
    }
    return result;
  }

  int trackIndex() {
    return track.index();
  }

  AVCodecParameters parameters() {
    return track.codecpar();
  }

  AVRational timeBase() {
    return track.time_base();
  }

  String codecName() {
    return avcodec_get_name(track.codecpar().codec_id()).getString();
  }

  /** After the last packet: whether the file is known to end before its container does. */
  boolean endsEarly() {
    return extent.cutOff() || inFileOrder && coverage.tailLost(wholeSeconds());
  }

  /** Places that the demuxer passed over. */
  int gaps() {
    return inFileOrder ? coverage.gaps() : 0;
  }

  /** Frames per second on average, 0 when unknown or absurd. */
  double fps() {
    double average = value(track.avg_frame_rate());
    double fps = average > 0 ? average : value(track.r_frame_rate());
    return fps > 0 && fps <= 1000 ? fps : 0;
  }

  /** Declared length in seconds, 0 when unknown or only guessed from the bit rate. */
  double durationSeconds() {
    long own = track.duration();
    return own != AV_NOPTS_VALUE && own > 0 ? own * value(track.time_base()) : wholeSeconds();
  }

  private double wholeSeconds() {
    long all = container.duration();
    boolean guessed = container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    return all == AV_NOPTS_VALUE || all <= 0 || guessed ? 0 : (double) all / AV_TIME_BASE;
  }

  /** When the container says it starts, in seconds, or NaN. */
  double startSeconds() {
    long start = container.start_time();
    return start == AV_NOPTS_VALUE ? Double.NaN : (double) start / AV_TIME_BASE;
  }

  /** How many frames the container counted, 0 when it did not. */
  long countedFrames() {
    return Math.max(0, track.nb_frames());
  }

  /** How many frames to expect, counted or from length and rate, 0 when unknown. */
  long expectedFrames() {
    return countedFrames() > 0 ? countedFrames() : Math.round(durationSeconds() * fps());
  }

  static double value(AVRational ratio) {
    return ratio.den() == 0 ? 0 : (double) ratio.num() / ratio.den();
  }

  @Override
  public void close() {
    input.close();
  }
}

package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The video track of one opened file, what the container says of it, and its packets. */
final class MediaFile implements CodedTrack, AutoCloseable {
  private final ContainerExtent extent;
  private final ByteCoverage coverage;
  private final ContainerTraits traits;
  private final String containerName;
  private final GuardedInput input;
  private final AVFormatContext container;
  private final TrackChoice tracks;
  private final List<ColourTags> declared;
  private final AVStream track;
  private final TrackTimes times;

  /** Opens a file, or a live source, and finds its video track. */
  MediaFile(DecodeRequest request) throws VideoException {
    this.extent = ContainerExtent.of(request);
    long size = new File(request.file()).length();
    this.coverage = new ByteCoverage(size);
    this.traits = ContainerTraits.of(request.container());
    this.containerName = request.label();
    this.input = new GuardedInput(request, extent);
    this.container = input.container();
    this.declared = ColourTags.of(container);
    try {
      checkDeclaredPixels(request.maxPixels());
      input.findStreams(request.maxPixels());
      this.tracks = new TrackChoice(container);
      this.track = tracks.track().orElseThrow(() -> VideoException.refused("has no video track"));
      this.times = new TrackTimes(container, track, traits, size);
    } catch (VideoException | RuntimeException | Error e) {
      input.close();
      throw e;
    }
  }

  /** Before probing, which forgets the sizes that it cannot decode. */
  private void checkDeclaredPixels(long maxPixels) throws VideoException {
    for (int i = 0; i < container.nb_streams(); i++) {
      AVCodecParameters parameters = container.streams(i).codecpar();
      if (TrackChoice.isVideo(container.streams(i))) {
        checkPixels(parameters.width(), parameters.height(), maxPixels);
      }
    }
  }

  static void checkPixels(int width, int height, long maxPixels) throws VideoException {
    if ((long) width * height > maxPixels) {
      throw VideoException.refused(
          "has frames of %dx%d pixels, more than the %d allowed"
              .formatted(width, height, maxPixels));
    }
  }

  /** Reads the next packet of any track; what FFmpeg's {@code av_read_frame} gives. */
  int read(AVPacket packet) {
    if (input.live() != null) {
      input.live().awaiting();
    }
    int result = av_read_frame(container, packet);
    if (result >= 0) {
      long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
      double unit = value(container.streams(packet.stream_index()).time_base());
      double end = time == AV_NOPTS_VALUE ? Double.NaN : (time + packet.duration()) * unit;
      coverage.packet(packet.pos(), packet.size(), end);
    }
    return result;
  }

  /** Goes to a key frame at or before this time, by the container's index; false without one. */
  boolean seek(double seconds) {
    long timestamp = (long) Math.floor(seconds / value(track.time_base()));
    return traits.indexed()
        && av_seek_frame(container, track.index(), timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  /** What the file says of the track's times. */
  TrackTimes times() {
    return times;
  }

  /** What its container is called, or the kind of a live source. */
  String containerName() {
    return containerName;
  }

  AVStream track() {
    return track;
  }

  int trackIndex() {
    return track.index();
  }

  @Override
  public AVCodecParameters parameters() {
    return track.codecpar();
  }

  @Override
  public AVRational timeBase() {
    return track.time_base();
  }

  @Override
  public String codecName() {
    return avcodec_get_name(track.codecpar().codec_id()).getString();
  }

  /** What of it is not looked at, in words that go on after "the file", or null. */
  String remark() {
    return tracks.remark();
  }

  /** Whether its container says of each packet when its frame is shown. */
  boolean tellsTimes() {
    return traits.indexed() && traits.timed();
  }

  /** Whether the times of its packets say only when they are decoded. */
  boolean tellsDecoding() {
    return traits.tellsDecoding();
  }

  /** Whether the file may begin in the middle of a picture, and a faulty packet is only one. */
  boolean isBroadcast() {
    return traits.broadcast();
  }

  @Override
  public ColourTags colour() {
    return track.index() < declared.size() ? declared.get(track.index()) : ColourTags.NONE;
  }

  @Override
  public PixelAspect aspect(AVFrame frame) {
    return aspect(av_guess_sample_aspect_ratio(container, track, frame));
  }

  @Override
  public double seconds(long timestamp) {
    return times.seconds(timestamp);
  }

  static PixelAspect aspect(AVRational ratio) {
    return new PixelAspect(ratio.num(), ratio.den());
  }

  /** After the last packet: whether the file is known to end before its container does. */
  boolean endsEarly() {
    return extent.cutOff() || traits.inFileOrder() && coverage.tailLost(times.wholeSeconds());
  }

  /** Places that the demuxer passed over. */
  int gaps() {
    return traits.inFileOrder() ? coverage.gaps() : 0;
  }

  /** Why a live source broke off, with FFmpeg's last error; empty where it came to its end. */
  Optional<VideoException> brokeOff(int error) {
    return input.live() == null ? Optional.empty() : input.live().brokeOff(error);
  }

  /** What gives the frames of the track their times. */
  FrameClock clock() {
    LiveInput live = input.live();
    return live == null
        ? times.clock()
        : new LiveClock(times.clock(), live.tellsTimes(), live.isPaced(), System::nanoTime);
  }

  static double value(AVRational ratio) {
    return ratio.den() == 0 ? 0 : (double) ratio.num() / ratio.den();
  }

  @Override
  public void close() {
    input.close();
  }
}

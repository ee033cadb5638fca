package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** What a file says of its video track's times: rate, length, start, number of frames. */
final class TrackTimes {
  /** A broadcast with fewer bytes a second has a break in its times, and no length to go by. */
  private static final double SLOWEST_BROADCAST = 1000;

  private final AVFormatContext container;
  private final AVStream track;
  private final ContainerTraits traits;
  private final long size;

  /**
   * @param size of the file, in bytes
   */
  TrackTimes(AVFormatContext container, AVStream track, ContainerTraits traits, long size) {
    this.container = container;
    this.track = track;
    this.traits = traits;
    this.size = size;
  }

  /** A timestamp of the track in seconds, or NaN where there is none to go by. */
  double seconds(long timestamp) {
    return !traits.timed() || timestamp == AV_NOPTS_VALUE
        ? Double.NaN
        : timestamp * MediaFile.value(track.time_base());
  }

  /** Frames per second on average, 0 when unknown or absurd. */
  double fps() {
    double coded =
        traits.broadcast() && !traits.timed() ? MediaFile.value(track.codecpar().framerate()) : 0;
    double average = coded > 0 ? coded : MediaFile.value(track.avg_frame_rate());
    double fps = average > 0 ? average : MediaFile.value(track.r_frame_rate());
    return fps > 0 && fps <= 1000 ? fps : 0;
  }

  /** Declared length in seconds, 0 when unknown or only guessed from the bit rate. */
  double durationSeconds() {
    long own = track.duration();
    double seconds =
        own != AV_NOPTS_VALUE && own > 0 && !isGuessed()
            ? own * MediaFile.value(track.time_base())
            : wholeSeconds();
    return traits.broadcast() && seconds * SLOWEST_BROADCAST > size ? 0 : seconds;
  }

  /** Declared length of the whole file in seconds, 0 when unknown or only guessed. */
  double wholeSeconds() {
    long all = container.duration();
    return all == AV_NOPTS_VALUE || all <= 0 || isGuessed() ? 0 : (double) all / AV_TIME_BASE;
  }

  private boolean isGuessed() {
    return container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
  }

  /** What gives the frames times by the file's own word. */
  MediaClock clock() {
    return traits.broadcast()
        ? MediaClock.ofBroadcast(fps())
        : new MediaClock(startSeconds(), durationSeconds(), fps());
  }

  /** When the container says it starts, in seconds, or NaN. */
  private double startSeconds() {
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

  /** How many frames the container promised, 0 where it does not. */
  long promisedFrames() {
    return traits.declaresLength() ? expectedFrames() : 0;
  }
}
